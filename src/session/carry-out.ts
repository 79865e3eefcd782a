import { addCoding, changeCoding, readThrough, removeCoding } from '../coding/append.ts';
import { byPlace } from '../coding/fold.ts';
import type { Coding, LogEntry } from '../coding/log.ts';
import {
  type Change,
  type Effect,
  isSameSubject,
  type MemoChange,
  type MemoEntry,
  type Outcome,
  type Session,
} from './session.ts';

/** What changes make of a session, one after the other, and what has to be written for it. */
export function carryOutAll(session: Session, changes: readonly Change[], at: string): Outcome {
  const effects: Effect[] = [];
  let state = session;
  for (const change of changes) {
    const outcome = carryOut(state, change, at);
    state = outcome.session;
    effects.push(...outcome.effects);
  }
  return { session: state, effects };
}

function carryOut(session: Session, change: Change, at: string): Outcome {
  switch (change.kind) {
    case 'through':
      return change.after === session.through
        ? { session, effects: [] }
        : readTo(session, change.after, at, change.after);
    case 'coding':
      return recode(session, change, at);
    case 'code':
      return recodebook(session, change);
    case 'memo':
      return rewriteMemo(session, change);
    case 'bindings': {
      const bindings = change.after;
      return { session: { ...session, bindings }, effects: [{ kind: 'keep bindings', bindings }] };
    }
  }
}

function recode(session: Session, change: Extract<Change, { kind: 'coding' }>, at: string): Outcome {
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

function recodebook(session: Session, { before, after }: Extract<Change, { kind: 'code' }>): Outcome {
  const effects: Effect[] = [];
  const codes = session.codes.filter(({ id }) => id !== before?.id);
  if (before) effects.push({ kind: 'remove code', id: before.id });
  if (!after) return { session: { ...session, codes }, effects };
  const { id, title, definition, parent } = after;
  const code = { id, title, ...(definition !== null && { definition }), ...(parent != null && { parent }) };
  effects.push({ kind: 'add code', code });
  return { session: { ...session, codes: [...codes, after] }, effects };
}

function rewriteMemo(session: Session, change: MemoChange): Outcome {
  const { about, date, place, before, after } = change;
  const entry = { about, author: session.rater, date, text: after };
  const is = (one: MemoEntry | undefined): boolean =>
    one?.author === session.rater &&
    one.date === date &&
    one.text === before &&
    isSameSubject(one.about, about);
  // Another program may have changed memos before it, so that it stands elsewhere by now.
  const at = before === '' || is(session.memos[place]) ? place : session.memos.findIndex(is);
  const rest = session.memos.filter((_, index) => before === '' || index !== at);
  const memos = rest.toSpliced(at < 0 ? place : at, 0, ...(after === '' ? [] : [entry]));
  return {
    session: { ...session, memos },
    effects: [{ kind: 'write memo', memo: { about, date, before, after } }],
  };
}

/** Says how far was read; what was said last holds, so that it is never said at an earlier time. */
export function readTo(session: Session, through: number, now: string, seen = session.seen): Outcome {
  const last = session.throughAt === null ? Number.NEGATIVE_INFINITY : Date.parse(session.throughAt);
  const at = Date.parse(now) > last ? now : new Date(last + 1).toISOString();
  const entry: LogEntry = readThrough(through, session.text.hash, at);
  return {
    session: { ...session, through, seen: Math.max(seen, through), throughAt: at },
    effects: [{ kind: 'append', entries: [entry] }],
  };
}

/** The coding that has an id. */
export const codingOf = ({ codings }: Session, id: string | null): Coding | undefined =>
  id === null ? undefined : codings.find((coding) => coding.id === id);
