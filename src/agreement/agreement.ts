import type { Counts } from './counts.ts';
import type { MetricName } from './metric.ts';
import type { WeightName, WeightsBy } from './weights.ts';

/**
 * A coefficient with all that it takes to judge it. Fields that a measure has no meaning for are absent;
 * `null` is a number that does not exist here.
 */
export interface Agreement {
  /** In kebab case: `cohen-kappa`. */
  measure: string;
  /** Null where the definition gives 0/0, or there is nothing to compare; `reason` says which. */
  value: number | null;
  reason: string | null;
  /** Observed agreement, 0 to 1; for weighted measures weighted. */
  observed: number | null;
  /** Agreement expected by chance as the measure defines it; null for measures without chance. */
  expected: number | null;
  /** Units that entered the value. */
  n: number;
  raters: readonly string[];
  unit: string;
  /** How units that not everybody rated were treated, in words. */
  missing: string;
  /** Units left out for that reason. */
  omitted: number;
  /** The standard error that belongs to the interval. */
  se: number | null;
  /** The standard error if the true value were 0, for the test alone. */
  seNull?: number | null;
  /** value / seNull. */
  z?: number | null;
  interval: Interval | null;
  /** How near categories count, and whether by their rank, unless by the numbers that they are. */
  weights?: WeightName | 'user';
  by?: WeightsBy;
  /** Rows: the first rater; columns: the second. */
  table?: { categories: readonly string[]; counts: number[][] };
  /** Of alpha: how far apart categories are, by name or by a function given. */
  metric?: MetricName | 'function';
  /** Byrt, Bishop and Carlin (1993), two raters and two categories: (both second − both first) / n. */
  prevalence?: number | null;
  /** The same: (second by the first rater alone − by the second rater alone) / n. */
  bias?: number | null;
  /** Specific agreement on the second category, the positive one, and on the first. */
  positive?: number | null;
  negative?: number | null;
  /** Cohen (1960): the greatest kappa that the raters' totals allow. */
  maximum?: number | null;
  warnings: string[];
  /** Where the value is about one code. */
  code?: string;
  /** Where several codes are summed up in one value. */
  codes?: { included: string[]; excluded: { code: string; reason: string }[] };
}

export interface Interval {
  low: number;
  high: number;
  /** 0.95 for a 95% interval. */
  level: number;
  method: string;
}

/** Why there is nothing to compare, or null if there is something. `n`: units rated by two or more. */
export function nothingToCompare(counts: Counts, n: number): string | null {
  const { raters, units } = counts;
  if (raters.length < 2) {
    return `agreement needs two raters, there ${raters.length === 0 ? 'is none' : 'is one'}`;
  }
  if (units === 0) return 'there are no units';
  if (n > 0) return null;
  return raters.length === 2 ? 'no unit was rated by both raters' : 'no unit was rated by enough raters';
}

/** A result without a value, for the reason given. */
export function withoutValue(
  counts: Counts,
  measure: string,
  reason: string,
  missing: string,
  omitted = counts.units,
): Agreement {
  return {
    measure,
    value: null,
    reason,
    observed: null,
    expected: null,
    n: counts.units - omitted,
    raters: counts.raters,
    unit: counts.unit,
    missing,
    omitted,
    se: null,
    interval: null,
    warnings: [],
  };
}

/** Below this many units every result carries a warning: intervals for large samples begin to mislead. */
export const FEW_UNITS = 30;

/** "1 unit", "3 turns". */
export function count(n: number, noun: string): string {
  return n === 1 ? `1 ${noun}` : `${n} ${noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
}

/** -0 is 0: it prints as "-0". */
export const positiveZero = (value: number): number => (value === 0 ? 0 : value);
