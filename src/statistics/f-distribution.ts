import { betaPower, incompleteBeta } from './incomplete-beta.ts';
import { type Distribution, quantileAbove0, type Tail } from './tail.ts';

/**
 * The probability of at most, or of more than, `f` under Fisher's F distribution. R's `pf`.
 *
 * @param f from 0. @param df1 degrees of freedom above the line, whole or not; `df2` those below it.
 */
export function fProbability(f: number, df1: number, df2: number, tail: Tail = 'lower'): number {
  const [x, y] = betaOf(f, df1, df2);
  return tail === 'lower' ? incompleteBeta(x, df1 / 2, df2 / 2, y) : incompleteBeta(y, df2 / 2, df1 / 2, x);
}

/** The value that is not passed with probability `p`, from 0 to 1. R's `qf`. */
export function fQuantile(p: number, df1: number, df2: number): number {
  return quantileAbove0(fDistribution(df1, df2), p, 1 - p);
}

export const fDistribution = (df1: number, df2: number): Distribution => ({
  tail: (f, tail) => fProbability(f, df1, df2, tail),
  power: (f) => betaPower(...betaOf(f, df1, df2), df1 / 2, df2 / 2),
});

/** The beta variable of f, and 1 less it, without overflow and without cancellation. */
function betaOf(f: number, df1: number, df2: number): [x: number, y: number] {
  if (f > 1) {
    const odds = df2 / df1 / f;
    return [1 / (1 + odds), odds / (1 + odds)];
  }
  const odds = (df1 / df2) * f;
  return [odds / (1 + odds), 1 / (1 + odds)];
}
