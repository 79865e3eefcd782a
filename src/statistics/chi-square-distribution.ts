import { gammaPower, incompleteGamma } from './incomplete-gamma.ts';
import { quantileAbove0, type Tail } from './tail.ts';

/**
 * The probability of at most, or of more than, `x` under the chi-square distribution. R's `pchisq`.
 *
 * @param x from 0. @param df degrees of freedom, above 0, whole or not.
 */
export function chiSquareProbability(x: number, df: number, tail: Tail = 'lower'): number {
  return incompleteGamma(df / 2, x / 2, tail);
}

/** The value that is not passed with probability `p`, from 0 to 1. R's `qchisq`. */
export function chiSquareQuantile(p: number, df: number): number {
  const half = {
    tail: (x: number, tail: Tail) => incompleteGamma(df / 2, x, tail),
    power: (x: number) => gammaPower(df / 2, x),
  };
  return 2 * quantileAbove0(half, p, 1 - p);
}
