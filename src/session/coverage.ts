import { readTo } from './coding-changes.ts';
import { turnAt } from './reading-text.ts';
import type { Effect, Moment, Outcome, Session } from './session.ts';

/**
 * Notes what was read by moving on: turns that the cursor has left behind, step by step. Only what follows without
 * a gap on what was read before counts, so that nothing that was jumped over is ever said to be read.
 *
 * @param from where the cursor was; it is somewhere further on now.
 */
export function noteRead(session: Session, from: number, { at }: Pick<Moment, 'at'>): Outcome {
  const { text, cursor } = session;
  const [left, now] = [turnAt(text, from), turnAt(text, cursor)];
  const end = text.turns[now - 1]?.end ?? 0;
  if (now <= left || !isGapless(session, left) || end <= session.through) return { session, effects: [] };
  return readTo(session, end, at);
}

/** Notes that the last turn was left behind too: there is nothing more to read. */
export function noteEnd(session: Session, { at }: Pick<Moment, 'at'>): Outcome {
  const { text } = session;
  const last = text.turns.length - 1;
  const effects: Effect[] = [];
  if (session.through >= text.body.length || !isGapless(session, last)) return { session, effects };
  return readTo(session, text.body.length, at);
}

/** True if all that stands before a turn was read. */
function isGapless({ text, through }: Session, turn: number): boolean {
  return through >= (text.turns[turn - 1]?.end ?? 0);
}
