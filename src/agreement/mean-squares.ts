import type { CompleteUnits } from './complete-units.ts';
import type { Counts } from './counts.ts';

/** The two-way analysis of variance of n units by k raters, one rating a cell. */
export interface MeanSquares {
  n: number;
  k: number;
  /** Between units, n − 1 degrees of freedom. */
  units: number;
  /** Within units, n (k − 1). */
  within: number;
  /** Between raters, k − 1. */
  raters: number;
  /** What is left, (n − 1) (k − 1). */
  error: number;
}

/**
 * Mean squares of any frequencies of the patterns. Everything is a sum of squares of deviations, which
 * are whole before a mean is taken off where numbers are whole: none cancels, and a zero is one.
 *
 * @param numbers what each category counts as.
 */
export function meanSquares(
  counts: Counts,
  { raters, patterns }: CompleteUnits,
  numbers: Float64Array,
): (times: Float64Array) => MeanSquares {
  const k = raters.length;
  const width = counts.raters.length;
  const totals = new Float64Array(patterns.length);
  // k x − the unit's total: k times how far a rating is from the mean of its unit.
  const deviations = new Float64Array(patterns.length * k);
  for (const [at, pattern] of patterns.entries()) {
    const own = raters.map((rater) => numbers[counts.patterns[pattern * width + rater] as number] as number);
    const total = own.reduce((sum, value) => sum + value, 0);
    totals[at] = total;
    for (const [rater, value] of own.entries()) deviations[at * k + rater] = k * value - total;
  }
  const means = new Float64Array(k);
  return (times) => {
    let n = 0;
    let total = 0;
    means.fill(0);
    for (let at = 0; at < patterns.length; at++) {
      const often = times[patterns[at] as number] as number;
      if (often === 0) continue;
      n += often;
      total += often * (totals[at] as number);
      for (let rater = 0; rater < k; rater++) {
        means[rater] = (means[rater] as number) + often * (deviations[at * k + rater] as number);
      }
    }
    const mean = total / n;
    let between = 0;
    let within = 0;
    let error = 0;
    let ofRaters = 0;
    for (let rater = 0; rater < k; rater++) {
      const own = (means[rater] as number) / n;
      means[rater] = own;
      ofRaters += own * own;
    }
    for (let at = 0; at < patterns.length; at++) {
      const often = times[patterns[at] as number] as number;
      if (often === 0) continue;
      between += often * ((totals[at] as number) - mean) ** 2;
      for (let rater = 0; rater < k; rater++) {
        const own = deviations[at * k + rater] as number;
        within += often * own * own;
        error += often * (own - (means[rater] as number)) ** 2;
      }
    }
    return {
      n,
      k,
      units: between / k / (n - 1),
      within: within / (k * k) / (n * (k - 1)),
      raters: (n * ofRaters) / (k * k) / (k - 1),
      error: error / (k * k) / ((n - 1) * (k - 1)),
    };
  };
}
