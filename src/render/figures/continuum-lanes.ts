import { rollups } from 'd3';
import type { Element } from 'hast';
import type { CodedSpan, ContinuumCode } from '../../exhibit/continuum-chart.ts';
import type { Line } from '../continuum/cut-lines.ts';
import { lanesIn, type Piece, piecesOn } from '../continuum/pieces.ts';
import { boxHeight, codeBox, markRoom } from './code-box.ts';
import { textAt } from './draw.ts';
import { faintInk } from './palette.ts';

const laneHeight = 18;
const leastWidth = 2.5;
/** How wide a stretch is whose spans without a lane are counted together. */
const countRoom = 32;

/** One rater's spans on a line, from `top` down, and below them how many begin there that have no lane. */
export function continuumLanes(
  codes: readonly ContinuumCode[],
  spans: readonly CodedSpan[],
  line: Line,
  scaled: (position: number) => number,
  top: number,
): { elements: Element[]; height: number } {
  const pieces = piecesOn(spans, line, ({ from, to }) => {
    const [left, right] = [scaled(from), Math.max(scaled(to), scaled(from) + leastWidth)];
    return { left, right: right - left < markRoom ? right + markRoom : right };
  });
  const lanes = Math.max(1, lanesIn(pieces));
  const boxes = pieces.flatMap((piece) => {
    if (piece.lane === null) return [];
    const { from, to, lane } = piece;
    const x = scaled(from);
    const size = { width: Math.max(leastWidth, scaled(to) - x), height: boxHeight };
    return codeBox(piece, codes[piece.span.code], piece.span.code, {
      x,
      y: top + lane * laneHeight,
      ...size,
    });
  });
  const without = pieces.filter(({ lane }) => lane === null);
  const middle = top + lanes * laneHeight + boxHeight / 2;
  return {
    elements: [...boxes, ...counts(without, scaled(line.from), scaled(line.to), middle)],
    height: (lanes + (without.length > 0 ? 1 : 0)) * laneHeight,
  };
}

/** `+3` where three begin that have no lane. */
function counts(pieces: readonly Piece[], from: number, to: number, middle: number): Element[] {
  const stretches = Math.max(1, Math.floor((to - from) / countRoom));
  const size = (to - from) / stretches;
  const sums = rollups(
    pieces,
    (own) => own.length,
    ({ left }) => Math.min(stretches - 1, Math.floor((left - from) / size)),
  );
  return sums.map(([at, n]) => textAt(`+${n}`, from + at * size, middle, { size: 10, fill: faintInk }));
}
