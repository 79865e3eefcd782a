import type { Element } from 'hast';
import { s } from 'hastscript';
import type { ContinuumCode } from '../../exhibit/continuum-chart.ts';
import { beginsHere, endsHere, type Piece } from '../continuum/pieces.ts';
import { safe } from '../safe-text.ts';
import { textAt } from './draw.ts';
import { ink, inkOn, participantColors } from './palette.ts';

export const boxHeight = 15;
/** A mark has this much room, in its box or behind it. */
export const markRoom = 11;
const markSize = 11;
const notch = 4;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A span in the colour of its code, from the ninth code on with another border, with its mark; what it is shows when pointed at. */
export function codeBox(piece: Piece, code: ContinuumCode | undefined, index: number, box: Box): Element {
  const { x, y, width, height } = box;
  const { label = '', mark = '' } = code ?? {};
  const { fill, ...border } = codeLook(index);
  const inside = width >= markRoom;
  const style = { size: markSize, weight: 'bold', rightToLeft: false } as const;
  const middle = y + height / 2;
  return s('g', [
    s('title', safe(`${label}: ${piece.span.start} to ${piece.span.end}`)),
    s('path', { d: outline(piece, box), fill, ...border }),
    inside
      ? textAt(mark, x + Math.min(width / 2, notch + markRoom), middle, {
          ...{ ...style, anchor: 'middle', fill: inkOn(fill) },
        })
      : textAt(mark, x + width + 1, middle, style),
  ]);
}

/** The colours of participants, then the same with a strong border, then with a dashed one. */
export function codeLook(index: number): { fill: string; stroke: string; strokeWidth: number } {
  const colors = participantColors.length;
  const round = Math.floor(index / colors) % 3;
  return {
    fill: participantColors[index % colors] ?? ink,
    stroke: ink,
    strokeWidth: round === 0 ? 0.5 : 2,
    ...(round === 2 && { strokeDasharray: '3 2' }),
  };
}

/** Where a span goes on beyond the line, its box has a notch. */
function outline(piece: Piece, { x, y, width, height }: Box): string {
  const depth = Math.min(notch, width / 3);
  const middle = y + height / 2;
  const left = beginsHere(piece) ? '' : `L${cents(x + depth)} ${cents(middle)}`;
  const right = endsHere(piece) ? '' : `L${cents(x + width - depth)} ${cents(middle)}`;
  const [end, bottom] = [cents(x + width), cents(y + height)];
  return `M${cents(x)} ${cents(y)}H${end}${right}L${end} ${bottom}H${cents(x)}${left}Z`;
}

const cents = (value: number): number => Math.round(value * 100) / 100;
