import { type Agreement, nothingToCompare, positiveZero, withoutValue } from './agreement.ts';
import type { Parts } from './bootstrap.ts';
import { type Counts, countsOf, forgetRaters } from './counts.ts';
import { type IntervalOptions, withInterval } from './interval.ts';
import { describePair, pairTable } from './pair-table.ts';
import { onlyCategory, type PatternTotals, patternTotals } from './pattern-totals.ts';
import { quoted } from './quoted.ts';
import type { Ratings } from './ratings.ts';

export interface ManyRatersOptions extends IntervalOptions {
  missing?: Missing | undefined;
}

/**
 * `pairwise`: agreement from every unit with two ratings or more, shares of categories from every unit
 * with one or more (Gwet 2014). `listwise`: only units that all raters rated.
 */
export type Missing = 'pairwise' | 'listwise';

/**
 * Fleiss' kappa of any number of raters,
 *
 *     κ = (P̄ − P̄e) / (1 − P̄e),   P_i = Σ_c n_ic (n_ic − 1) / (n_i (n_i − 1)),   P̄e = Σ_c p_c²
 *
 * With two raters it is Scott's pi, not Cohen's kappa: chance is taken from what all raters did together.
 * Where every rating is the same, P̄e is 1 and kappa 0/0: null. The standard error takes units, not
 * raters, as a sample; the one printed by Fleiss (1971) is only for the hypothesis of no agreement, and
 * was corrected in 1979. Equals irrCAC's `fleiss.kappa.raw` and `.dist`, with its standard error and with
 * ratings missing; irrCAC's `scott2.table` divides the variance by n where these divide by n − 1.
 * statsmodels, nltk and irr give the same value for complete ratings.
 *
 * Sources: Fleiss (1971), Measuring nominal scale agreement among many raters, Psychological Bulletin
 * 76(5), 378–382, equations 2 to 7. Missing ratings and standard error: Gwet (2014), Handbook of
 * inter-rater reliability, 4th edition, chapters 2 and 5; the error is Gwet (2008), British Journal of
 * Mathematical and Statistical Psychology 61, 29–48.
 */
export function fleissKappa(data: Ratings | Counts, options: ManyRatersOptions = {}): Agreement {
  const own = countsOf(data);
  const counts = forgetRaters(own);
  const totals = patternTotals(counts);
  const treated = treatMissing(counts, totals, options.missing ?? 'pairwise');
  const { used, n } = treated;
  const nothing = nothingToCompare(counts, n);
  if (nothing !== null) return withoutValue(counts, 'fleiss-kappa', nothing, treated.words);

  const estimate = (times: Float64Array): number | null => kappaOf(counts, totals, used, times).value;
  const { value, observed, expected, shares } = kappaOf(counts, totals, used, counts.times);
  const only = value === null ? onlyCategory(totals, treated.times, 1) : null;
  const result: Agreement = {
    ...withoutValue(counts, 'fleiss-kappa', '', treated.words, counts.units - n),
    value,
    reason:
      value === null
        ? `every rating is ${quoted(counts.categories[only ?? 0] ?? '')}, so that agreement by chance is 1 and kappa is 0/0`
        : null,
    observed,
    expected,
    ...(counts.raters.length === 2 && describePair(own, pairTable(own))),
  };
  const se =
    value === null || expected === null || observed === null
      ? null
      : linearisedError(counts, totals, used, { value, expected, shares });
  return withInterval(result, counts, estimate, { se, source: 'Gwet 2008, units sampled' }, options);
}

/** Fleiss' kappa of resampled counts. */
export function fleissParts(counts: Counts, missing: Missing = 'pairwise'): (times: Float64Array) => Parts {
  const totals = patternTotals(counts);
  const { used } = treatMissing(counts, totals, missing);
  return (times) => kappaOf(counts, totals, used, times);
}

/** Which patterns enter: 2 for agreement and shares, 1 for shares alone, 0 for nothing. */
export interface Treated {
  used: Uint8Array;
  times: Float64Array;
  /** Units that enter agreement. */
  n: number;
  words: string;
}

export function treatMissing(counts: Counts, totals: PatternTotals, missing: Missing): Treated {
  const used = new Uint8Array(counts.times.length);
  const times = counts.times.slice();
  const all = counts.raters.length;
  let n = 0;
  for (let pattern = 0; pattern < used.length; pattern++) {
    const ratings = totals.ratings[pattern] as number;
    const least = missing === 'listwise' ? all : 2;
    if (ratings >= least && ratings >= 2) {
      used[pattern] = 2;
      n += counts.times[pattern] as number;
    } else if (missing === 'pairwise' && ratings === 1) used[pattern] = 1;
    else times[pattern] = 0;
  }
  const words =
    missing === 'listwise'
      ? 'listwise: units that all raters rated'
      : 'pairwise (Gwet 2014): units with two ratings or more; units with one count for the shares of categories';
  return { used, times, n, words };
}

function kappaOf(
  counts: Counts,
  totals: PatternTotals,
  used: Uint8Array,
  times: Float64Array,
): { value: number | null; observed: number | null; expected: number | null; shares: Float64Array } {
  const shares = new Float64Array(counts.categories.length);
  let agreement = 0;
  let compared = 0;
  let rated = 0;
  for (let pattern = 0; pattern < times.length; pattern++) {
    const often = times[pattern] as number;
    const use = used[pattern] as number;
    if (often === 0 || use === 0) continue;
    const ratings = totals.ratings[pattern] as number;
    rated += often;
    const end = totals.starts[pattern + 1] as number;
    for (let at = totals.starts[pattern] as number; at < end; at++) {
      const category = totals.category[at] as number;
      shares[category] = (shares[category] as number) + (often * (totals.count[at] as number)) / ratings;
    }
    if (use < 2) continue;
    compared += often;
    agreement += (often * (totals.agreeing[pattern] as number)) / (ratings * (ratings - 1));
  }
  if (compared === 0) return { value: null, observed: null, expected: null, shares };
  let several = 0;
  let expected = 0;
  for (let category = 0; category < shares.length; category++) {
    const sum = shares[category] as number;
    if (sum > 0) several++;
    shares[category] = sum / rated;
    expected += (sum / rated) ** 2;
  }
  if (several < 2) return { value: null, observed: 1, expected: 1, shares };
  const observed = agreement / compared;
  return { value: positiveZero((observed - expected) / (1 - expected)), observed, expected, shares };
}

/**
 * Gwet (2008) and (2014), from the variance of each unit's part of kappa, to first order. Where ratings
 * are missing it takes the number of units with two ratings as fixed, as irrCAC does.
 */
function linearisedError(
  counts: Counts,
  totals: PatternTotals,
  used: Uint8Array,
  { value, expected, shares }: { value: number; expected: number; shares: Float64Array },
): number | null {
  let rated = 0;
  let compared = 0;
  for (let pattern = 0; pattern < used.length; pattern++) {
    if ((used[pattern] as number) > 0) rated += counts.times[pattern] as number;
    if (used[pattern] === 2) compared += counts.times[pattern] as number;
  }
  if (rated < 2) return null;
  let squares = 0;
  for (let pattern = 0; pattern < used.length; pattern++) {
    if (used[pattern] === 0) continue;
    const ratings = totals.ratings[pattern] as number;
    let own = 0;
    const end = totals.starts[pattern + 1] as number;
    for (let at = totals.starts[pattern] as number; at < end; at++) {
      own += ((shares[totals.category[at] as number] as number) * (totals.count[at] as number)) / ratings;
    }
    const pairs = ratings * (ratings - 1);
    const part =
      used[pattern] === 2
        ? ((rated / compared) * ((totals.agreeing[pattern] as number) / pairs - expected)) / (1 - expected)
        : 0;
    const linear = part - (2 * (1 - value) * (own - expected)) / (1 - expected);
    squares += (counts.times[pattern] as number) * (linear - value) ** 2;
  }
  return Math.sqrt(squares / (rated * (rated - 1)));
}
