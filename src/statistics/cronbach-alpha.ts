import { correlation } from './correlation.ts';
import { fQuantile } from './f-distribution.ts';
import type { Limits } from './limits.ts';
import type { NoResult } from './no-result.ts';

/** Cronbach's alpha of a scale. */
export interface CronbachAlpha {
  items: number;
  raw: number;
  /** Of items brought to one variance. */
  standardised: number;
  /** Feldt's, of `raw`. */
  interval: Limits;
}

/**
 * Cronbach's alpha of a scale of k items that are added up:
 *
 *     α = k / (k − 1) (1 − Σ variances of items / variance of their sum)
 *
 * at most 1, and below 0 where items contradict each other: has one to be turned round (`keyed`)? Standardised, the same of the
 * items' correlations. The interval 1 − (1 − α) F, with quantiles of F of n − 1 and (n − 1)(k − 1) degrees of freedom, is exact
 * for normal, essentially tau-equivalent items. Equals `alpha` and `alpha.ci` of the R package psych.
 *
 * Sources: Cronbach (1951), Coefficient alpha and the internal structure of tests, Psychometrika 16(3), 297–334, equation
 * 2; Feldt (1965), The approximate sampling distribution of Kuder-Richardson reliability coefficient twenty, Psychometrika
 * 30(3), 357–370; Feldt, Woodruff and Salih (1987), Statistical inference for coefficient alpha, Applied Psychological
 * Measurement 11(1), 93–103.
 *
 * @param covariance of the items, reversed ones keyed already.
 * @param n people: of pairwise covariances, the fewest that any rests on is the cautious choice.
 */
export function cronbachAlpha(
  covariance: readonly (readonly number[])[],
  n: number,
  level = 0.95,
): CronbachAlpha | NoResult {
  const items = covariance.length;
  if (items < 2) return { reason: 'a scale has two items or more' };
  if (!(n >= 2)) return { reason: 'fewer than two people answered' };
  const constant = covariance.findIndex((row, at) => !((row[at] as number) > 0));
  if (constant >= 0) return { reason: `all answers to item ${constant + 1} are the same` };
  const raw = alphaOf(covariance);
  if (!Number.isFinite(raw)) return { reason: 'the sum of the items is the same for all' };
  const end = (p: number) => 1 - (1 - raw) * fQuantile(p, n - 1, (n - 1) * (items - 1));
  return {
    items,
    raw,
    standardised: alphaOf(correlation(covariance)),
    interval: { low: end(0.5 + level / 2), high: end(0.5 - level / 2), level },
  };
}

/** Alpha alone, of covariances or correlations; not finite with one item, or where the items' sum does not vary. */
export function alphaOf(covariance: readonly (readonly number[])[]): number {
  const items = covariance.length;
  const ofItems = covariance.reduce((sum, row, at) => sum + (row[at] as number), 0);
  const ofSum = covariance.reduce((sum, row) => row.reduce((all, value) => all + value, sum), 0);
  if (!(ofSum > ofItems * 1e-12)) return Number.NaN;
  return (items / (items - 1)) * (1 - ofItems / ofSum);
}
