import { chiSquareQuantile } from '../statistics/chi-square-distribution.ts';
import { type Agreement, type Interval, positiveZero } from './agreement.ts';
import { leastKappa, sharesOfModel } from './common-correlation.ts';
import { type Counts, countsOf } from './counts.ts';
import { pairTable } from './pair-table.ts';
import type { Ratings } from './ratings.ts';

/** The intraclass kappa of the common correlation model, and its interval. */
export interface BinaryKappa extends Pick<Agreement, 'value' | 'reason' | 'n'> {
  interval: Interval | null;
}

/**
 * Kappa of two raters and two categories by the common correlation model, 1 − n₁ / (2 n π (1 − π)) with n₁ the units on
 * which they differ, which is Scott's pi; and the interval of all kappas by which the counts do not differ from the model by
 * chi-square with 1 degree of freedom. It holds its level for few units, from some 25 on, where value ± 1.96 se does not.
 *
 * Source: Donner and Eliasziw (1992), A goodness-of-fit approach to inference procedures for the kappa statistic,
 * Statistics in Medicine 11(11), 1511–1519. The limits are found by halving and not by their cubic equation.
 */
export function goodnessOfFitInterval(data: Ratings | Counts, level = 0.95): BinaryKappa {
  if (!(level > 0 && level < 1)) throw new RangeError('the level of an interval is between 0 and 1');
  const counts = countsOf(data);
  const none = (reason: string, n = 0): BinaryKappa => ({ value: null, reason, n, interval: null });
  if (counts.raters.length !== 2) return none(`it compares two raters, there are ${counts.raters.length}`);
  if (counts.categories.length !== 2)
    return none(`it is of two categories, there are ${counts.categories.length}`);
  const { cells, n } = pairTable(counts);
  if (n === 0) return none('no unit was rated by both raters');
  const [neither = 0, second = 0, first = 0, both = 0] = cells;
  const prevalence = (2 * both + first + second) / (2 * n);
  if (prevalence === 0 || prevalence === 1) return none('every rating is the same, so that kappa is 0/0', n);
  const value = positiveZero(1 - (first + second) / (2 * n * prevalence * (1 - prevalence)));
  const critical = chiSquareQuantile(level, 1);
  const fits = (kappa: number): boolean => {
    const shares = sharesOfModel(kappa, prevalence);
    let chiSquare = 0;
    for (const [observed, share] of [
      [both, shares.both],
      [first + second, shares.one],
      [neither, shares.neither],
    ] as const) {
      const expected = n * Math.max(0, share);
      if (expected > 0) chiSquare += (observed - expected) ** 2 / expected;
      else if (observed > 0) return false;
    }
    return chiSquare <= critical;
  };
  // Chi-square is convex in kappa and 0 at the value.
  const edge = (outside: number): number => {
    if (fits(outside)) return outside;
    let [inner, outer] = [value, outside];
    for (let turn = 0; turn < 100; turn++) {
      const middle = (inner + outer) / 2;
      if (fits(middle)) inner = middle;
      else outer = middle;
    }
    return inner;
  };
  const low = positiveZero(edge(leastKappa(prevalence)));
  const high = positiveZero(edge(1));
  const method = 'goodness of fit (Donner and Eliasziw 1992)';
  return { value, reason: null, n, interval: { low, high, level, method } };
}
