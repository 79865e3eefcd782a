import { s } from 'hastscript';
import { safe } from '../safe-text.ts';
import type { BarLevel } from './bar-segments.ts';
import { type LegendEntry, sampleSize } from './legend.ts';
import { faintInk } from './palette.ts';

/**
 * The levels in the order of the bars, and what the marks of rows mean, where there are any.
 *
 * @param mark what another mark than that of reversed rows means.
 */
export function levelLegend(
  levels: readonly Pick<BarLevel, 'label' | 'fill'>[],
  rows: readonly { reversed: boolean }[],
  mark?: string,
): LegendEntry[] {
  const entries = levels.map(({ label, fill }): LegendEntry => ({ text: label, sample: square(fill) }));
  const reversed = rows.some((row) => row.reversed) ? ['(R) reverse-keyed: answers turned round'] : [];
  const marks = [...reversed, ...(mark === undefined ? [] : [safe(mark)])];
  return [...entries, ...marks.map((text): LegendEntry => ({ text }))];
}

/** A square of one colour for a legend. */
export const square = (fill: string) => (x: number, y: number) => [
  s('rect', { x, y, width: sampleSize, height: sampleSize, fill, stroke: faintInk, strokeWidth: 0.5 }),
];

/** What stands after the label of a reversed row. */
export const reversedMark = (reversed: boolean): string => (reversed ? '\u00a0(R)' : '');
