import type { Weights } from './agreement.ts';

/**
 * How much two categories agree, 1 for the same and 0 for the two ends, by their rank in the order of
 * categories: identity 0 or 1; linear 1 − |i − j| / (k − 1); quadratic 1 − (i − j)² / (k − 1)².
 *
 * Source: Cohen (1968), Weighted kappa, Psychological Bulletin 70(4), 213–220, for the idea; linear is
 * Cicchetti and Allison's (1971), quadratic Fleiss and Cohen's (1973).
 *
 * @returns row after row.
 */
export function rankWeights(weights: Weights, categories: number): Float64Array {
  const matrix = new Float64Array(categories * categories);
  const longest = Math.max(1, categories - 1);
  for (let row = 0; row < categories; row++) {
    for (let column = 0; column < categories; column++) {
      const distance = Math.abs(row - column) / longest;
      matrix[row * categories + column] =
        weights === 'identity'
          ? Number(row === column)
          : weights === 'linear'
            ? 1 - distance
            : 1 - distance * distance;
    }
  }
  return matrix;
}
