import { ordinalQuantile } from './ordinal-quantile.ts';

/**
 * The median of an ordered scale as levels, not as a number: the level that the middle of the
 * weight falls in, or the two levels it falls between. No distance between levels is assumed.
 *
 * Low and high are R's `quantile(x, 0.5, type = 1)` of the expanded data read from below and from
 * above; for whole weights their mean is the usual median of the ranks.
 *
 * @param weights weight per level, in order, each ≥ 0.
 * @returns indices of levels with `low <= high`; null without weight.
 */
export const ordinalMedian = (weights: readonly number[]): { low: number; high: number } | null =>
  ordinalQuantile(weights, 0.5);
