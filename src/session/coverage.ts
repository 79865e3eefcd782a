import type { Span } from '../text/code-points.ts';
import { readTo } from './carry-out.ts';
import { how } from './keys.ts';
import { paragraphAt, type ReadingText, turnAt, wordFrom } from './reading-text.ts';
import { type Moment, type Outcome, type Session, telling } from './session.ts';

type Now = Pick<Moment, 'at' | 'shown'>;

/**
 * Notes what was read by moving on: paragraphs that the cursor has left behind, as far as they were shown. Only what
 * follows without a gap on what was read before counts, so that nothing that was jumped over, or that never was in view,
 * is ever said to be read.
 *
 * @param from where the cursor was.
 * @param now `shown`: what was in view then.
 */
export function noteRead(before: Session, from: number, now: Now): Outcome {
  const session = noteShown(before, now.shown);
  if (!isGapless(session, from)) return { session, effects: [] };
  const left = paragraphBefore(session.text, session.cursor)?.end ?? 0;
  return upTo(session, Math.min(left, session.seen), now);
}

/** Notes that the last paragraph was left behind too, if its end was in view: there is nothing more to read. */
export function noteEnd(before: Session, now: Now): Outcome {
  const session = noteShown(before, now.shown);
  const { text, seen, cursor } = session;
  if (!isGapless(session, cursor)) return { session, effects: [] };
  return upTo(session, seen >= (text.turns.at(-1)?.end ?? 0) ? text.body.length : seen, now);
}

/** The place that a jump came to, with a word where what is read from there on does not count, for something was left out. */
export function afterJump(there: Session, from: number): Session {
  if (!isGapless(there, from) || isGapless(there, there.cursor)) return there;
  const { turns } = there.text;
  const unread = turns.findIndex(({ end }) => end > there.through);
  const said = `Reading is counted up to turn ${unread + 1}; ${how(there, 'read to here')} says you have read to here.`;
  return telling(there, there.notice === null ? said : `${there.notice.text}. ${said}`).session;
}

function upTo(session: Session, end: number, { at }: Now): Outcome {
  return end > session.through ? readTo(session, end, at) : { session, effects: [] };
}

/** True if all that stands before the paragraph of a position was read. */
const isGapless = ({ text, through }: Session, position: number): boolean =>
  through >= (paragraphBefore(text, position)?.end ?? 0);

function noteShown(session: Session, shown: Span): Session {
  const { text, seen } = session;
  const isGapless = shown.start <= seen || wordFrom(text, seen).start >= shown.start;
  return isGapless && shown.end > seen ? { ...session, seen: shown.end } : session;
}

/** The paragraph before that of a position, also where another turn has it; undefined for the first of all. */
function paragraphBefore(text: ReadingText, position: number): Span | undefined {
  const { start } = paragraphAt(text, position);
  const turn = turnAt(text, start);
  const here = text.turns[turn]?.paragraphs.findLast((one) => one.start < start);
  return here ?? text.turns[turn - 1]?.paragraphs.at(-1);
}
