import type { Influence } from './influence.ts';
import type { Sample } from './interval.ts';
import { withoutEachPattern } from './jackknife.ts';

/** What one unit of each pattern does to a coefficient: influence by units. */
export interface UnitEffects {
  values: Float64Array;
  enters: Uint8Array;
  /** Whether it was found by leaving units out, for want of a formula. */
  jackknife: boolean;
}

/**
 * @param to of each pattern of the data its number among those that the measure was given.
 * @returns null where there is neither a formula nor a value without each unit.
 */
export function unitEffects(sample: Sample, to: Int32Array): UnitEffects | null {
  const formula = sample.influence();
  const influence = formula ?? jackknifeInfluence(sample);
  if (!influence || influence.units === 0) return null;
  const place = (pattern: number): number => sample.to?.[pattern] ?? pattern;
  return {
    values: Float64Array.from(to, (own) => (influence.values[place(own)] as number) / influence.units),
    enters: Uint8Array.from(to, (own) => influence.enters[place(own)] as number),
    jackknife: formula === null,
  };
}

/** (n − 1) (θ_(·) − θ_(i)), which has the jackknife's error for `influenceError`. */
function jackknifeInfluence({ counts, estimate, enters }: Sample): Influence | null {
  const { times } = counts;
  const without = withoutEachPattern(counts, estimate, enters);
  let units = 0;
  let sum = 0;
  for (const [pattern, value] of without.entries()) {
    if (value === undefined) continue;
    if (value === null) return null;
    units += times[pattern] as number;
    sum += (times[pattern] as number) * value;
  }
  const values = Float64Array.from(without, (value) =>
    value === undefined || value === null ? 0 : (units - 1) * (sum / units - value),
  );
  return { values, enters, units };
}
