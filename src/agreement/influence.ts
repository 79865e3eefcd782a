/**
 * What each unit does to a coefficient, to first order: the coefficient moves by value / units as a unit counts
 * a little more. Standard errors, and tests of two coefficients on the same units, come from these alone.
 *
 * Where ratings are missing, Fleiss', Brennan and Prediger's, Conger's and Gwet's coefficients follow his convention, that the
 * number of units with two ratings is fixed: then it is not the derivative, and units with one rating enter.
 *
 * Source: Gwet (2016), Testing the difference of correlated agreement coefficients for statistical significance,
 * Educational and Psychological Measurement 76(4), 609–637, where it is a coefficient's linear approximation.
 */
export interface Influence {
  /** Of a unit of each pattern; 0 in the mean over the units that enter. */
  values: Float64Array;
  /** 1 for patterns that enter the coefficient. */
  enters: Uint8Array;
  /** How many units these are. */
  units: number;
}

/** √(Σ v² / (n (n − 1))), the standard error of a mean of n units; null for fewer than two of them. */
export function influenceError(times: Float64Array, { values, units }: Influence): number | null {
  if (units < 2) return null;
  let squares = 0;
  for (let pattern = 0; pattern < values.length; pattern++) {
    squares += (times[pattern] as number) * (values[pattern] as number) ** 2;
  }
  return Math.sqrt(squares / (units * (units - 1)));
}
