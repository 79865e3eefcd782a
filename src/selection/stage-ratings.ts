import { encodeRatings, type Ratings } from '../agreement/ratings.ts';
import { consensus, type Decision, type UnsureAs, type Verdict, verdicts } from './stage.ts';
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

export interface Disagreement {
  record: string;
  decisions: { rater: string; decision: Decision | null }[];
  /** What was decided in the end, where it was. */
  agreed: Decision | null;
}

/** Records on which the raters of a stage do not all say the same, reasons left aside. */
export function disagreementsOf({ records, raters }: StageState): Disagreement[] {
  const own = raters.filter(({ rater }) => rater !== consensus);
  const together = raters.find(({ rater }) => rater === consensus);
  return records.flatMap((record) => {
    const decisions = own.map(({ rater, decisions }) => ({ rater, decision: decisions.get(record) ?? null }));
    const said = new Set(decisions.flatMap(({ decision }) => decision?.verdict ?? []));
    return said.size > 1 ? [{ record, decisions, agreed: together?.decisions.get(record) ?? null }] : [];
  });
}
