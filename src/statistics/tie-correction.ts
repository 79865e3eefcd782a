/**
 * Σ (t³ − t) / (n³ − n) over groups of t tied answers: 0 where all differ, 1 where all are the same.
 *
 * @param counts how many stand at each level, at least two in all.
 */
export function tieCorrection(counts: readonly number[]): number {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, t) => sum + (t / n) * ((t - 1) / (n - 1)) * ((t + 1) / (n + 1)), 0);
}
