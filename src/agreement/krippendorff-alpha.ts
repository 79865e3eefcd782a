import { type Agreement, nothingToCompare, positiveZero, withoutValue } from './agreement.ts';
import { type Counts, countsOf, forgetRaters } from './counts.ts';
import { type IntervalOptions, withInterval } from './interval.ts';
import { describePair, pairTable } from './pair-table.ts';
import { onlyCategory, type PatternTotals, patternTotals } from './pattern-totals.ts';
import { quoted } from './quoted.ts';
import type { Ratings } from './ratings.ts';

export interface AlphaOptions extends IntervalOptions {
  /** How far apart two categories are: nominal, all equally far. */
  metric?: 'nominal' | undefined;
}

/**
 * Krippendorff's alpha, nominal, of any number of raters with any ratings missing,
 *
 *     α = 1 − Do / De
 *     Do = (1 / n) Σ_u Σ_c n_uc (m_u − n_uc) / (m_u − 1)
 *     De = Σ_c n_c (n − n_c) / (n (n − 1))
 *
 * over the pairable values: those of units with m_u ≥ 2 ratings; n is how many values these are, and n_c
 * how many of them are c. `observed` and `expected` are 1 − Do and 1 − De. Where all pairable values are
 * the same alpha is 0/0: null. There is no analytic standard error here: the automatic interval is a
 * bootstrap over units, or clusters, which is not Krippendorff's bootstrap of pairs. The value equals that
 * of nltk, irrCAC and Python's krippendorff.
 *
 * Source: Krippendorff (2011), Computing Krippendorff's alpha-reliability, University of Pennsylvania,
 * sections B and C.
 */
export function krippendorffAlpha(data: Ratings | Counts, options: AlphaOptions = {}): Agreement {
  const own = countsOf(data);
  const counts = forgetRaters(own);
  const totals = patternTotals(counts);
  const missing = 'pairable values: units with two ratings or more';
  let n = 0;
  for (let pattern = 0; pattern < counts.times.length; pattern++) {
    if ((totals.ratings[pattern] as number) >= 2) n += counts.times[pattern] as number;
  }
  const nothing = nothingToCompare(counts, n);
  if (nothing !== null) return withoutValue(counts, 'krippendorff-alpha', nothing, missing);

  const estimate = (times: Float64Array): number | null => alphaOf(counts, totals, times).value;
  const { value, observed, expected } = alphaOf(counts, totals, counts.times);
  const only = value === null ? onlyCategory(totals, counts.times, 2) : null;
  const result: Agreement = {
    ...withoutValue(counts, 'krippendorff-alpha', '', missing, counts.units - n),
    value,
    reason:
      value === null
        ? `every pairable value is ${quoted(counts.categories[only ?? 0] ?? '')}, so that disagreement by chance is 0 and alpha is 0/0`
        : null,
    observed,
    expected,
    ...(counts.raters.length === 2 && describePair(own, pairTable(own))),
  };
  return withInterval(result, counts, estimate, { se: null, source: '' }, options);
}

function alphaOf(
  { categories }: Counts,
  totals: PatternTotals,
  times: Float64Array,
): { value: number | null; observed: number | null; expected: number | null } {
  const values = new Float64Array(categories.length);
  let n = 0;
  let disagreeing = 0;
  for (let pattern = 0; pattern < times.length; pattern++) {
    const often = times[pattern] as number;
    const ratings = totals.ratings[pattern] as number;
    if (often === 0 || ratings < 2) continue;
    n += often * ratings;
    const pairs = ratings * (ratings - 1);
    disagreeing += (often * (pairs - (totals.agreeing[pattern] as number))) / (ratings - 1);
    const end = totals.starts[pattern + 1] as number;
    for (let at = totals.starts[pattern] as number; at < end; at++) {
      const category = totals.category[at] as number;
      values[category] = (values[category] as number) + often * (totals.count[at] as number);
    }
  }
  if (n === 0) return { value: null, observed: null, expected: null };
  let apart = 0;
  for (const value of values) apart += value * (n - value);
  const observed = 1 - disagreeing / n;
  const expected = 1 - apart / (n * (n - 1));
  if (apart === 0) return { value: null, observed: 1, expected: 1 };
  return {
    value: positiveZero(1 - ((n - 1) * disagreeing) / apart),
    observed: positiveZero(observed),
    expected: positiveZero(expected),
  };
}
