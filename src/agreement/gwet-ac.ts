import { type Agreement, withoutValue } from './agreement.ts';
import { type Counts, countsOf } from './counts.ts';
import { type Chance, chanceCorrected, type ManyRatersOptions } from './many-raters.ts';
import type { Ratings } from './ratings.ts';
import { sumOfWeights } from './weights.ts';

/**
 * Gwet's AC1 of any number of raters,
 *
 *     AC1 = (po − pe) / (1 − pe),   pe = Σ_c p_c (1 − p_c) / (k − 1)
 *
 * with k the number of categories, declared or in use, and p_c the mean over units of a category's share. It stays
 * near observed agreement where one category prevails. With fewer than two categories it does not exist: null.
 *
 * Sources: Gwet (2008), Computing inter-rater reliability and its variance in the presence of high agreement,
 * British Journal of Mathematical and Statistical Psychology 61, 29–48; missing ratings: Gwet (2014), Handbook of
 * inter-rater reliability, 4th edition, chapters 2 and 5. Equals irrCAC's `gwet.ac1.raw`.
 */
export const gwetAc1 = (data: Ratings | Counts, options: ManyRatersOptions = {}): Agreement =>
  chanceCorrected(data, { ...options, weights: 'identity' }, { ...gwet, measure: 'gwet-ac1' });

/**
 * Gwet's AC2: AC1 with weights,
 *
 *     pe = T / (k (k − 1)) Σ_c p_c (1 − p_c),   T = Σ w_cd
 *
 * Without weights there is none: null.
 *
 * Source: Gwet (2014), Handbook of inter-rater reliability, 4th edition, chapter 3.
 */
export function gwetAc2(data: Ratings | Counts, options: ManyRatersOptions = {}): Agreement {
  if (options.weights === undefined || options.weights === 'identity') {
    return withoutValue(countsOf(data), 'gwet-ac2', 'AC2 is AC1 with weights, and none were named', '');
  }
  return chanceCorrected(data, options, { ...gwet, measure: 'gwet-ac2' });
}

const chance: Chance = {
  expected: (shares, weights) => {
    let mixed = 0;
    for (const share of shares) mixed += share * (1 - share);
    return factor(shares, sumOfWeights(weights, shares.length)) * mixed;
  },
  slopes: (shares, weights) => {
    const each = factor(shares, sumOfWeights(weights, shares.length));
    return shares.map((share) => each * (1 - 2 * share));
  },
  undefined: (shares, { weights }) => {
    const k = shares.length;
    if (k < 2) return { reason: 'there is one category only: declare the others', expected: null };
    if (sumOfWeights(weights, k) < k * k) return null;
    return { reason: 'all categories count as one: there is nothing to disagree on', expected: null };
  },
};

const factor = ({ length: k }: Float64Array, sum: number): number => sum / (k * (k - 1));

const gwet = { chance, source: 'Gwet 2008, units sampled' };
