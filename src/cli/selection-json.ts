import type { CheckedFlow } from '../exhibit/flow-table.ts';
import type { DescribedStage } from '../exhibit/selection-tables.ts';
import { computedSteps } from '../selection/computed-steps.ts';
import type { Disagreement } from '../selection/disagreements.ts';
import { differenceWords, uncheckedWords } from '../selection/flow-words.ts';
import { sumOfTotal } from '../selection/total-sums.ts';

/** Stages and flow as `--json` gives them. A number that is not reported is null, never 0. */
export const selectionJson = (stages: readonly DescribedStage[], flow: CheckedFlow | undefined) => ({
  stages: stages.map(({ stage, summary, unsure, agreement, disagreements, reasonsDiffering }) => ({
    ...stage,
    ...summary,
    reasons: Object.fromEntries(summary.reasons),
    declaredReasons: stage.reasons,
    unsure,
    agreement,
    disagreements: disagreements.map(disagreementJson),
    reasonsDiffering: reasonsDiffering.map(disagreementJson),
  })),
  flow: flow ? flowJson(flow) : null,
});

const disagreementJson = ({ record, decisions, agreed, outcome }: Disagreement) => ({
  record,
  decisions: decisions.map(({ rater, decision }) => ({
    rater,
    decision: decision?.verdict ?? null,
    reason: decision?.reason ?? null,
    note: decision?.note ?? null,
  })),
  consensus: agreed?.verdict ?? null,
  outcome: outcome.kind,
});

const flowJson = ({ flow, checked }: CheckedFlow) => ({
  shared: flow.shared,
  sources: flow.sources.map((source) => ({
    ...source,
    computed: Object.fromEntries(computedSteps(source)),
  })),
  totals: flow.totals.map((total) => ({ ...total, sum: sumOfTotal(flow, total) })),
  sums: checked.map((one) => ({
    about: one.law.about,
    verdict: one.verdict,
    known: one.known ?? null,
    said:
      one.verdict === 'differs'
        ? differenceWords(one)
        : one.verdict === 'not checked'
          ? uncheckedWords(one)
          : null,
    terms: [...one.law.left, ...one.law.right].map(({ path, count }) => ({ at: path.join('.'), count })),
  })),
});
