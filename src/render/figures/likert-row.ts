import type { LikertAnswers } from '../../exhibit/survey-figures.ts';
import { type BarLevel, type Segment, segments } from './bar-segments.ts';

/** A row of answers as it is drawn. */
export interface LikertRow {
  /** In proportions of `n`. */
  bar: Segment[];
  n: number;
  sides: Record<BarLevel['side'], number>;
  /** Of all who gave any answer. */
  apart: number;
}

/** Segments from left to right, and the sums beside them. */
export function likertRow({ counts, apart }: LikertAnswers, levels: readonly BarLevel[]): LikertRow {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const values = counts.map((count) => (n > 0 ? count / n : 0));
  const sides = { disagree: 0, neutral: 0, agree: 0 };
  for (const { side, index } of levels) sides[side] += counts[index] ?? 0;
  if (n > 0) for (const side of ['disagree', 'neutral', 'agree'] as const) sides[side] /= n;
  return { bar: segments({ values }, levels), n, sides, apart: apart > 0 ? apart / (n + apart) : 0 };
}
