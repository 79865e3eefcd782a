import { ticks } from 'd3';
import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Line } from '../continuum/cut-lines.ts';
import { textAt, widthAt } from './draw.ts';
import { faintInk, line as lineColor } from './palette.ts';

const textSize = 11;

/** Round positions above a line, and a stroke down from each; what is near the end has its number before it. */
export function continuumAxis(
  { from, to }: Line,
  scaled: (position: number) => number,
  { top, bottom }: { top: number; bottom: number },
): Element[] {
  const [left, right] = [scaled(from), scaled(to)];
  const room = widthAt(textSize)(String(to)) + 24;
  const inner = ticks(from, to, Math.max(1, Math.floor((right - left) / Math.max(room, 90)))).filter(
    (position) =>
      Number.isInteger(position) && scaled(position) > left + room && scaled(position) < right - room,
  );
  const stroke = (x: number, color: string) =>
    s('line', { x1: x, x2: x, y1: top - 5, y2: bottom, stroke: color, strokeWidth: 1 });
  const style = { size: textSize, fill: faintInk };
  const isNarrow = right - left < 2 * room;
  return [
    stroke(left, faintInk),
    textAt(String(from), left, top - 12, style),
    ...inner.flatMap((position) => [
      stroke(scaled(position), lineColor),
      textAt(String(position), scaled(position), top - 12, { ...style, anchor: 'middle' }),
    ]),
    stroke(right, faintInk),
    ...(isNarrow ? [] : [textAt(String(to), right, top - 12, { ...style, anchor: 'end' })]),
  ];
}
