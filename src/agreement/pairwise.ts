import type { Agreement } from './agreement.ts';
import { cohenKappa, type KappaOptions } from './cohen-kappa.ts';
import { type Counts, countsOf } from './counts.ts';
import { countsOfPairs } from './rater-pairs.ts';
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
  return countsOfPairs(countsOf(data)).map((pair) => measure(pair, options));
}
