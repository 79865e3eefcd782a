import { type Agreement, positiveZero } from './agreement.ts';
import { completeUnits, onCompleteUnits } from './complete-units.ts';
import { type Counts, countsOf } from './counts.ts';
import { type IntervalOptions, withInterval } from './interval.ts';
import type { IntraclassForm } from './intraclass-form.ts';
import { intraclassLimits } from './intraclass-limits.ts';
import { type MeanSquares, meanSquares } from './mean-squares.ts';
import { notANumber, numericLabels } from './numeric-labels.ts';
import type { Ratings } from './ratings.ts';

export interface IntraclassOptions extends IntervalOptions {
  form: IntraclassForm;
}

/**
 * An intraclass correlation of ratings that are numbers, over the n units that all k raters rated. With the
 * mean squares between units B, within units W, between raters J and of error E:
 *
 *     ICC(1,1) = (B − W) / (B + (k − 1) W)                    ICC(1,k) = (B − W) / B
 *     ICC(2,1) = (B − E) / (B + (k − 1) E + k (J − E) / n)    ICC(2,k) = (B − E) / (B + (J − E) / n)
 *     ICC(3,1) = (B − E) / (B + (k − 1) E)                    ICC(3,k) = (B − E) / B
 *
 * ICC(2,·) is about absolute agreement, ICC(3,·) about consistency: a rater who is always one higher lowers
 * the first and not the second. Below 0 where units differ less than their ratings. Null where all ratings
 * are the same (0/0), of one unit, and where the denominator, which estimates a variance, is not above 0;
 * programs then print what the division gives.
 *
 * Intervals: `intraclassLimits`. Equals psych's `ICC(lmer = FALSE)`; ICC(2,1) and ICC(3,1) are psy's `icc`.
 *
 * Source: Shrout and Fleiss (1979), Intraclass correlations: uses in assessing rater reliability,
 * Psychological Bulletin 86(2), 420–428.
 */
export function intraclassCorrelation(data: Ratings | Counts, options: IntraclassOptions): Agreement {
  const counts = countsOf(data);
  const { form } = options;
  const complete = completeUnits(counts);
  const result = onCompleteUnits(counts, `icc-${form}`, complete);
  if (result.reason) return result;
  const numbers = numericLabels(counts.categories, (category) => complete.values[category] !== 0);
  if ('notNumber' in numbers) {
    const reason = notANumber(numbers.notNumber, 'an intraclass correlation');
    return { ...result, reason };
  }
  const squares = meanSquares(counts, complete, numbers.values);
  const found = squares(counts.times);
  const value = coefficientOf(form, found);
  const estimate = (times: Float64Array): number | null => coefficientOf(form, squares(times));
  return withInterval(
    { ...result, value, reason: value === null ? whyNot(found) : null },
    {
      counts,
      estimate,
      enters: complete.enters,
      influence: () => null,
      se: null,
      source: 'McGraw and Wong 1996; F',
      limits: (level) => intraclassLimits(form, found, level),
    },
    options,
  );
}

function coefficientOf(
  form: IntraclassForm,
  { n, k, units, within, raters, error }: MeanSquares,
): number | null {
  if (!(n > 1)) return null;
  const [above, below] = {
    '1-1': [units - within, units + (k - 1) * within],
    '2-1': [units - error, units + (k - 1) * error + (k * (raters - error)) / n],
    '3-1': [units - error, units + (k - 1) * error],
    '1-k': [units - within, units],
    '2-k': [units - error, units + (raters - error) / n],
    '3-k': [units - error, units],
  }[form] as [number, number];
  return below > 1e-12 * Math.max(units, within, raters, error) ? positiveZero(above / below) : null;
}

function whyNot({ n, units, within }: MeanSquares): string {
  if (n === 1) return 'one unit alone does not show how much units differ';
  if (units === 0 && within === 0) return 'all ratings are the same, so that the correlation is 0/0';
  return 'units differ so little beside their ratings that the denominator, a variance, is not above 0';
}
