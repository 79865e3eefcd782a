import { fDistribution, fProbability } from './f-distribution.ts';
import { quantileAbove0 } from './tail.ts';

/**
 * The probability of at most `t` under Student's distribution; of more than `t` it is that of at most −t.
 * R's `pt`.
 *
 * @param df degrees of freedom, above 0, whole or not.
 */
export function tProbability(t: number, df: number): number {
  if (t > 0) return 1 - tProbability(-t, df);
  // t² has the F distribution with 1 and df.
  return t * t > 1e300 ? 0 : fProbability(t * t, 1, df, 'upper') / 2;
}

/** The value that is not passed with probability `p`, from 0 to 1. R's `qt`. */
export function tQuantile(p: number, df: number): number {
  const outside = 2 * Math.min(p, 1 - p);
  const size = Math.sqrt(quantileAbove0(fDistribution(1, df), 2 * Math.abs(p - 0.5), outside));
  return p < 0.5 ? -size : size;
}
