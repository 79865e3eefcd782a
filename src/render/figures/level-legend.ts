import { s } from 'hastscript';
import type { BarLevel } from './bar-segments.ts';
import { type LegendEntry, sampleSize } from './legend.ts';
import { faintInk } from './palette.ts';

/** The levels in the order of the bars, and what the mark of reversed rows means, where there are any. */
export function levelLegend(
  levels: readonly Pick<BarLevel, 'label' | 'fill'>[],
  rows: readonly { reversed: boolean }[],
): LegendEntry[] {
  const entries = levels.map(({ label, fill }): LegendEntry => ({ text: label, sample: square(fill) }));
  if (!rows.some(({ reversed }) => reversed)) return entries;
  return [...entries, { text: '(R) reverse-keyed: answers turned round' }];
}

/** A square of one colour for a legend. */
export const square = (fill: string) => (x: number, y: number) => [
  s('rect', { x, y, width: sampleSize, height: sampleSize, fill, stroke: faintInk, strokeWidth: 0.5 }),
];

/** What stands after the label of a reversed row. */
export const reversedMark = (reversed: boolean): string => (reversed ? '\u00a0(R)' : '');
