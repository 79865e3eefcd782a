import type { Comparison } from '../agreement/comparison.ts';
import { settle } from './agreement-protocol.ts';
import { type RoundReport, reportRound } from './agreement-round.ts';
import { consensusRater, openCounted } from './coded.ts';
import type { ReconcileScope } from './reconcile-open.ts';
import type { Workspace } from './workspace.ts';

/** Agreement before and after reconciliation, on the same documents. */
export interface BeforeAndAfter {
  /** The raters by themselves: how reliable the coding is. */
  before: RoundReport;
  /** Each rater with the consensus they negotiated: how far they moved, and no reliability. */
  after: { report: RoundReport; comparisons: Comparison[] } | undefined;
}

/** Computed from the logs as they are on the disk; undefined where the study cannot be opened. */
export async function beforeAndAfter(
  workspace: Workspace,
  study: string,
  { round, raters, unit }: ReconcileScope,
  documents: readonly string[],
): Promise<BeforeAndAfter | undefined> {
  const { coded } = await openCounted(workspace, study);
  if (!coded) return undefined;
  const { config } = coded.study;
  const { measures } = settle(config.protocol, { unit, others: [] }) ?? { measures: 'kappas' as const };
  const layout = { unit, onlyCoded: false, rollUp: false, minShare: undefined };
  const reportOf = (some: readonly string[]): RoundReport =>
    reportRound(
      coded.corpus,
      config,
      round,
      {
        ...{ rounds: [round], raters: [...some], codes: undefined, version: undefined },
        ...{ documents: [...documents], speakers: 'participants' as const },
      },
      layout,
      { measures },
    );
  const before = reportOf(raters);
  const report = reportOf([...raters, consensusRater]);
  const comparisons = report.comparisons.filter(
    (one) => one.raters.length === 2 && one.raters.includes(consensusRater),
  );
  return { before, after: comparisons.length > 0 ? { report, comparisons } : undefined };
}
