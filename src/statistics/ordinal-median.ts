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
export function ordinalMedian(weights: readonly number[]): { low: number; high: number } | null {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return null;
  const low = reach(weights, total / 2);
  const high = weights.length - 1 - reach(weights.toReversed(), total / 2);
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
