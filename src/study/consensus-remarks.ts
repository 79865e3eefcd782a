import { hasErrors } from '../problem/problem.ts';
import { consensusRater } from './coded.ts';
import { consensusState, undecidedInWords } from './consensus-state.ts';
import { type Corpus, type CountingCorpus, openCorpus } from './corpus.ts';
import { openDecisions, type StudyDecisions } from './decisions.ts';
import type { Study } from './open-study.ts';

/** Rounds of which the consensus is among what is asked about. */
export const roundsWithConsensus = (
  { logs }: Pick<CountingCorpus, 'logs'>,
  rounds: readonly string[] | null,
  raters: readonly string[] | undefined,
): string[] => [
  ...new Set(
    logs.flatMap(({ log }) =>
      log.rater === consensusRater &&
      (rounds?.includes(log.round) ?? true) &&
      (raters?.includes(consensusRater) ?? true)
        ? [log.round]
        : [],
    ),
  ),
];

/**
 * What must be said of numbers and passages taken from the consensus of some rounds: that decisions contradict each
 * other or no longer hold, or that the consensus is not what was decided.
 *
 * @param corpus with all words; read where it is not given.
 */
export async function consensusRemarks(
  study: Study,
  rounds: readonly string[],
  corpus?: Corpus,
): Promise<string[]> {
  if (rounds.length === 0) return [];
  const decisions = await openDecisions(study.workspace, study.name);
  if (decisions.file && hasErrors([decisions.file])) {
    return [
      'decisions.jsonl has errors: what was decided is not all known, nor whether the consensus says it.',
    ];
  }
  const whole = corpus ?? (await openCorpus(study.workspace, study.name, study.roster));
  return rounds.flatMap((round) => remarksOnRound(study, whole, decisions, round));
}

function remarksOnRound(study: Study, corpus: Corpus, decisions: StudyDecisions, round: string): string[] {
  const state = consensusState(study, corpus, decisions, round);
  if (!state) return [];
  const differ = state.standings.filter(({ kind }) => kind === 'conflict').length;
  const found = [
    ...(state.isUndecided ? [undecidedInWords(state)] : []),
    ...(differ > 0
      ? [`decisions on ${differ} ${differ === 1 ? 'difference' : 'differences'} contradict each other`]
      : []),
    ...(state.again > 0
      ? [`${state.again} ${state.again === 1 ? 'decision no longer holds' : 'decisions no longer hold'}`]
      : []),
    ...(state.lacking ? ['it is not what was decided and agreed on'] : []),
  ];
  return found.length === 0
    ? []
    : [
        `The consensus of round ${round} is not to be relied on: ${found.join(', and ')}. emic reconcile asks and mends it.`,
      ];
}
