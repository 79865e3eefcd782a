import { type Agreement, withoutValue } from './agreement.ts';
import type { Counts } from './counts.ts';

/** The units that every rater rated; raters who rated nothing at all are left out first. */
export interface CompleteUnits {
  /** The places of the raters who rated something. */
  raters: readonly number[];
  /** The places of the patterns without a gap, and 1 for these patterns, else 0. */
  patterns: Int32Array;
  enters: Uint8Array;
  /** How many units these are. */
  n: number;
  /** How often each category occurs in them. */
  values: Float64Array;
}

export function completeUnits(counts: Counts): CompleteUnits {
  const width = counts.raters.length;
  const number = counts.times.length;
  const raters = counts.raters.flatMap((_, rater) => {
    for (let pattern = 0; pattern < number; pattern++) {
      if ((counts.patterns[pattern * width + rater] as number) >= 0 && counts.times[pattern] !== 0)
        return rater;
    }
    return [];
  });
  const values = new Float64Array(counts.categories.length);
  const patterns: number[] = [];
  const enters = new Uint8Array(number);
  let n = 0;
  for (let pattern = 0; pattern < number; pattern++) {
    const often = counts.times[pattern] as number;
    const codes = raters.map((rater) => counts.patterns[pattern * width + rater] as number);
    if (often === 0 || codes.length === 0 || codes.some((code) => code < 0)) continue;
    patterns.push(pattern);
    enters[pattern] = 1;
    n += often;
    for (const code of codes) values[code] = (values[code] as number) + often;
  }
  return { raters, patterns: Int32Array.from(patterns), enters, n, values };
}

/**
 * A result on complete units that has no value yet, and why it cannot have one, if so. Such measures have no
 * observed agreement that chance is taken from.
 */
export function onCompleteUnits(counts: Counts, measure: string, { raters, n }: CompleteUnits): Agreement {
  const named = raters.map((rater) => counts.raters[rater] ?? '');
  const silent = counts.raters.filter((_, rater) => !raters.includes(rater));
  const result = withoutValue(
    { ...counts, raters: named },
    measure,
    whyNothing(counts, named, n) ?? '',
    'units that all raters rated',
    counts.units - n,
  );
  return {
    ...result,
    raters: named.length === 0 ? counts.raters : named,
    warnings: silent.map((rater) => `${rater} rated nothing and is left out`),
  };
}

function whyNothing({ units, raters }: Counts, named: readonly string[], n: number): string | null {
  if (raters.length < 2)
    return `agreement needs two raters, there ${raters.length === 0 ? 'is none' : 'is one'}`;
  if (units === 0) return 'there are no units';
  if (named.length < 2)
    return named.length === 0 ? 'nobody rated anything' : `only ${named[0]} rated anything`;
  if (n > 0) return null;
  return named.length === 2 ? 'no unit was rated by both raters' : 'no unit was rated by all raters';
}
