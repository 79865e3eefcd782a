import { type Outcome, outcomeOf } from './outcome.ts';
import type { RaterDecisions, Stage } from './stage.ts';

/** A stage with the records that reached it, and what became of each. */
export interface StageState {
  stage: Stage;
  /** Those that every earlier stage included, in the order of the records. */
  records: string[];
  raters: RaterDecisions[];
  outcomes: Map<string, Outcome>;
}

/** What became of the records in a stage, given those that reached it. */
export function stageState(stage: Stage, records: string[], raters: RaterDecisions[]): StageState {
  const outcomes = new Map(records.map((record) => [record, outcomeOf(record, stage, raters)]));
  return { stage, records, raters, outcomes };
}

export const passed = ({ records, outcomes }: StageState): string[] =>
  records.filter((record) => outcomes.get(record)?.kind === 'include');

export interface StageSummary {
  records: number;
  included: number;
  excluded: number;
  /** Declared reasons in their order, also those with 0, then others in use. */
  reasons: Map<string, number>;
  /** Excluded without one reason. */
  withoutReason: number;
  /** Decided on, and not settled: raters differ, or are unsure. */
  open: number;
  notYet: number;
  /** Decisions a rater made on records that are in this stage, and how many of them are unsure. */
  raters: { rater: string; decided: number; unsure: number }[];
}

export function summariseStage({ stage, records, raters, outcomes }: StageState): StageSummary {
  const all = [...outcomes.values()];
  const count = (kind: Outcome['kind']): number => all.filter((one) => one.kind === kind).length;
  const reasons = new Map(stage.reasons.map((reason) => [reason, 0]));
  let withoutReason = 0;
  for (const one of all) {
    if (one.kind !== 'exclude') continue;
    if (one.reason === null) withoutReason += 1;
    else reasons.set(one.reason, (reasons.get(one.reason) ?? 0) + 1);
  }
  return {
    records: records.length,
    included: count('include'),
    excluded: count('exclude'),
    reasons,
    withoutReason,
    open: count('open'),
    notYet: count('not yet'),
    raters: raters.map(({ rater, decisions }) => {
      const own = records.flatMap((record) => decisions.get(record) ?? []);
      return { rater, decided: own.length, unsure: own.filter(({ verdict }) => verdict === 'unsure').length };
    }),
  };
}
