/**
 * Tastle and Wierman's consensus of an ordered scale,
 *
 *     Cns = 1 + Σ p_i · log2(1 − |x_i − μ| / (x_max − x_min)),   x_i = 1 … k, μ = Σ p_i x_i
 *
 * 1 when all weight stands at one level, 0 when half stands at each end. It treats neighbouring
 * levels as equally far apart. Equals `consensus` of the R package agrmt.
 *
 * Source: Tastle and Wierman (2007), Consensus and dissention: a measure of ordinal dispersion,
 * International Journal of Approximate Reasoning 45(3), equation 2.
 *
 * @param weights weight per level, in order, each ≥ 0: counts, or halves where somebody stands in two.
 * @returns a number in [0, 1]; null without weight, or with fewer than two levels.
 */
export function consensus(weights: readonly number[]): number | null {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0 || weights.length < 2) return null;
  const width = weights.length - 1;
  const mean = weights.reduce((sum, weight, level) => sum + (weight / total) * level, 0);
  let value = 1;
  for (const [level, weight] of weights.entries()) {
    if (weight > 0) value += (weight / total) * Math.log2(1 - Math.abs(level - mean) / width);
  }
  // Weights that differ by sixteen orders of magnitude would give −Infinity.
  return Math.min(1, Math.max(0, value));
}
