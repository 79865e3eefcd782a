import { type Agreement, nothingToCompare, positiveZero, withoutValue } from './agreement.ts';
import { type Counts, countsOf, forgetRaters } from './counts.ts';
import { type ManyRatersOptions, treatMissing } from './fleiss-kappa.ts';
import { withInterval } from './interval.ts';
import { describePair, pairTable } from './pair-table.ts';
import { patternTotals } from './pattern-totals.ts';
import type { Ratings } from './ratings.ts';

/**
 * Percent agreement, as a share from 0 to 1: how many pairs of raters agree, in the mean over units,
 *
 *     po = (1 / n) Σ_i Σ_c n_ic (n_ic − 1) / (n_i (n_i − 1))
 *
 * For two raters the share of units on which they agree. It says nothing of chance. The standard error
 * is that of a mean of n units, √(s² / n) with n − 1 in s². Of complete ratings it equals that of irrCAC's
 * `pa.coeff.raw`; its `pa2.table` has n for n − 1. With ratings missing, irrCAC's takes a unit with one
 * rating for one on which nobody agrees, and is larger.
 *
 * Source: Fleiss (1971), Psychological Bulletin 76(5), equations 2 and 3; with missing ratings Gwet
 * (2014), Handbook of inter-rater reliability, 4th edition, chapter 2.
 */
export function percentAgreement(data: Ratings | Counts, options: ManyRatersOptions = {}): Agreement {
  const own = countsOf(data);
  const counts = forgetRaters(own);
  const totals = patternTotals(counts);
  const { used, n, words } = treatMissing(counts, totals, options.missing ?? 'pairwise');
  const missing =
    options.missing === 'listwise' ? words : 'pairwise (Gwet 2014): units with two ratings or more';
  const nothing = nothingToCompare(counts, n);
  if (nothing !== null) return withoutValue(counts, 'percent', nothing, missing);

  const share = (pattern: number): number => {
    const ratings = totals.ratings[pattern] as number;
    return (totals.agreeing[pattern] as number) / (ratings * (ratings - 1));
  };
  const estimate = (times: Float64Array): number | null => {
    let sum = 0;
    let compared = 0;
    for (let pattern = 0; pattern < times.length; pattern++) {
      if (used[pattern] !== 2) continue;
      sum += (times[pattern] as number) * share(pattern);
      compared += times[pattern] as number;
    }
    return compared === 0 ? null : positiveZero(sum / compared);
  };
  const value = estimate(counts.times) ?? 0;
  let squares = 0;
  for (let pattern = 0; pattern < used.length; pattern++) {
    if (used[pattern] === 2) squares += (counts.times[pattern] as number) * (share(pattern) - value) ** 2;
  }
  const result: Agreement = {
    ...withoutValue(counts, 'percent', '', missing, counts.units - n),
    value,
    reason: null,
    observed: value,
    ...(counts.raters.length === 2 && describePair(own, pairTable(own))),
  };
  const se = n < 2 ? null : Math.sqrt(squares / (n * (n - 1)));
  return withInterval(result, counts, estimate, { se, source: 'mean over units' }, options);
}
