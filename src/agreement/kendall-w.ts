import { type Agreement, positiveZero } from './agreement.ts';
import { completeUnits, onCompleteUnits } from './complete-units.ts';
import { type Counts, countsOf } from './counts.ts';
import { type IntervalOptions, withInterval } from './interval.ts';
import { midranks } from './midranks.ts';
import { quoted } from './quoted.ts';
import type { Ratings } from './ratings.ts';
import { undeclaredOrder } from './undeclared-order.ts';

/**
 * Kendall's coefficient of concordance: how far m raters put n units in the same order, by the categories'
 * order and over the units that all of them rated. With R_i the sum of the ranks of unit i, tied units
 * sharing their mean rank, and t the sizes of a rater's groups of ties,
 *
 *     W = 12 Σ_i (R_i − R̄)² / (m² (n³ − n) − m Σ_raters Σ (t³ − t))
 *
 * 1 for the same order, 0 for none in common; with two raters and no ties (1 + Spearman's ρ) / 2. It looks at
 * order alone: a rater who is always higher does not lower it. A rater who ties all units adds nothing above
 * the line nor below it but in m. Where every rater does, W is 0/0: null.
 *
 * m (n − 1) W is Friedman's chi-square with n − 1 degrees of freedom, corrected for ties, for the hypothesis
 * that raters order units at random. There is no analytic standard error: the automatic interval is a
 * bootstrap over units, whose doubled units are ties.
 *
 * Equals vegan's `kendall.global` and, through that chi-square, scipy's `friedmanchisquare`.
 *
 * Sources: Kendall and Babington Smith (1939), The problem of m rankings, Annals of Mathematical Statistics
 * 10(3), 275–287; ties: Kendall (1948), Rank correlation methods, chapter 6.
 */
export function kendallW(data: Ratings | Counts, options: IntervalOptions = {}): Agreement {
  const counts = countsOf(data);
  const complete = completeUnits(counts);
  const result = onCompleteUnits(counts, 'kendall-w', complete);
  if (result.reason) return result;
  const { raters, patterns, n } = complete;
  const m = raters.length;
  const width = counts.raters.length;
  const categories = counts.categories.length;
  const codes = new Int32Array(patterns.length * m);
  for (const [at, pattern] of patterns.entries()) {
    for (const [rater, place] of raters.entries()) {
      codes[at * m + rater] = counts.patterns[pattern * width + place] as number;
    }
  }
  const values = raters.map(() => new Float64Array(categories));
  const ranks = raters.map(() => new Float64Array(categories));

  const estimate = (times: Float64Array): number | null => {
    for (const own of values) own.fill(0);
    for (let at = 0; at < patterns.length; at++) {
      const often = times[patterns[at] as number] as number;
      for (let rater = 0; rater < m; rater++) {
        const own = values[rater] as Float64Array;
        const code = codes[at * m + rater] as number;
        own[code] = (own[code] as number) + often;
      }
    }
    // (n³ − n − Σ (t³ − t)) / 12 is the sum of squares of a rater's ranks about their mean.
    let spread = 0;
    for (let rater = 0; rater < m; rater++) {
      const own = midranks(values[rater] as Float64Array, ranks[rater]);
      for (let code = 0; code < categories; code++) {
        spread += (values[rater]?.[code] as number) * (own[code] as number) ** 2;
      }
    }
    if (spread === 0) return null;
    let together = 0;
    for (let at = 0; at < patterns.length; at++) {
      const often = times[patterns[at] as number] as number;
      if (often === 0) continue;
      let total = 0;
      for (let rater = 0; rater < m; rater++)
        total += ranks[rater]?.[codes[at * m + rater] as number] as number;
      together += often * total * total;
    }
    return positiveZero(together / (m * spread));
  };

  const value = estimate(counts.times);
  const warnings = [...result.warnings];
  if (value !== null) {
    warnings.push(...undeclaredOrder(counts));
    for (const [rater, own] of values.entries()) {
      const only = own.indexOf(n);
      if (only === -1) continue;
      const name = result.raters[rater] ?? '';
      warnings.push(
        `${name} used ${quoted(counts.categories[only] ?? '')} only, which puts no units in order`,
      );
    }
  }
  const reason =
    n === 1 ? 'one unit alone has no order' : 'every rater gave all units the same rating, so that W is 0/0';
  return withInterval(
    { ...result, value, reason: value === null ? reason : null, warnings },
    { counts, estimate, enters: complete.enters, influence: () => null, se: null, source: '' },
    options,
  );
}
