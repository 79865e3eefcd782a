import { dominance } from './dominance.ts';
import type { Limits } from './limits.ts';
import { tQuantile } from './t-distribution.ts';

/** How much higher one group stands than another. */
export interface CliffsDelta {
  delta: number;
  /** The variance of delta that the interval comes from; null with the interval. */
  variance: number | null;
  /** Null where a group has one answer only, or all answers are the same. */
  interval: Limits | null;
}

/**
 * Cliff's delta: the share of pairs of one answer of each group in which the first group stands higher, less the share in
 * which it stands lower. 1 where all of the first group stand above all of the second, 0 where neither tends to be
 * higher, −1 the other way round; 2U/(n₁n₂) − 1 of Mann and Whitney's U.
 *
 * The interval is Feng and Cliff's, which is not symmetric about delta, with t of n₁ + n₂ − 2 degrees of freedom:
 *
 *     (δ − δ³ ± t s √((1 − δ²)² + t² s²)) / (1 − δ² + t² s²)
 *
 * s² is Cliff's unbiased estimate, no smaller than (1 − δ²) / (n₁n₂ − 1). Equals `cliff.delta` of the R package effsize, which
 * sets no least variance. Where delta is 1 or −1, so that there is no variance, the inner end is that of Wilson's interval of
 * the smaller group, as if it had been counted who stands apart: (n − t²) / (n + t²); effsize takes a delta just below 1 there.
 *
 * Sources: Cliff (1993), Dominance statistics: ordinal analyses to answer ordinal questions, Psychological Bulletin
 * 114(3), 494–509; Feng and Cliff (2004), Monte Carlo evaluation of ordinal d with improved confidence interval, Journal of
 * Modern Applied Statistical Methods 3(2), 322–332.
 *
 * @param first how many of the first group stand at each level, in order. @param second the same levels.
 * @returns null where a group has no answers.
 */
export function cliffsDelta(
  first: readonly number[],
  second: readonly number[],
  level = 0.95,
): CliffsDelta | null {
  const n1 = first.reduce((sum, count) => sum + count, 0);
  const n2 = second.reduce((sum, count) => sum + count, 0);
  if (n1 === 0 || n2 === 0) return null;
  const pairs = n1 * n2;
  const { above, below, equal } = dominance(first, second);
  const delta = (above - below) / pairs;
  if (n1 === 1 || n2 === 1 || equal === pairs) return { delta, variance: null, interval: null };
  const t = tQuantile(0.5 + level / 2, n1 + n2 - 2);
  if (Math.abs(delta) === 1) {
    const n = Math.min(n1, n2);
    const inner = (n - t ** 2) / (n + t ** 2);
    const [low, high] = delta === 1 ? [inner, 1] : [-1, -inner];
    return { delta, variance: 0, interval: { low, high, level } };
  }
  // Σ over pairs of (d_ij − δ)², and over the answers of either group of the squares of their means.
  const squares = above * (1 - delta) ** 2 + below * (1 + delta) ** 2 + equal * delta ** 2;
  const unbiased =
    (n2 ** 2 * spread(first, second, delta, n2) + n1 ** 2 * spread(second, first, -delta, n1) - squares) /
    (pairs * (n1 - 1) * (n2 - 1));
  const variance = Math.max(unbiased, (1 - delta ** 2) / (pairs - 1));
  const rest = 1 - delta ** 2;
  const ts = t ** 2 * variance;
  const half = Math.sqrt(ts * (rest ** 2 + ts));
  const end = (side: number) => Math.min(1, Math.max(-1, (delta * rest + side * half) / (rest + ts)));
  return { delta, variance, interval: { low: end(-1), high: end(1), level } };
}

/** Σ (d_i − δ)² over the answers of one group, d_i being the mean of an answer's dominance over the other group. */
function spread(own: readonly number[], other: readonly number[], delta: number, n: number): number {
  let passed = 0;
  return own.reduce((sum, count, level) => {
    const there = other[level] as number;
    const mean = (2 * passed + there - n) / n;
    passed += there;
    return sum + count * (mean - delta) ** 2;
  }, 0);
}
