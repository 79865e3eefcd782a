import { range } from 'd3';
import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Verdict } from '../../exhibit/continuum-chart.ts';
import { faintInk, ink, levelColor, neutral } from './palette.ts';

export const verdictHeight = 14;

/** Verdicts of columns side by side, neighbours with the same one in one bar, on a line that goes on where nobody marked anything. */
export function verdictBar(
  verdicts: readonly Verdict[],
  { x, y, column, right }: { x: number; y: number; column: number; right: number },
): Element[] {
  const starts = verdicts.flatMap((verdict, at) => (verdicts[at - 1] === verdict ? [] : [at]));
  const bottom = y + verdictHeight;
  return [
    ...starts.flatMap((at, place) => {
      const from = x + at * column;
      const to = Math.min(right, x + (starts[place + 1] ?? verdicts.length) * column);
      return verdictShape(verdicts[at] ?? 'none', { x: from, y, width: Math.max(1, to - from) });
    }),
    s('line', { x1: x, x2: right, y1: bottom, y2: bottom, stroke: ink, strokeWidth: 1 }),
  ];
}

/** Full for the same codes, full and striped for different ones, half as high for some raters: told apart without colour. */
export function verdictShape(
  verdict: Verdict,
  { x, y, width }: { x: number; y: number; width: number },
): Element[] {
  const whole = { x, y, width, height: verdictHeight };
  if (verdict === 'none') return [];
  if (verdict === 'agree') return [s('rect', { ...whole, fill: levelColor('agree', 1, 2) })];
  if (verdict === 'some') {
    const half = { y: y + verdictHeight / 2, height: verdictHeight / 2 };
    return [s('rect', { ...whole, ...half, fill: neutral, stroke: faintInk, strokeWidth: 0.5 })];
  }
  return [
    s('rect', { ...whole, fill: levelColor('disagree', 0, 2) }),
    ...range(x + 1, x + width, 4).map((at) =>
      s('line', { x1: at, x2: at, y1: y, y2: y + verdictHeight, stroke: ink, strokeWidth: 1.5 }),
    ),
  ];
}
