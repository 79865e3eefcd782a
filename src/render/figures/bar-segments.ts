import type { DivergingBars } from '../../exhibit/figure.ts';
import { levelColor, neutral } from './palette.ts';

export interface BarLevel {
  label: string;
  side: DivergingBars['levels'][number]['side'];
  /** Its place in a row's `values`. */
  index: number;
  fill: string;
}

export interface Segment {
  /** In units of the axis: negative left of the centre line. */
  from: number;
  to: number;
  value: number;
  fill: string;
}

/** The levels left to right: disagreement, neutral, agreement, each side in declared order, strongest outermost. */
export function barLevels(levels: DivergingBars['levels']): BarLevel[] {
  const own = (side: BarLevel['side']) =>
    levels.flatMap((level, index) => (level.side === side ? [{ ...level, index }] : []));
  const against = own('disagree');
  const between = own('neutral');
  const inFavour = own('agree');
  const mildest = against.length - 1;
  return [
    ...against.map((level, at) => ({ ...level, fill: levelColor('disagree', mildest - at, against.length) })),
    ...between.map((level) => ({ ...level, fill: neutral })),
    ...inFavour.map((level, at) => ({ ...level, fill: levelColor('agree', at, inFavour.length) })),
  ];
}

/**
 * A row's segments from left to right, side by side: all disagreement ends and all agreement begins
 * where half of the neutral values lie on either side of zero. Levels without a value have none.
 */
export function segments({ values }: { values: readonly number[] }, levels: readonly BarLevel[]): Segment[] {
  const answers = ({ index }: BarLevel) => values[index] ?? 0;
  let to = 0;
  for (const level of levels) {
    if (level.side === 'disagree') to -= answers(level);
    if (level.side === 'neutral') to -= answers(level) / 2;
  }
  return levels.flatMap((level) => {
    const value = answers(level);
    const from = to;
    to += value;
    return value > 0 ? [{ from, to, value, fill: level.fill }] : [];
  });
}
