import type { Standing } from '../reconciliation/decided.ts';
import { consensusRater } from './coded.ts';
import type { Corpus } from './corpus.ts';
import type { StudyDecisions } from './decisions.ts';
import type { Study } from './open-study.ts';
import { ConsensusWriter, consensusDoubts } from './reconcile.ts';
import { brokenLogs, reconciliationOf } from './reconcile-open.ts';
import { scopeOfRound } from './reconcile-scope.ts';

/** How the consensus of a round stands to what was decided and to what raters have there now. */
export interface ConsensusState {
  standings: readonly Standing[];
  /** Decisions that no longer hold. */
  again: number;
  /** Lines that the consensus lacks; null where its own logs cannot be read. */
  lacking: number | null;
  /** Whether the round has a consensus and differences, and no decision on any of them. */
  isUndecided: boolean;
}

/** Of a consensus that has no decisions. */
export const undecidedInWords = ({ standings: { length } }: Pick<ConsensusState, 'standings'>): string =>
  `decisions.jsonl has no decision on the ${length === 1 ? 'difference' : `${length} differences`} there ${length === 1 ? 'is' : 'are'}, so that nobody knows who decided and why`;

/** Undefined where logs of the round cannot be read, or fewer than two raters are left. */
export function consensusState(
  { workspace, name, config }: Study,
  corpus: Corpus,
  decisions: StudyDecisions,
  round: string,
): ConsensusState | undefined {
  const scope = scopeOfRound(corpus, config, decisions.decisions, round);
  if (brokenLogs(corpus, round).length > 0 || scope.raters.length < 2) return undefined;
  const reconciliation = reconciliationOf(corpus, config, decisions.decisions, scope);
  const { standings } = reconciliation;
  const has = (log: { round: string; rater: string }): boolean =>
    log.rater === consensusRater && log.round === round;
  const isUndecided =
    standings.length > 0 &&
    corpus.logs.some(({ log }) => has(log)) &&
    !decisions.decisions.some((one) => one.round === round);
  const again = standings.filter((one) => one.kind === 'asked' && one.because.length > 0).length;
  if (consensusDoubts(corpus, round).broken.length > 0)
    return { standings, again, lacking: null, isUndecided };
  const writer = new ConsensusWriter(workspace, name, corpus, decisions, reconciliation);
  // Nothing is written, so that the time is no matter.
  const lacking = writer.lacking('2000-01-01T00:00:00Z');
  return { standings, again, lacking: lacking.reduce((sum, one) => sum + one.lines.length, 0), isUndecided };
}
