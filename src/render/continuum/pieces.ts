import type { CodedSpan } from '../../exhibit/continuum-chart.ts';
import type { Line } from './cut-lines.ts';
import { type Extent, lanesOf } from './lanes.ts';

/** What of a span stands on one line. */
export interface Piece extends Extent {
  span: CodedSpan;
  /** What of it is on this line. */
  from: number;
  to: number;
  /** Null where there was no lane left: it is counted only. */
  lane: number | null;
}

/** More lanes than this no rater gets on a line. */
export const MOST_LANES = 6;

/**
 * One rater's spans on a line, in lanes. None is lost: what has no lane is there without one.
 *
 * @param extentOf where a piece of the positions from `from` to `to` is drawn, with all that belongs to it.
 */
export function piecesOn(
  spans: readonly CodedSpan[],
  line: Line,
  extentOf: (stretch: Line) => Extent,
): Piece[] {
  const pieces = spans
    .filter(({ start, end }) => start < line.to && end > line.from)
    .map((span) => {
      const stretch = { from: Math.max(span.start, line.from), to: Math.min(span.end, line.to) };
      return { span, ...stretch, ...extentOf(stretch) };
    });
  const lanes = lanesOf(pieces, MOST_LANES);
  return pieces.map((piece, at) => ({ ...piece, lane: lanes[at] ?? null }));
}

/** How many lanes the pieces need. */
export const lanesIn = (pieces: readonly Piece[]): number =>
  pieces.reduce((most, { lane }) => Math.max(most, (lane ?? -1) + 1), 0);

/** Whether a span begins, and ends, on the line. */
export const beginsHere = ({ span, from }: Piece): boolean => span.start === from;
export const endsHere = ({ span, to }: Piece): boolean => span.end === to;
