import { normalQuantile } from '../statistics/normal-quantile.ts';
import { randomNumbers } from '../statistics/random.ts';
import { type Agreement, count, FEW_UNITS, type Interval, positiveZero } from './agreement.ts';
import { type Estimate, quantile, type Resamples, resampleClusters, resampleUnits } from './bootstrap.ts';
import type { Counts } from './counts.ts';

export interface IntervalOptions {
  /**
   * `auto`: resamples clusters where there are five or more of them, since their units are not
   * independent; else the analytic interval, else resampled units.
   */
  interval?: 'auto' | 'analytic' | 'bootstrap' | 'none' | undefined;
  /** 0.95 for a 95% interval. */
  level?: number | undefined;
  /** How many resamples. */
  replicates?: number | undefined;
  /** A whole number from 0. */
  seed?: number | undefined;
}

/** Where the analytic standard error comes from; `null` as its value where the measure has none. */
export interface Analytic {
  se: number | null;
  source: string;
  /** The limits at a level where they are not value ± z · se; null where there is no spread. */
  limits?: (level: number) => { low: number; high: number } | null;
}

/** With fewer clusters than this, resampling them says little. */
const ENOUGH_CLUSTERS = 5;

/** Adds standard error, interval, and what must be said of them. */
export function withInterval(
  result: Agreement,
  counts: Counts,
  estimate: Estimate,
  analytic: Analytic,
  options: IntervalOptions = {},
): Agreement {
  if (result.value === null) return result;
  const { level = 0.95, replicates = 1000, seed = 1 } = options;
  if (!(level > 0 && level < 1)) throw new RangeError('the level of an interval is between 0 and 1');
  const warnings = [...result.warnings];
  const how = chooseMethod(counts, analytic, options.interval ?? 'auto', warnings);
  if (result.n < FEW_UNITS) warnings.push(`there are only ${count(result.n, result.unit)}`);

  if (how === 'none') return { ...result, se: finite(analytic.se), warnings };
  if (how === 'analytic') {
    const interval = analyticInterval(result, analytic, level, warnings);
    return { ...result, se: finite(analytic.se), interval, warnings };
  }
  const resample = how === 'clusters' ? resampleClusters : resampleUnits;
  const resamples = resample(counts, estimate, replicates, randomNumbers(seed));
  const method =
    how === 'clusters'
      ? clusterMethod(counts, replicates, seed)
      : `percentile bootstrap over ${count(result.n + result.omitted, result.unit)} (${replicates} resamples, seed ${seed})`;
  return withResamples({ ...result, warnings }, resamples, level, method);
}

export function clusterMethod({ clusters }: Counts, replicates: number, seed: number): string {
  return `percentile bootstrap over ${count(clusters?.count ?? 0, clusters?.name ?? '')} (${replicates} resamples, seed ${seed})`;
}

/** Whether the interval asked for comes from resampling clusters. */
export function resamplesClusters(counts: Counts | undefined, asked: IntervalOptions['interval']): boolean {
  return (
    (counts?.clusters?.count ?? 0) >= ENOUGH_CLUSTERS && (asked ?? 'auto') !== 'none' && asked !== 'analytic'
  );
}

function chooseMethod(
  counts: Counts,
  analytic: Analytic,
  asked: NonNullable<IntervalOptions['interval']>,
  warnings: string[],
): 'none' | 'analytic' | 'units' | 'clusters' {
  if (asked === 'none') return 'none';
  const clusters = counts.clusters?.count ?? 0;
  if (resamplesClusters(counts, asked)) return 'clusters';
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
  const none = analytic.se === null && !analytic.limits;
  return asked === 'bootstrap' || (asked === 'auto' && none)
    ? 'units'
    : none
      ? tellNoAnalytic(warnings)
      : 'analytic';
}

function tellNoAnalytic(warnings: string[]): 'none' {
  warnings.push('this measure has no analytic interval here; a bootstrap gives one');
  return 'none';
}

function analyticInterval(
  result: Agreement,
  { se, source, limits }: Analytic,
  level: number,
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
  const half = normalQuantile(0.5 + level / 2) * se;
  const least = result.measure === 'percent' ? 0 : -1;
  const low = result.value - half;
  const high = result.value + half;
  const cut = low < least || high > 1 ? `, cut off at ${low < least ? least : 1}` : '';
  return {
    low: positiveZero(Math.max(least, low)),
    high: positiveZero(Math.min(1, high)),
    level,
    method: `analytic (${source}; z)${low < least && high > 1 ? `, cut off at ${least} and 1` : cut}`,
  };
}

/** Adds the percentile interval of resamples; an analytic test beside it would contradict it. */
export function withResamples(
  { seNull: _, z: __, ...result }: Agreement,
  { values, undefined: missing }: Resamples,
  level: number,
  method: string,
): Agreement {
  if (result.value === null) return result;
  const warnings = [...result.warnings];
  if (missing > 0) {
    warnings.push(`${missing} of ${missing + values.length} resamples have no value and are left out`);
  }
  const n = values.length;
  if (n < 2) return { ...result, se: null, interval: null, warnings };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const se = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  if (!(se > 1e-9)) {
    return { ...result, se: 0, interval: null, warnings: [...warnings, noSpread(result)] };
  }
  const low = positiveZero(quantile(values, (1 - level) / 2));
  const high = positiveZero(quantile(values, (1 + level) / 2));
  return { ...result, se, interval: { low, high, level, method }, warnings };
}

/** An interval of no width would look like certainty. */
function noSpread({ value, n, unit, measure }: Agreement): string {
  const order = measure === 'kendall-w' || measure.startsWith('icc-3');
  return value === 1
    ? `${order ? `the raters are consistent in all ${count(n, unit)}` : `all ${count(n, unit)} agree`}, which gives no interval; up to ${Math.min(100, Math.ceil(300 / n))}% of disagreement would go unseen in so many (rule of three)`
    : measure.startsWith('icc')
      ? 'the units differ too little beside their ratings to give an interval'
      : 'the ratings do not vary enough to give an interval';
}

const finite = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) ? positiveZero(value) : null;
