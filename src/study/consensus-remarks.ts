import { hasErrors } from '../problem/problem.ts';
import { consensusState } from './consensus-state.ts';
import { type Corpus, openCorpus } from './corpus.ts';
import { openDecisions } from './decisions.ts';
import type { Study } from './open-study.ts';

/**
 * What must be said of numbers and passages taken from the consensus of a round: that decisions contradict each other or
 * no longer hold, or that the consensus is not what was decided.
 *
 * @param corpus with all words; read where it is not given.
 */
export async function consensusRemarks(study: Study, round: string, corpus?: Corpus): Promise<string[]> {
  const decisions = await openDecisions(study.workspace, study.name);
  if (decisions.file && hasErrors([decisions.file])) {
    return [
      'decisions.jsonl has errors: what was decided is not all known, nor whether the consensus says it.',
    ];
  }
  if (!decisions.decisions.some((one) => one.round === round)) return [];
  const whole = corpus ?? (await openCorpus(study.workspace, study.name, study.roster));
  const state = consensusState(study, whole, decisions, round);
  if (!state) return [];
  const differ = state.standings.filter(({ kind }) => kind === 'conflict').length;
  const found = [
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
