import { encodeRatings, type Ratings } from '../agreement/ratings.ts';
import { consensus, type UnsureAs, type Verdict, verdicts } from './stage.ts';
import type { StageState } from './stage-state.ts';

/** Decisions of a stage as ratings: a unit a record that reached it, null where a rater has not decided. The consensus is no rater. */
export function stageRatings({ records, raters }: StageState, unsure: UnsureAs = 'category'): Ratings {
  const counted = (verdict: Verdict): Verdict =>
    verdict === 'unsure' && unsure === 'include' ? unsure : verdict;
  const own = raters.filter(({ rater }) => rater !== consensus);
  const labels = own.map(({ decisions }) =>
    records.map((record) => {
      const decision = decisions.get(record);
      return decision ? counted(decision.verdict) : null;
    }),
  );
  const used = verdicts.filter((verdict) => labels.some((column) => column.includes(verdict)));
  const names = own.map(({ rater }) => rater);
  return { ...encodeRatings(names, labels, used), unit: 'record', names: records };
}
