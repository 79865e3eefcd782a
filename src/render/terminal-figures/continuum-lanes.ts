import type { CodedSpan, ContinuumChart } from '../../exhibit/continuum-chart.ts';
import type { Line } from '../continuum/cut-lines.ts';
import { beginsHere, endsHere, lanesIn, type Piece, piecesOn } from '../continuum/pieces.ts';
import type { PaintSpan } from './span-paint.ts';

/**
 * The lanes of one rater on a line, and below them how many spans begin in each column, or go on in its first, that have no lane. At
 * least one line.
 */
export function raterLanes(
  { codes }: ContinuumChart,
  spans: readonly CodedSpan[],
  line: Line,
  scale: number,
  paint: PaintSpan,
): { lines: string[]; counted: number } {
  const columns = Math.ceil((line.to - line.from) / scale);
  const column = (position: number) => Math.round((position - line.from) / scale);
  const pieces = piecesOn(spans, line, ({ from, to }) => {
    const left = Math.min(column(from), columns - 1);
    return { left, right: Math.max(left + 1, Math.min(column(to), columns)) };
  });
  const lanes = Array.from({ length: Math.max(1, lanesIn(pieces)) }, (_, lane) =>
    laneLine(
      pieces.filter((piece) => piece.lane === lane),
      (piece) => paint(bracket(piece, codes[piece.span.code]?.mark ?? ''), piece.span.code),
    ),
  );
  const without = pieces.filter(({ lane }) => lane === null);
  return {
    lines: without.length > 0 ? [...lanes, countLine(without, columns)] : lanes,
    counted: without.filter(beginsHere).length,
  };
}

function laneLine(pieces: readonly Piece[], drawn: (piece: Piece) => string): string {
  let line = '';
  let reached = 0;
  for (const piece of pieces) {
    line += ' '.repeat(piece.left - reached) + drawn(piece);
    reached = piece.right;
  }
  return line;
}

/** `A──┤`; what goes on from the line before begins with a stroke, and what goes on after it has no end. */
function bracket(piece: Piece, mark: string): string {
  const size = piece.right - piece.left;
  const head = !beginsHere(piece) && size > 2 ? `─${mark}` : mark;
  const tail = endsHere(piece) && size > 1 ? '┤' : '';
  return head + '─'.repeat(Math.max(0, size - head.length - tail.length)) + tail;
}

function countLine(pieces: readonly Piece[], columns: number): string {
  const counts = new Int32Array(columns);
  for (const { left } of pieces) counts[left] = (counts[left] ?? 0) + 1;
  return Array.from(counts, (n) => (n === 0 ? ' ' : n < 10 ? String(n) : '+')).join('');
}
