import { measures } from '../agreement/measures.ts';
import { listed } from '../exhibit/words.ts';
import type { RoundReport } from './agreement-round.ts';

/** Why a round has no agreement of all its raters together, and what to do. */
export function whyNotTogether({ raters, comparisons }: Pick<RoundReport, 'raters' | 'comparisons'>): string {
  const [pair] = comparisons;
  if (!pair) {
    return raters.length === 0
      ? 'nobody has coded in what it compares'
      : `only ${listed(raters)} has coded in what it compares`;
  }
  const titles = new Set(comparisons.map(({ measure }) => measures[measure].title));
  return `${[...titles].join(', ')} compares two raters, and there are ${raters.length}: ${raters.join(', ')}. In study.yaml, name two with "raters: [${pair.raters.join(', ')}]", or take a "measure" for any number, such as fleiss-kappa or krippendorff-alpha, or leave "measure" out there and in the protocol, for Cohen's kappa of every two and Fleiss' kappa of all`;
}
