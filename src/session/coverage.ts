import type { Span } from '../text/code-points.ts';
import { readTo } from './coding-changes.ts';
import { paragraphAt, type ReadingText, turnAt } from './reading-text.ts';
import type { Moment, Outcome, Session } from './session.ts';

/**
 * Notes what was read by moving on: paragraphs that the cursor has left behind, step by step. Only what follows without
 * a gap on what was read before counts, so that nothing that was jumped over is ever said to be read.
 *
 * @param from where the cursor was; it is somewhere further on now.
 */
export function noteRead(session: Session, from: number, { at }: Pick<Moment, 'at'>): Outcome {
  const { text, cursor, through } = session;
  const end = paragraphBefore(text, cursor)?.end ?? 0;
  if (paragraphAt(text, from).start >= end || !isGapless(session, from) || end <= through) {
    return { session, effects: [] };
  }
  return readTo(session, end, at);
}

/** Notes that the last paragraph was left behind too: there is nothing more to read. */
export function noteEnd(session: Session, { at }: Pick<Moment, 'at'>): Outcome {
  const { text, through, cursor } = session;
  if (through >= text.body.length || !isGapless(session, cursor)) return { session, effects: [] };
  return readTo(session, text.body.length, at);
}

/** True if all that stands before the paragraph of a position was read. */
const isGapless = ({ text, through }: Session, position: number): boolean =>
  through >= (paragraphBefore(text, position)?.end ?? 0);

/** The paragraph before that of a position, also where another turn has it; undefined for the first of all. */
function paragraphBefore(text: ReadingText, position: number): Span | undefined {
  const { start } = paragraphAt(text, position);
  const turn = turnAt(text, start);
  const here = text.turns[turn]?.paragraphs.findLast((one) => one.start < start);
  return here ?? text.turns[turn - 1]?.paragraphs.at(-1);
}
