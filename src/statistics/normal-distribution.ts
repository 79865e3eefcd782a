import { chiSquareProbability } from './chi-square-distribution.ts';

/** The probability of at most `z` under the standard normal distribution, to 15 digits in the lower tail; R's `pnorm`. */
export function normalProbability(z: number): number {
  // z² has the chi-square distribution with 1 degree of freedom.
  return z > 0 ? 1 - normalProbability(-z) : chiSquareProbability(z * z, 1, 'upper') / 2;
}
