import { tProbability, tQuantile } from '../statistics/t-distribution.ts';
import { type Agreement, count, type Interval } from './agreement.ts';
import { chosenRaters } from './chosen-raters.ts';
import { type Counts, countsOf } from './counts.ts';
import { withEnteringClusters } from './entering-clusters.ts';
import { resamplesClusters, type Sample } from './interval.ts';
import type { MeasureName } from './measure-names.ts';
import { type MeasureOptions, measures } from './measures.ts';
import type { Ratings } from './ratings.ts';
import { unitEffects } from './unit-effects.ts';

/** One of two coefficients to compare. */
export interface Side extends Pick<MeasureOptions, 'weights' | 'by' | 'missing' | 'metric' | 'separator'> {
  measure: MeasureName;
  /** Among which raters; all where not said. */
  raters?: readonly string[] | undefined;
}

export interface DependentTest {
  first: Agreement;
  second: Agreement;
  /** The second coefficient less the first; null, with the reason, where one of them has no value. */
  difference: number | null;
  reason: string | null;
  /** Null where the difference does not vary. */
  se: number | null;
  t: number | null;
  df: number | null;
  /** Two-sided. */
  p: number | null;
  interval: Interval | null;
  warnings: string[];
}

/**
 * Tests two coefficients on the same units for a difference: two measures, two groups of raters, or two iterations,
 * each of whose raters has a name of its own. Both are replaced by their linear approximations, whose difference is a
 * mean over units: with v the influence of a unit on each and N units that enter one of them,
 *
 *     d_i = v_2i / n_2 − v_1i / n_1,   se = √(N / (N − 1) Σ d_i²),   t = difference / se on N − 1 degrees of freedom
 *
 * Where units stand in five or more clusters, d is added up in each, and N is how many clusters there are. Measures
 * without a linear approximation here take what leaving out each unit does (jackknife), and the method says so.
 * Equals R's pairedCAC. Of Cohen's kappa Fleiss, Cohen and Everitt's error has n where N − 1 stands here.
 *
 *     dependentTest(counts, { measure: 'fleiss-kappa', raters: before }, { measure: 'fleiss-kappa', raters: after })
 *
 * Source: Gwet (2016), Testing the difference of correlated agreement coefficients for statistical significance,
 * Educational and Psychological Measurement 76(4), 609–637.
 *
 * @throws {RangeError} where a rater is not there.
 */
export function dependentTest(
  data: Ratings | Counts,
  first: Side,
  second: Side,
  { level = 0.95 }: { level?: number } = {},
): DependentTest {
  if (!(level > 0 && level < 1)) throw new RangeError('the level of an interval is between 0 and 1');
  const whole = countsOf(data);
  const [one, other] = [sideOf(whole, first), sideOf(whole, second)];
  const found = {
    ...{ first: one.result, second: other.result, warnings: [] },
    ...{ difference: null, reason: null, se: null, t: null, df: null, p: null, interval: null },
  };
  const missing = [one.result, other.result].find(({ value }) => value === null);
  if (missing) return { ...found, reason: `${missing.measure} has no value: ${missing.reason ?? ''}` };
  const difference = (other.result.value ?? 0) - (one.result.value ?? 0);
  if (!one.effects || !other.effects) {
    return {
      ...found,
      difference,
      reason: 'without single units a coefficient has no value, so that there is no error',
    };
  }
  const away = one.effects.values.map((value, pattern) => (other.effects?.values[pattern] ?? 0) - value);
  const enters = one.effects.enters.map((is, pattern) => is | (other.effects?.enters[pattern] ?? 0));
  const counts = withEnteringClusters(whole, enters);
  const { squares, n, noun } = squaresOf(counts, away, enters);
  if (n < 2) return { ...found, difference, reason: `an error needs two ${count(2, noun).slice(2)}` };
  const se = Math.sqrt((n / (n - 1)) * squares);
  const warnings = documentsAsUnits(counts, noun);
  if (!(se > 1e-9)) {
    return {
      ...found,
      difference,
      reason: 'every unit does the same to both, so that there is no error',
      warnings,
    };
  }
  const df = n - 1;
  const t = difference / se;
  const half = tQuantile(0.5 + level / 2, df) * se;
  const how = one.effects.jackknife || other.effects.jackknife ? 'jackknife' : 'Gwet 2016, linearised';
  const method = `${how} over ${count(n, noun)} (t with ${count(df, 'degree')} of freedom)`;
  return {
    ...found,
    ...{ difference, se, t, df, p: 2 * tProbability(-Math.abs(t), df), warnings },
    interval: { low: difference - half, high: difference + half, level, method },
  };
}

function sideOf(counts: Counts, { measure, raters, ...options }: Side) {
  const { counts: own, to } = chosenRaters(counts, raters);
  const samples: Sample[] = [];
  const onSample = (sample: Sample) => samples.push(sample);
  const result = measures[measure].compute(own, { ...options, interval: 'none', onSample });
  const [sample] = samples;
  return { result, effects: sample ? unitEffects(sample, to) : null };
}

/** Σ d² over units, or over clusters of them where there are enough. */
function squaresOf(
  counts: Counts,
  away: Float64Array,
  enters: Uint8Array,
): { squares: number; n: number; noun: string } {
  const { times, clusters, unit } = counts;
  let squares = 0;
  if (clusters && resamplesClusters(counts, 'bootstrap')) {
    for (let cluster = 0; cluster < clusters.count; cluster++) {
      let sum = 0;
      const end = clusters.starts[cluster + 1] as number;
      for (let entry = clusters.starts[cluster] as number; entry < end; entry++) {
        sum += (clusters.times[entry] as number) * (away[clusters.pattern[entry] as number] as number);
      }
      squares += sum * sum;
    }
    return { squares, n: clusters.count, noun: clusters.name };
  }
  let n = 0;
  for (let pattern = 0; pattern < away.length; pattern++) {
    if (enters[pattern] === 1) n += times[pattern] as number;
    squares += (times[pattern] as number) * (away[pattern] as number) ** 2;
  }
  return { squares, n, noun: unit };
}

const documentsAsUnits = ({ clusters, unit }: Counts, noun: string): string[] =>
  clusters && noun === unit
    ? [
        `only ${count(clusters.count, clusters.name)}: the test takes ${count(2, unit).slice(2)} as independent`,
      ]
    : [];
