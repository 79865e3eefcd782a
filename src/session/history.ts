import { carryOutAll } from './carry-out.ts';
import type { Change, Moment, Outcome, Session } from './session.ts';

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
  const { session: changed, effects: asked } = carryOutAll(session, changes.toReversed().map(turned), at);
  const effects = asked.map((one) => (one.kind === 'write memo' ? { ...one, isUndo: true as const } : one));
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

/** What was read since, by going on, stays read. */
const isPassed = ({ through }: Session, change: Change): boolean =>
  change.kind === 'through' && through > Math.max(change.before, change.after);

const turned = (change: Change): Change =>
  ({ ...change, before: change.after, after: change.before }) as Change;
