import type { Agreement } from './agreement.ts';
import { type Counts, countsOf } from './counts.ts';
import { explainAlpha } from './explain-alpha.ts';
import { explainCohen } from './explain-cohen.ts';
import { explainComplete } from './explain-complete.ts';
import { explainManyRaters } from './explain-many-raters.ts';
import { explainConger, explainHolsti, explainLight } from './explain-pairs.ts';
import { concludes, type Explanation } from './explanation.ts';
import type { MeasureOptions } from './measures.ts';
import type { Ratings } from './ratings.ts';
import type { Weights } from './weights.ts';

/**
 * The worked calculation of a result on the data it was computed from; weights of one's own are to be given again.
 *
 *     explain(cohenKappa(ratings), ratings).sentences
 *     // Of 200 units, ana and ben both rated 200.
 *     // They agree on 88 + 40 + 12 = 140 of 200: observed agreement is 0.7.
 *     // …
 */
export function explain(
  result: Agreement,
  data: Ratings | Counts,
  { weights }: Pick<MeasureOptions, 'weights'> = {},
): Explanation {
  const counts = countsOf(data);
  const given = usedWeights(result, weights);
  if (result.n === 0) return { sentences: [concludes('', result)], table: { columns: [], rows: [] } };
  switch (result.measure) {
    case 'cohen-kappa':
      return explainCohen(result, counts, given);
    case 'krippendorff-alpha':
      return explainAlpha(result, counts);
    case 'conger-kappa':
      return explainConger(result, counts, given);
    case 'light-kappa':
      return explainLight(result, counts, given);
    case 'holsti':
      return explainHolsti(result, counts);
    case 'icc-1-1':
    case 'icc-2-1':
    case 'icc-3-1':
    case 'icc-1-k':
    case 'icc-2-k':
    case 'icc-3-k':
    case 'kendall-w':
    case 'lin-ccc':
      return explainComplete(result, counts);
    default:
      return explainManyRaters(result, counts, given);
  }
}

/** The weights that a result was computed with. */
function usedWeights({ weights = 'identity' }: Agreement, own: MeasureOptions['weights']): Weights {
  if (weights !== 'user') return weights;
  if (own === undefined || typeof own === 'string') {
    throw new RangeError('a result by weights of one’s own is explained with these weights');
  }
  return own;
}
