import { type Counts, countsOf } from './counts.ts';
import type { Sample } from './interval.ts';
import { withoutEachPattern } from './jackknife.ts';
import type { MeasureName } from './measure-names.ts';
import { type MeasureOptions, measures } from './measures.ts';
import { compareText, type Ratings } from './ratings.ts';

/** What units that were rated alike do to a coefficient. */
export interface UnitCost {
  /** What each rater said, null for not rated; where the measure does not ask who said what, in no order of raters. */
  ratings: (string | null)[];
  /** Whether that is so. */
  anybody: boolean;
  /** How many units were rated so. */
  times: number;
  /** The names of the first ten of them, where units have names. */
  units: string[];
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
  const anybody = sample.to !== undefined;
  const costs = withoutEachPattern(counts, estimate, enters).flatMap((without, pattern): UnitCost[] => {
    if (without === undefined) return [];
    const own = patterns.subarray(pattern * raters.length, (pattern + 1) * raters.length);
    const ratings = Array.from(own, (category) => categories[category] ?? null);
    const cost = without === null ? null : without - value;
    return [{ ratings, anybody, times: times[pattern] as number, units: [], without, cost }];
  });
  if ('cells' in data && data.names) nameUnits(costs, data, data.names);
  const rank = ({ cost }: UnitCost): number => cost ?? Number.NEGATIVE_INFINITY;
  return costs.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)));
}

const NAMED = 10;

function nameUnits(
  costs: readonly UnitCost[],
  { units, cells, categories }: Ratings,
  names: readonly string[],
) {
  const anybody = costs[0]?.anybody ?? false;
  const keyOf = (labels: readonly (string | null)[]): string =>
    JSON.stringify(anybody ? labels.map((label) => JSON.stringify(label)).sort(compareText) : labels);
  const byKey = new Map(costs.map((cost) => [keyOf(cost.ratings), cost]));
  for (let unit = 0; unit < units; unit++) {
    const labels = cells.map((column) => categories[column[unit] as number] ?? null);
    const cost = byKey.get(keyOf(labels));
    if (cost && cost.units.length < NAMED) cost.units.push(names[unit] ?? '');
  }
}
