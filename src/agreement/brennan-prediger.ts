import type { Agreement } from './agreement.ts';
import type { Counts } from './counts.ts';
import { type Chance, chanceCorrected, type ManyRatersOptions } from './many-raters.ts';
import type { Ratings } from './ratings.ts';
import { sumOfWeights } from './weights.ts';

/**
 * The coefficient of Brennan and Prediger, Bennett's S for two raters, of any number of raters,
 *
 *     S = (po − pe) / (1 − pe),   pe = Σ w_cd / k²,   1 / k without weights
 *
 * with k the number of categories, declared or in use: a category that nobody used and that is declared makes chance
 * agreement smaller. With one category S is 0/0: null. Equals Randolph's free-marginal kappa.
 *
 * Sources: Bennett, Alpert and Goldstein (1954), Communications through limited-response questioning, Public
 * Opinion Quarterly 18(3), 303–308; Brennan and Prediger (1981), Coefficient kappa: some uses, misuses, and
 * alternatives, Educational and Psychological Measurement 41(3), 687–699. Weights, missing ratings and standard
 * error: Gwet (2014).
 */
export function brennanPrediger(data: Ratings | Counts, options: ManyRatersOptions = {}): Agreement {
  return chanceCorrected(data, options, {
    measure: 'brennan-prediger',
    chance: evenChance,
    source: 'Gwet 2008, units sampled',
  });
}

const evenChance: Chance = {
  expected: (shares, weights) => sumOfWeights(weights, shares.length) / shares.length ** 2,
  slopes: (shares) => new Float64Array(shares.length),
  undefined: (shares, { weights }) => {
    const k = shares.length;
    if (sumOfWeights(weights, k) < k * k) return null;
    const reason =
      k < 2
        ? 'there is one category only, so that agreement by chance is 1 and S is 0/0: declare the others'
        : 'all categories count as one, so that agreement by chance is 1 and S is 0/0';
    return { reason, expected: 1 };
  },
};
