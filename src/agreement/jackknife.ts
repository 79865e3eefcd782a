import type { Estimate, Resamples } from './bootstrap.ts';
import type { Counts } from './counts.ts';
import { unitsIn } from './entering.ts';

/** What a coefficient is without one unit, or without one cluster. */
export interface LeftOut {
  /** Without one unit of each pattern that enters, or without each cluster; those without a value are left out. */
  values: Float64Array;
  /** How often each of these comes. */
  times: Float64Array;
  /** How many units, or clusters, cannot be left out, because there is no value without them. */
  undefined: number;
}

/**
 * Leaves out one unit after the other, those of one pattern at once: as many values as there are patterns.
 *
 * @param enters 1 for the patterns that enter the coefficient; leaving out another one changes nothing.
 * @returns of each pattern; undefined for those that do not enter.
 */
export function withoutEachPattern(
  { times }: Counts,
  estimate: Estimate,
  enters: Uint8Array,
): (number | null | undefined)[] {
  const now = times.slice();
  return Array.from(times, (often, pattern) => {
    if (enters[pattern] === 0 || often === 0) return undefined;
    now[pattern] = often - 1;
    const value = estimate(now);
    now[pattern] = often;
    return value;
  });
}

/** The same for all units, each as often as its pattern occurs. */
export function withoutEachUnit(counts: Counts, estimate: Estimate, enters: Uint8Array): LeftOut {
  const values = withoutEachPattern(counts, estimate, enters);
  return gather(
    values.flatMap((value, pattern) =>
      value === undefined ? [] : [[value, counts.times[pattern] as number] as const],
    ),
  );
}

/** Leaves out one cluster after the other. */
export function withoutEachCluster({ times, clusters }: Counts, estimate: Estimate): LeftOut {
  const found: [value: number | null, times: number][] = [];
  if (!clusters) return gather(found);
  const now = times.slice();
  const { starts, pattern, times: often } = clusters;
  for (let cluster = 0; cluster < clusters.count; cluster++) {
    for (let entry = starts[cluster] as number; entry < (starts[cluster + 1] as number); entry++) {
      const at = pattern[entry] as number;
      now[at] = (now[at] as number) - (often[entry] as number);
    }
    found.push([estimate(now), 1]);
    now.set(times);
  }
  return gather(found);
}

function gather(found: readonly (readonly [value: number | null, times: number])[]): LeftOut {
  const some = found.filter(([value]) => value !== null);
  const none = found.filter(([value]) => value === null);
  return {
    values: Float64Array.from(some, ([value]) => value ?? 0),
    times: Float64Array.from(some, ([, times]) => times),
    undefined: none.reduce((sum, [, times]) => sum + times, 0),
  };
}

/** Values that come once each. */
export const eachOnce = ({ values, undefined: missing }: Resamples): LeftOut => ({
  values,
  times: values.map(() => 1),
  undefined: missing,
});

/**
 * The jackknife standard error √((n − 1) / n Σ (θ_(i) − θ_(·))²), and n; null for fewer than two, and where a value is
 * missing.
 *
 * Source: Efron and Tibshirani (1993), An introduction to the bootstrap, equation 11.5.
 */
export function jackknifeError(left: LeftOut): { se: number; n: number } | null {
  const { n, mean } = meanOf(left);
  if (n < 2 || left.undefined > 0) return null;
  const { values, times } = left;
  const squares = values.reduce((sum, value, at) => sum + (times[at] as number) * (value - mean) ** 2, 0);
  return { se: Math.sqrt(((n - 1) / n) * squares), n };
}

/**
 * The acceleration of a BCa interval, Σ (θ_(·) − θ_(i))³ / (6 (Σ (θ_(·) − θ_(i))²)^(3/2)): how fast the standard error
 * changes with the value. Null where values are missing or do not vary.
 *
 * Source: Efron and Tibshirani (1993), An introduction to the bootstrap, equation 14.15. Equals scipy's `bootstrap`.
 */
export function acceleration(left: LeftOut): number | null {
  const { n, mean } = meanOf(left);
  if (n < 2 || left.undefined > 0) return null;
  let squares = 0;
  let cubes = 0;
  for (const [at, value] of left.values.entries()) {
    const away = mean - value;
    squares += (left.times[at] as number) * away ** 2;
    cubes += (left.times[at] as number) * away ** 3;
  }
  return squares > 0 ? cubes / (6 * squares ** 1.5) : null;
}

function meanOf({ values, times }: LeftOut): { n: number; mean: number } {
  const n = unitsIn(times);
  return { n, mean: values.reduce((sum, value, at) => sum + (times[at] as number) * value, 0) / n };
}
