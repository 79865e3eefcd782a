/**
 * A quantile of an ordered scale as levels, not as a number: the level at which a share `p` of the weight is
 * reached, or the two levels it falls between. No distance between levels is assumed.
 *
 * Low and high are R's `quantile(x, p, type = 1)` of the expanded data and, read from above, that of 1 − p.
 *
 * @param weights weight per level, in order, each ≥ 0.
 * @param p above 0 and below 1: 0.25 for the lower quartile.
 * @returns indices of levels with `low <= high`; null without weight.
 */
export function ordinalQuantile(weights: readonly number[], p: number): { low: number; high: number } | null {
  if (!(p > 0 && p < 1)) throw new RangeError('a quantile of levels is between 0 and 1');
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return null;
  const low = reach(weights, total * p);
  const high = weights.length - 1 - reach(weights.toReversed(), total * (1 - p));
  return { low, high };
}

/** The first level at which the weight so far is at least `goal`. */
function reach(weights: readonly number[], goal: number): number {
  let sum = 0;
  for (const [level, weight] of weights.entries()) {
    sum += weight;
    // Thirds do not add up exactly in binary.
    if (weight > 0 && sum >= goal * (1 - 1e-9)) return level;
  }
  return weights.length - 1;
}
