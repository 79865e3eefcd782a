import { addCoding, changeCoding, readThrough, removeCoding } from '../coding/append.ts';
import { byPlace } from '../coding/fold.ts';
import type { Coding, LogEntry } from '../coding/log.ts';
import type { Change, Moment, Outcome, Session } from './session.ts';

/** Carries out a change, and notes it so that it can be undone. */
export function make(session: Session, change: Change, { at }: Pick<Moment, 'at'>): Outcome {
  const { session: changed, effects } = carryOut(session, change, at);
  return { session: { ...changed, past: [...session.past, change], future: [] }, effects };
}

/** Takes the last change back: the log gets a line more, and says in the end what it said before. */
export function undo(session: Session, { at }: Pick<Moment, 'at'>): Outcome | undefined {
  const change = session.past.at(-1);
  if (!change) return undefined;
  const { session: changed, effects } =
    change.kind === 'through' ? unread(session, change, at) : carryOut(session, turned(change), at);
  const future = [...session.future, change];
  return { session: { ...changed, past: session.past.slice(0, -1), future }, effects };
}

export function redo(session: Session, { at }: Pick<Moment, 'at'>): Outcome | undefined {
  const change = session.future.at(-1);
  if (!change) return undefined;
  const { session: changed, effects } = carryOut(session, change, at);
  return {
    session: { ...changed, past: [...session.past, change], future: session.future.slice(0, -1) },
    effects,
  };
}

/** What was read since, by going on, stays read. */
function unread(
  session: Session,
  { before, after }: Extract<Change, { kind: 'through' }>,
  at: string,
): Outcome {
  const isMore = session.through > Math.max(before, after);
  if (isMore || session.through === before) return { session, effects: [] };
  const { session: changed, effects } = readTo(session, before, at);
  return { session: { ...changed, seen: before }, effects };
}

const turned = (change: Change): Change =>
  ({ ...change, before: change.after, after: change.before }) as Change;

/** What `change` makes of the codings, or of how far was read, and the line of the log that says so. */
export function carryOut(session: Session, change: Change, at: string): Outcome {
  if (change.kind === 'through') return readTo(session, change.after, at);
  const entry = entryFor(session, change, at);
  const others = session.codings.filter(({ id }) => id !== change.id);
  const codings = 'code' in entry ? [...others, entry].sort(byPlace) : others;
  const revisions = new Map(session.revisions).set(change.id, entry.rev);
  return {
    session: { ...session, codings, revisions },
    effects: [{ kind: 'append', entries: [entry] }],
  };
}

function entryFor(session: Session, { id, after }: Extract<Change, { kind: 'coding' }>, at: string) {
  const rev = session.revisions.get(id) ?? 0;
  if (after === null) return removeCoding({ id, rev }, at);
  return rev === 0 ? addCoding(after, at) : changeCoding({ ...after, rev }, {}, at);
}

/** Says how far was read; what was said last holds, so that it is never said at an earlier time. */
export function readTo(session: Session, through: number, now: string): Outcome {
  const last = session.throughAt === null ? Number.NEGATIVE_INFINITY : Date.parse(session.throughAt);
  const at = Date.parse(now) > last ? now : new Date(last + 1).toISOString();
  const entry: LogEntry = readThrough(through, session.text.hash, at);
  return {
    session: { ...session, through, seen: Math.max(session.seen, through), throughAt: at },
    effects: [{ kind: 'append', entries: [entry] }],
  };
}

/** The coding that has an id. */
export const codingOf = ({ codings }: Session, id: string | null): Coding | undefined =>
  id === null ? undefined : codings.find((coding) => coding.id === id);
