import { describeLeftOutCodes } from '../../exhibit/agreement-words.ts';
import type { Standing } from '../../reconciliation/decided.ts';
import type { Decision } from '../../reconciliation/decision.ts';
import { unclearCodes } from '../../reconciliation/unclear.ts';
import type { BeforeAndAfter } from '../../study/negotiated.ts';
import type { Reconciliation } from '../../study/reconcile-open.ts';
import type { OpenedForCommand } from '../coding-output.ts';
import type { ProblemJson } from '../problems.ts';

/** What `emic reconcile --json` prints; nothing is decided or written. */
export function reconciliationJson(
  { name, coded }: OpenedForCommand,
  {
    round,
    unit,
    raters,
    compared,
    documents,
    differences,
    standings,
    agreement,
    measure,
    units,
    remarks,
  }: Reconciliation,
  chosen: readonly number[],
  more: {
    decisions: readonly Decision[];
    agreement: BeforeAndAfter | undefined;
    problems: readonly ProblemJson[];
  },
) {
  return {
    study: name,
    fictional: coded.study.config.fictional,
    ...{ round, unit, raters, version: compared.version, measure },
    remarks: [...describeLeftOutCodes(units), ...remarks],
    documents: documents.map(({ document, raters: own, through }) => ({
      document,
      raters: own,
      through: Number.isFinite(through) ? through : null,
    })),
    differences: chosen.flatMap((at) => {
      const [difference, standing] = [differences[at], standings[at]];
      if (!difference || !standing) return [];
      const { document, unit: one, code, views, rivals } = difference;
      return [
        {
          ...{
            document,
            start: one.start,
            end: one.end,
            code,
            agreement: agreement.get(code) ?? null,
            rivals,
          },
          raters: views.map(({ rater, gave, codings, others }) => ({
            ...{ rater, gave, codings },
            others: others.map(({ coding, code: now }) => ({ ...coding, now })),
          })),
          ...standingJson(standing),
        },
      ];
    }),
    unclear: unclearCodes(more.decisions.filter((one) => one.round === round)),
    reliability: more.agreement ? more.agreement.before.comparisons.map(pooled) : [],
    negotiated: more.agreement?.after?.comparisons.map(pooled) ?? [],
    problems: more.problems,
  };
}

function standingJson(standing: Standing) {
  switch (standing.kind) {
    case 'decided':
      return { state: 'decided', because: [], decisions: [standing.decision] };
    case 'conflict':
      return { state: 'conflict', because: [], decisions: standing.variants };
    case 'asked':
      return { state: 'asked', because: standing.because, decisions: standing.earlier };
  }
}

const pooled = ({ raters, measure, pooled: one, mean }: BeforeAndAfter['before']['comparisons'][number]) => ({
  raters,
  measure,
  n: (one ?? mean).n,
  pooled: one?.value ?? null,
  interval: one?.interval ?? null,
  mean: mean.value,
});
