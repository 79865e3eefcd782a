import { type Counts, countsOf } from './counts.ts';
import type { Sample } from './interval.ts';
import { withoutEachPattern } from './jackknife.ts';
import type { MeasureName } from './measure-names.ts';
import { type MeasureOptions, measures } from './measures.ts';
import type { Ratings } from './ratings.ts';

/** What units that were rated alike do to a coefficient. */
export interface UnitCost {
  /** What each rater said, null for not rated; where the measure does not ask who said what, in no order of raters. */
  ratings: (string | null)[];
  /** How many units were rated so. */
  times: number;
  /** The coefficient without one such unit; null where it then has none. */
  without: number | null;
  /** How much higher it is without; null with `without`. */
  cost: number | null;
}

/**
 * Which units cost most: the coefficient without one unit of each pattern of ratings, the costliest first. Units that do not
 * enter the coefficient are not listed. Empty where the coefficient has no value.
 */
export function perUnit(
  data: Ratings | Counts,
  measure: MeasureName,
  options: MeasureOptions = {},
): UnitCost[] {
  const samples: Sample[] = [];
  const onSample = (sample: Sample) => samples.push(sample);
  const { value } = measures[measure].compute(countsOf(data), { ...options, interval: 'none', onSample });
  const [sample] = samples;
  if (value === null || !sample) return [];
  const { counts, estimate, enters } = sample;
  const { raters, categories, patterns, times } = counts;
  const costs = withoutEachPattern(counts, estimate, enters).flatMap((without, pattern): UnitCost[] => {
    if (without === undefined) return [];
    const own = patterns.subarray(pattern * raters.length, (pattern + 1) * raters.length);
    const ratings = Array.from(own, (category) => categories[category] ?? null);
    const cost = without === null ? null : without - value;
    return [{ ratings, times: times[pattern] as number, without, cost }];
  });
  const rank = ({ cost }: UnitCost): number => cost ?? Number.NEGATIVE_INFINITY;
  return costs.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)));
}
