import { carryOutAll } from './carry-out.ts';
import { type Change, type Moment, type Outcome, type Session, telling } from './session.ts';

type Now = Pick<Moment, 'at'>;

/** Carries out the changes of one act, and notes them so that they can be undone together. */
export function make(session: Session, changes: readonly Change[], { at }: Now): Outcome {
  const { session: changed, effects } = carryOutAll(session, changes, at);
  const past = [...session.past, { changes, recent: session.recent }];
  return { session: { ...changed, past, future: [] }, effects };
}

/** Takes the last act back: the log gets lines more, and all says in the end what it said before. */
export function undo(session: Session, { at }: Now): Outcome | undefined {
  const last = session.past.at(-1);
  if (!last) return undefined;
  const changes = last.changes.filter((change) => !isPassed(session, change));
  const { session: changed, effects } = carryOutAll(session, changes.toReversed().map(turned), at);
  const future = [...session.future, { changes: last.changes, recent: session.recent }];
  return { session: { ...changed, recent: last.recent, past: session.past.slice(0, -1), future }, effects };
}

export function redo(session: Session, { at }: Now): Outcome | undefined {
  const next = session.future.at(-1);
  if (!next) return undefined;
  const { session: changed, effects } = carryOutAll(session, next.changes, at);
  const past = [...session.past, { changes: next.changes, recent: session.recent }];
  return { session: { ...changed, recent: next.recent, past, future: session.future.slice(0, -1) }, effects };
}

/**
 * A session whose undo could not take a new code out of the draft again: the code is offered on, and redoing puts it
 * on its passage without making it anew.
 *
 * @param why in words that go on from "stays in the draft: ".
 */
export function codeStays(session: Session, id: string, why: string): Session {
  const last = session.future.at(-1);
  const isOfCode = (change: Change): boolean => change.kind === 'code' && change.after?.id === id;
  const code = last?.changes.find(isOfCode);
  if (!last || code?.kind !== 'code' || !code.after) return session;
  const changes = last.changes.filter((change) => change !== code);
  const future = [...session.future.slice(0, -1), { ...last, changes }];
  const kept = { ...session, codes: [...session.codes, code.after], future };
  const said = `${session.notice?.text ?? ''} The code ${id} stays in the draft: ${why}.`.trim();
  return telling(kept, said).session;
}

/** What was read since, by going on, stays read. */
const isPassed = ({ through }: Session, change: Change): boolean =>
  change.kind === 'through' && through > Math.max(change.before, change.after);

const turned = (change: Change): Change =>
  ({ ...change, before: change.after, after: change.before }) as Change;
