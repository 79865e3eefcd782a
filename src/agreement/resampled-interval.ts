import { type Agreement, positiveZero } from './agreement.ts';
import { bcaLimits, biasCorrection } from './bca-limits.ts';
import { quantile, type Resamples } from './bootstrap.ts';
import { noSpread } from './no-spread.ts';

/** Where more resamples than this have no value, the others are a choice among them. */
export const MOST_MISSING = 0.05;

/** How limits are taken from resamples, and what is said of it. */
export interface Resampling {
  level: number;
  /** `over 12 documents (1000 resamples, seed 1)`. */
  over: string;
  /** For BCa limits; null where it cannot be had. Without it limits are percentiles. */
  acceleration?: number | null | undefined;
}

/** Adds the interval of resamples; an analytic test beside it would contradict it. */
export function withResamples(
  { seNull: _, z: __, ...result }: Agreement,
  { values, undefined: missing }: Resamples,
  resampling: Resampling,
): Agreement {
  const { value } = result;
  if (value === null) return result;
  const { level, over } = resampling;
  const warnings = [...result.warnings];
  if (missing > 0) {
    warnings.push(`${missing} of ${missing + values.length} resamples have no value and are left out`);
  }
  const n = values.length;
  if (n < 2 || missing > MOST_MISSING * (missing + n)) {
    if (n >= 2) warnings.push('so many that the others give no interval');
    return { ...result, se: null, interval: null, warnings };
  }
  const mean = values.reduce((sum, one) => sum + one, 0) / n;
  const se = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1));
  if (!(se > 1e-9)) {
    return { ...result, se: 0, interval: null, warnings: [...warnings, noSpread(result)] };
  }
  const bca = correctedLimits(value, values, resampling, warnings);
  const { low, high } = bca ?? {
    low: quantile(values, (1 - level) / 2),
    high: quantile(values, (1 + level) / 2),
  };
  const method = `${bca ? 'BCa' : 'percentile'} bootstrap ${over}`;
  return {
    ...result,
    se,
    interval: { low: positiveZero(low), high: positiveZero(high), level, method },
    warnings,
  };
}

function correctedLimits(
  value: number,
  values: Float64Array,
  { acceleration, level }: Resampling,
  warnings: string[],
): { low: number; high: number } | null {
  if (acceleration === undefined) return null;
  const correction = biasCorrection(values, value);
  if (correction !== null && acceleration !== null) {
    return bcaLimits(values, correction, acceleration, level);
  }
  const why =
    correction === null
      ? 'all resamples lie on one side of the value'
      : 'the value does not vary, or does not exist, as single ones are left out';
  warnings.push(`no BCa limits, because ${why}: these are percentiles`);
  return null;
}
