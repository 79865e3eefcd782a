import type { Agreement } from './agreement.ts';
import type { Parts } from './bootstrap.ts';
import type { Counts } from './counts.ts';
import {
  allAlike,
  type Chance,
  chanceCorrected,
  frameOf,
  type ManyRatersOptions,
  type Missing,
  partsOf,
} from './many-raters.ts';
import type { Ratings } from './ratings.ts';
import type { WeightMatrix } from './weights.ts';

/**
 * Fleiss' kappa of any number of raters,
 *
 *     κ = (P̄ − P̄e) / (1 − P̄e),   P_i = Σ_c n_ic (n_ic − 1) / (n_i (n_i − 1)),   P̄e = Σ_c p_c²
 *
 * With two raters it is Scott's pi, not Cohen's kappa: chance is taken from what all raters did together.
 * Where every rating is the same, P̄e is 1 and kappa 0/0: null. Weighted, n_ic (Σ_d w_cd n_id − 1) and
 * Σ w_cd p_c p_d. The standard error takes units, not raters, as a sample; the one printed by Fleiss (1971)
 * is only for the hypothesis of no agreement, and was corrected in 1979. Equals irrCAC's `fleiss.kappa.raw` and
 * `.dist`, with its standard error and with ratings missing; irrCAC's `scott2.table` divides the variance by n
 * where these divide by n − 1. statsmodels, nltk and irr give the same value for complete ratings.
 *
 * Sources: Fleiss (1971), Measuring nominal scale agreement among many raters, Psychological Bulletin
 * 76(5), 378–382, equations 2 to 7. Missing ratings, weights and standard error: Gwet (2014), Handbook of
 * inter-rater reliability, 4th edition, chapters 2, 3 and 5; the error is Gwet (2008).
 */
export function fleissKappa(data: Ratings | Counts, options: ManyRatersOptions = {}): Agreement {
  return chanceCorrected(data, options, {
    measure: 'fleiss-kappa',
    chance: piChance,
    source: 'Gwet 2008, units sampled',
  });
}

/** Chance agreement from the shares of categories among all ratings: Σ w_cd p_c p_d. */
export const piChance: Chance = {
  expected: (shares, weights) => {
    const slopes = halfSlopes(shares, weights);
    let expected = 0;
    for (let at = 0; at < shares.length; at++) expected += (slopes[at] as number) * (shares[at] as number);
    return expected;
  },
  slopes: (shares, weights) => halfSlopes(shares, weights).map((slope) => 2 * slope),
  undefined: allAlike,
};

/** Σ_d w_cd p_d of each category. */
function halfSlopes(shares: Float64Array, { matrix }: WeightMatrix): Float64Array {
  if (matrix === null) return shares;
  const k = shares.length;
  const slopes = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    let sum = 0;
    for (let j = 0; j < k; j++) sum += (matrix[i * k + j] as number) * (shares[j] as number);
    slopes[i] = sum;
  }
  return slopes;
}

/** Fleiss' kappa of resampled counts. */
export function fleissParts(counts: Counts, missing: Missing = 'pairwise'): (times: Float64Array) => Parts {
  const frame = frameOf(counts, { missing });
  if (typeof frame === 'string') throw new RangeError(frame);
  return (times) => partsOf(frame, piChance, times);
}
