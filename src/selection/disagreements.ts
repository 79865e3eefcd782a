import type { Outcome } from './outcome.ts';
import { consensus, type Decision } from './stage.ts';
import type { StageState } from './stage-state.ts';

/** What raters said of a record on which they differ. */
export interface Disagreement {
  record: string;
  decisions: { rater: string; decision: Decision | null }[];
  /** What was decided in the end, where it was. */
  agreed: Decision | null;
  /** What the stage comes to, by what was decided in the end or by its rule. */
  outcome: Outcome;
}

/** Records on which the raters of a stage do not all say the same, reasons left aside. */
export const disagreementsOf = (state: StageState): Disagreement[] =>
  saidOf(state).filter(({ decisions }) => verdictsIn(decisions).size > 1);

/** Records that every rater excludes who has decided, and not all for the same reason; no reason is none of them. */
export const reasonsDifferingOf = (state: StageState): Disagreement[] =>
  saidOf(state).filter(({ decisions }) => {
    const reasons = new Set(decisions.flatMap(({ decision }) => decision?.reason ?? []));
    const verdicts = verdictsIn(decisions);
    return verdicts.size === 1 && verdicts.has('exclude') && reasons.size > 1;
  });

const verdictsIn = (decisions: Disagreement['decisions']) =>
  new Set(decisions.flatMap(({ decision }) => decision?.verdict ?? []));

function saidOf({ records, raters, outcomes }: StageState): Disagreement[] {
  const own = raters.filter(({ rater }) => rater !== consensus);
  const together = raters.find(({ rater }) => rater === consensus);
  return records.map((record) => ({
    record,
    decisions: own.map(({ rater, decisions }) => ({ rater, decision: decisions.get(record) ?? null })),
    agreed: together?.decisions.get(record) ?? null,
    outcome: outcomes.get(record) ?? { kind: 'not yet' },
  }));
}
