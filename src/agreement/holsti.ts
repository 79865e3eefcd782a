import { type Agreement, nothingToCompare, positiveZero, withoutValue } from './agreement.ts';
import { type Counts, countsOf } from './counts.ts';
import { ratedByAtLeast, unitsIn } from './entering.ts';
import { type IntervalOptions, withInterval } from './interval.ts';
import { describePair, pairTable } from './pair-table.ts';
import type { Ratings } from './ratings.ts';

/**
 * Holsti's coefficient of reliability, 2M / (N1 + N2): of all decisions of two raters, those that are agreements.
 * A unit that only one of them rated counts as a decision without agreement, which percent agreement leaves out.
 * Of more raters the mean over pairs, each with its own M and N.
 *
 * Source: Holsti (1969), Content analysis for the social sciences and humanities, Addison-Wesley, chapter 6.
 */
export function holsti(data: Ratings | Counts, options: IntervalOptions = {}): Agreement {
  const counts = countsOf(data);
  const missing = 'every rating counts, also of units that another rater left out';
  const enters = ratedByAtLeast(counts, 1);
  const rated = unitsIn(counts.times, enters);
  const nothing = nothingToCompare(counts, rated);
  if (nothing !== null) return withoutValue(counts, 'holsti', nothing, missing);
  const estimate = (times: Float64Array): number | null => meanOverPairs(counts, times);
  const value = estimate(counts.times);
  const result: Agreement = {
    ...withoutValue(counts, 'holsti', '', missing, counts.units - rated),
    value,
    reason: value === null ? 'no two raters rated anything' : null,
    observed: value,
    ...(counts.raters.length === 2 && describePair(counts, pairTable(counts))),
  };
  const sample = { counts, estimate, enters, influence: () => null, se: null, source: '' };
  return withInterval(result, sample, options);
}

function meanOverPairs({ raters, patterns }: Counts, times: Float64Array): number | null {
  const width = raters.length;
  let sum = 0;
  let pairs = 0;
  for (let a = 0; a < width; a++) {
    for (let b = a + 1; b < width; b++) {
      let same = 0;
      let decisions = 0;
      for (let pattern = 0; pattern < times.length; pattern++) {
        const first = patterns[pattern * width + a] as number;
        const second = patterns[pattern * width + b] as number;
        const often = times[pattern] as number;
        decisions += often * (Number(first >= 0) + Number(second >= 0));
        if (first >= 0 && first === second) same += often;
      }
      if (decisions === 0) continue;
      sum += (2 * same) / decisions;
      pairs++;
    }
  }
  return pairs === 0 ? null : positiveZero(sum / pairs);
}
