import { randomNumbers } from '../statistics/random.ts';
import { type Agreement, count, FEW_UNITS, type Interval, positiveZero } from './agreement.ts';
import { type Estimate, resampleClusters, resampleUnits } from './bootstrap.ts';
import type { Counts } from './counts.ts';
import { unitsIn } from './entering.ts';
import { withEnteringClusters } from './entering-clusters.ts';
import type { Influence } from './influence.ts';
import type { BootstrapKind, distributions, IntervalKind } from './interval-kinds.ts';
import {
  acceleration,
  jackknifeError,
  type LeftOut,
  withoutEachCluster,
  withoutEachUnit,
} from './jackknife.ts';
import { noSpread } from './no-spread.ts';
import { withResamples } from './resampled-interval.ts';
import { symmetricInterval } from './symmetric-interval.ts';

export interface IntervalOptions {
  /**
   * `auto`: resamples clusters where there are five or more of them, since their units are not
   * independent; else the analytic interval, of alpha and where there is none resampled units. `jackknife` leaves out one cluster, or unit,
   * after the other, and takes t.
   */
  interval?: IntervalKind | undefined;
  /** How limits are taken from resamples; percentiles where not said. */
  bootstrap?: BootstrapKind | undefined;
  /**
   * What an analytic interval of the form value ± q · se takes q from; the normal distribution where not said, t with
   * n − 1 degrees of freedom as in irrCAC.
   */
  distribution?: (typeof distributions)[number] | undefined;
  /** 0.95 for a 95% interval. */
  level?: number | undefined;
  /** How many resamples, 1000 where not said. */
  replicates?: number | undefined;
  /** A whole number from 0. */
  seed?: number | undefined;
  /** Called with what the interval comes from: how functions that compare coefficients, or leave units out, reach it. */
  onSample?: ((sample: Sample) => void) | undefined;
}

/** A coefficient as a function of how often patterns occur, with what is known of its error. */
export interface Sample {
  /** Those whose patterns are meant below. */
  counts: Counts;
  estimate: Estimate;
  /** Which patterns enter the coefficient: 1, else 0. */
  enters: Uint8Array;
  /** What each unit does to the coefficient; null where there is no formula for it here. */
  influence: () => Influence | null;
  /** Of each pattern of the data its number in `counts`, where patterns were put together. */
  to?: Int32Array | undefined;
  /** The analytic standard error, and where it comes from; null where the measure has none. */
  se: number | null;
  source: string;
  /** Whether value ± q · se misleads, so that it is taken only where it is asked for. */
  isSkewed?: boolean;
  /** The limits at a level where they are not value ± q · se; null where there is no spread. */
  limits?: (level: number) => { low: number; high: number } | null;
}

/** With fewer clusters than this, resampling them says little. */
const ENOUGH_CLUSTERS = 5;

/** Adds standard error, interval, and what must be said of them. */
export function withInterval(result: Agreement, given: Sample, options: IntervalOptions = {}): Agreement {
  if (result.value === null) return result;
  const counts = withEnteringClusters(given.counts, given.enters);
  const sample: Sample = { ...given, counts };
  const { estimate } = sample;
  const { level, replicates, seed } = checkedOptions(options);
  const warnings = [...result.warnings];
  const how = chooseMethod(sample, options.interval ?? 'auto', warnings);
  if (result.n < FEW_UNITS) warnings.push(`there are only ${count(result.n, result.unit)}`);
  options.onSample?.(given);

  if (how === 'none') return { ...result, se: finite(sample.se), warnings };
  if (how === 'analytic') {
    const interval = analyticInterval(result, sample, level, options.distribution, warnings);
    return { ...result, se: finite(sample.se), interval, warnings };
  }
  const inClusters = resamplesClusters(counts, options.interval);
  const leaveOut = (): LeftOut =>
    inClusters ? withoutEachCluster(counts, estimate) : withoutEachUnit(counts, estimate, sample.enters);
  if (how === 'jackknife') {
    const noun = inClusters ? (counts.clusters?.name ?? '') : result.unit;
    return withJackknife({ ...result, warnings }, leaveOut(), noun, level);
  }
  const resample = inClusters ? resampleClusters : resampleUnits;
  const resamples = resample(counts, estimate, replicates, randomNumbers(seed));
  const over = inClusters
    ? overClusters(counts, options)
    : `over ${count(result.n + result.omitted, result.unit)} (${replicates} resamples, seed ${seed})`;
  return withResamples({ ...result, warnings }, resamples, {
    level,
    over,
    acceleration: options.bootstrap === 'bca' ? acceleration(leaveOut()) : undefined,
  });
}

/** The options of a bootstrap with what they are where nothing is said, each checked. */
export function checkedOptions({ level = 0.95, replicates = 1000, seed = 1 }: IntervalOptions): {
  level: number;
  replicates: number;
  seed: number;
} {
  if (!(level > 0 && level < 1)) throw new RangeError('the level of an interval is between 0 and 1');
  if (!Number.isSafeInteger(replicates) || replicates < 1) {
    throw new RangeError('the number of resamples is a whole number from 1');
  }
  return { level, replicates, seed };
}

/** `over 12 documents (1000 resamples, seed 1)`. */
export function overClusters({ clusters }: Counts, options: IntervalOptions): string {
  const { replicates, seed } = checkedOptions(options);
  return `over ${count(clusters?.count ?? 0, clusters?.name ?? '')} (${replicates} resamples, seed ${seed})`;
}

/** Whether the interval asked for comes from resampling, or leaving out, clusters. */
export function resamplesClusters(counts: Counts | undefined, asked: IntervalOptions['interval']): boolean {
  return (
    (counts?.clusters?.count ?? 0) >= ENOUGH_CLUSTERS && (asked ?? 'auto') !== 'none' && asked !== 'analytic'
  );
}

/**
 * Adds the jackknife standard error and the interval by t with one degree of freedom fewer than were left out.
 *
 * @param noun what was left out, one after the other.
 */
export function withJackknife(
  { seNull: _, z: __, ...result }: Agreement,
  left: LeftOut,
  noun: string,
  level: number,
): Agreement {
  const { value } = result;
  if (value === null) return result;
  const warnings = [...result.warnings];
  const found = jackknifeError(left);
  if (found === null) {
    warnings.push(
      left.undefined > 0
        ? `no jackknife: without ${count(left.undefined, noun)} of ${left.undefined + left.times.reduce((sum, one) => sum + one, 0)}, each left out alone, there is no value`
        : `no jackknife: it needs two ${count(2, noun).slice(2)}`,
    );
    return { ...result, se: null, interval: null, warnings };
  }
  const { se, n } = found;
  if (!(se > 1e-9)) return { ...result, se: 0, interval: null, warnings: [...warnings, noSpread(result)] };
  const from = { method: `jackknife over ${count(n, noun)}`, source: '' };
  return { ...result, se, interval: symmetricInterval(result, value, se, level, n - 1, from), warnings };
}

function chooseMethod(
  { counts, se, limits, isSkewed = false }: Sample,
  asked: NonNullable<IntervalOptions['interval']>,
  warnings: string[],
): 'none' | 'analytic' | 'bootstrap' | 'jackknife' {
  if (asked === 'none') return 'none';
  const clusters = counts.clusters?.count ?? 0;
  if (resamplesClusters(counts, asked)) return asked === 'jackknife' ? 'jackknife' : 'bootstrap';
  // Letters of one word are coded together: taken one by one they would promise far too much.
  if (counts.unit === 'character') {
    warnings.push('characters are not independent: no interval without five or more documents to resample');
    return 'none';
  }
  if (counts.clusters && clusters < ENOUGH_CLUSTERS) {
    warnings.push(
      `only ${count(clusters, counts.clusters.name)}, too few to resample: the interval takes ${count(2, counts.unit).slice(2)} as independent`,
    );
  } else if (counts.clusters) {
    warnings.push(
      `the interval takes ${count(2, counts.unit).slice(2)} of one ${counts.clusters.name} as independent, so it may be too narrow`,
    );
  }
  if (asked === 'bootstrap' || asked === 'jackknife') return asked;
  if (asked === 'auto' && isSkewed) return 'bootstrap';
  if (se !== null || limits) return 'analytic';
  return asked === 'auto' ? 'bootstrap' : tellNoAnalytic(warnings);
}

function tellNoAnalytic(warnings: string[]): 'none' {
  warnings.push('this measure has no analytic interval here; a bootstrap gives one');
  return 'none';
}

function analyticInterval(
  result: Agreement,
  { se, source, limits, counts, enters }: Sample,
  level: number,
  distribution: IntervalOptions['distribution'],
  warnings: string[],
): Interval | null {
  if (limits) {
    const found = limits(level);
    if (found === null) warnings.push(noSpread(result));
    return found && { ...found, level, method: `analytic (${source})` };
  }
  if (se === null || result.value === null) return null;
  if (!(se > 1e-9)) {
    warnings.push(noSpread(result));
    return null;
  }
  const df = distribution === 't' ? unitsIn(counts.times, enters) - 1 : null;
  return symmetricInterval(result, result.value, se, level, df, { method: 'analytic', source });
}

const finite = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) ? positiveZero(value) : null;
