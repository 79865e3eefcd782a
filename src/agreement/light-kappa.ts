import { type Agreement, nothingToCompare, withoutValue } from './agreement.ts';
import { cohenKappa, cohenParts, type KappaOptions } from './cohen-kappa.ts';
import { type Counts, countsOf } from './counts.ts';
import { ratedByAtLeast, unitsIn } from './entering.ts';
import { withInterval } from './interval.ts';
import { pairCounts } from './part-of-counts.ts';
import { raterPairs } from './rater-pairs.ts';
import type { Ratings } from './ratings.ts';

/**
 * Light's kappa of any number of raters: the mean of Cohen's kappa over all pairs, each over the units that the two
 * rated. Observed and expected are the means over the same pairs, and kappa is not (po − pe) / (1 − pe) of them. A
 * pair without a kappa is left out, and told. With two raters it is Cohen's kappa. There is no analytic standard
 * error here: the automatic interval is a bootstrap.
 *
 * Source: Light (1971), Measures of response agreement for qualitative data: some generalizations and alternatives,
 * Psychological Bulletin 76(5), 365–377; Conger (1980), Psychological Bulletin 88(2), 322–328, for the mean.
 */
export function lightKappa(data: Ratings | Counts, options: KappaOptions = {}): Agreement {
  const counts = countsOf(data);
  const missing = 'each pair of raters over the units that both rated';
  const pairs = raterPairs(counts.raters.length);
  const found = pairs.map(([a, b]) =>
    cohenKappa(pairCounts(counts, a, b), { weights: options.weights, by: options.by, interval: 'none' }),
  );
  const valued = found.filter(({ value }) => value !== null);
  const n = unitsIn(counts.times, ratedByAtLeast(counts, 2));
  const nothing = nothingToCompare(counts, n);
  if (nothing !== null) return withoutValue(counts, 'light-kappa', nothing, missing);
  const result: Agreement = {
    ...withoutValue(counts, 'light-kappa', '', missing, counts.units - n),
    ...(found[0]?.weights !== undefined && { weights: found[0].weights }),
    value: mean(valued, ({ value }) => value),
    reason: valued.length > 0 ? null : `no pair of raters has a kappa: ${found[0]?.reason ?? ''}`,
    observed: mean(valued, ({ observed }) => observed),
    expected: mean(valued, ({ expected }) => expected),
    warnings: found.flatMap(({ value, reason, raters }) =>
      value === null && valued.length > 0 ? [`${raters.join(' and ')} are left out: ${reason ?? ''}`] : [],
    ),
  };
  if (valued.length === 0) return result;
  const estimates = pairs.map((pair) => cohenParts(counts, options.weights, pair, options.by));
  const estimate = (times: Float64Array): number | null =>
    mean(
      estimates.map((one) => one(times)).filter(({ value }) => value !== null),
      ({ value }) => value,
    );
  const sample = {
    ...{ counts, estimate, se: null, source: '' },
    enters: ratedByAtLeast(counts, 2),
    influence: () => null,
  };
  return withInterval(result, sample, options);
}

function mean<One>(some: readonly One[], of: (one: One) => number | null): number | null {
  return some.length === 0 ? null : some.reduce((sum, one) => sum + (of(one) ?? 0), 0) / some.length;
}
