import type { Agreement } from '../agreement/agreement.ts';
import { countPatterns } from '../agreement/counts.ts';
import type { MeasureName } from '../agreement/measure-names.ts';
import { type MeasureOptions, measures } from '../agreement/measures.ts';
import { countsOfPairs } from '../agreement/rater-pairs.ts';
import type { UnsureAs } from './stage.ts';
import { stageRatings } from './stage-ratings.ts';
import type { StageState } from './stage-state.ts';

/**
 * How far the raters of a stage agree on its records: all together, where there are more than two and the measure takes
 * them, then every two. Unless measures are named it is Cohen's kappa of two raters and Fleiss' of all, each with percent agreement.
 * Nothing of one rater.
 */
export function stageAgreement(
  state: StageState,
  named: readonly MeasureName[] | undefined,
  { unsure, ...options }: MeasureOptions & { unsure?: UnsureAs | undefined } = {},
): Agreement[] {
  const counts = countPatterns(stageRatings(state, unsure));
  const several = counts.raters.length > 2;
  const forAll = named ?? (['percent', 'fleiss-kappa'] as const);
  const forTwo = named ?? (['percent', 'cohen-kappa'] as const);
  const together = forAll.filter((name) => measures[name].raters === 'any');
  const compute = (names: readonly MeasureName[], of: typeof counts) =>
    names.map((name) => measures[name].compute(of, options));
  return [
    ...(several ? compute(together, counts) : []),
    ...countsOfPairs(counts).flatMap((pair) => compute(forTwo, pair)),
  ];
}
