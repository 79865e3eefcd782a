import type { Agreement } from './agreement.ts';
import { cohenKappa, type KappaOptions } from './cohen-kappa.ts';
import { type Counts, countsOf, pairCounts } from './counts.ts';
import type { Ratings } from './ratings.ts';

/**
 * A measure of two raters for every pair of raters, in the order of raters. Patterns are counted once
 * for all pairs.
 */
export function pairwise(
  data: Ratings | Counts,
  measure: (pair: Counts, options?: KappaOptions) => Agreement = cohenKappa,
  options: KappaOptions = {},
): Agreement[] {
  const counts = countsOf(data);
  const results: Agreement[] = [];
  for (let a = 0; a < counts.raters.length; a++) {
    for (let b = a + 1; b < counts.raters.length; b++)
      results.push(measure(pairCounts(counts, a, b), options));
  }
  return results;
}
