import { quartiles } from '../statistics/quartiles.ts';
import type { NumberAnswers } from './answers.ts';
import type { NumberSummary } from './item-result.ts';
import type { Rows } from './tally.ts';

/** Mean, standard deviation and five numbers of those respondents. */
export function summariseNumbers({ values, codes }: NumberAnswers, rows: Rows): NumberSummary {
  const own = new Float64Array(values.length);
  let n = 0;
  for (let at = 0; at < values.length; at++) {
    if (codes[at] === 0 && (rows === null || rows[at] !== 0)) own[n++] = values[at] as number;
  }
  if (n === 0) return { mean: null, sd: null, min: null, q1: null, median: null, q3: null, max: null };
  const sorted = own.subarray(0, n).sort();
  // Around the first value, so that large numbers close to each other lose no digits.
  const origin = sorted[0] as number;
  let sum = 0;
  for (const value of sorted) sum += value - origin;
  const mean = origin + sum / n;
  let squares = 0;
  for (const value of sorted) squares += (value - mean) ** 2;
  return {
    mean,
    sd: n < 2 ? null : Math.sqrt(squares / (n - 1)),
    min: origin,
    ...quartiles(sorted),
    max: sorted[n - 1] as number,
  };
}
