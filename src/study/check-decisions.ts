import type { VFile } from 'vfile';
import { addProblem, hasErrors } from '../problem/problem.ts';
import type { Standing } from '../reconciliation/decided.ts';
import type { Remark } from './check-corpus.ts';
import { consensusRater } from './coded.ts';
import { roundsWithConsensus } from './consensus-remarks.ts';
import { consensusState, undecidedInWords } from './consensus-state.ts';
import type { Corpus } from './corpus.ts';
import { openDecisions, type StudyDecisions } from './decisions.ts';
import type { Study } from './open-study.ts';

/**
 * Holds `decisions.jsonl` against codings and consensus. Errors: two decisions on one thing that differ; warnings:
 * a consensus without decisions, documents and rounds that are not there, a consensus that lacks what was decided. What has to be decided anew
 * because raters changed their codings is returned.
 */
export async function checkDecisions(
  study: Study,
  corpus: Corpus,
): Promise<{ file: VFile | undefined; remarks: Remark[] }> {
  const decisions = await openDecisions(study.workspace, study.name);
  const { file } = decisions;
  if (!file || !hasErrors([file])) checkUndecided(study, corpus, decisions);
  if (!file) return { file, remarks: [] };
  checkPlaces(corpus, decisions, file);
  // What was decided is not all known.
  if (hasErrors([file])) return { file, remarks: [] };
  const rounds = new Set(decisions.decisions.map(({ round }) => round));
  return { file, remarks: [...rounds].flatMap((round) => checkRound(study, corpus, decisions, file, round)) };
}

/** A consensus that differences were settled in, and no decision that says by whom. */
function checkUndecided(study: Study, corpus: Corpus, decisions: StudyDecisions): void {
  for (const round of roundsWithConsensus(corpus, null, undefined)) {
    if (decisions.decisions.some((one) => one.round === round)) continue;
    const state = consensusState(study, corpus, decisions, round);
    if (!state?.isUndecided) continue;
    const [log] = corpus.logs.filter((one) => one.log.rater === consensusRater && one.log.round === round);
    if (!log) continue;
    addProblem(log.file, {
      rule: 'consensus-undecided',
      reason: `round ${round} has a consensus, and ${undecidedInWords(state)}`,
      place: { line: 1, column: 1 },
      advice: `if they were decided elsewhere, bring corpus/${study.name}/decisions.jsonl from there; else emic reconcile --round ${round} asks`,
      warning: true,
    });
  }
}

function checkPlaces({ documents, logs }: Corpus, { decisions, places }: StudyDecisions, file: VFile): void {
  const known = { document: [...documents.keys()], round: [...new Set(logs.map(({ log }) => log.round))] };
  for (const key of ['document', 'round'] as const) {
    const told = new Set<string>();
    for (const decision of decisions) {
      const name = decision[key];
      if (known[key].includes(name) || told.has(name)) continue;
      told.add(name);
      addProblem(file, {
        rule: `unknown-${key}`,
        reason: key === 'document' ? `there is no transcript "${name}"` : `nobody coded in round "${name}"`,
        place: places.get(decision),
        found: name,
        expected: known[key],
        warning: true,
      });
    }
  }
}

function checkRound(
  study: Study,
  corpus: Corpus,
  decisions: StudyDecisions,
  file: VFile,
  round: string,
): Remark[] {
  const state = consensusState(study, corpus, decisions, round);
  if (!state) return [];
  const { standings, again, lacking } = state;
  for (const standing of standings) tellConflict(standing, decisions, file);
  if (lacking) {
    addProblem(file, {
      rule: 'consensus-behind',
      reason: `the consensus of round ${round} lacks ${lacking} ${lacking === 1 ? 'line' : 'lines'} of what was decided and agreed on`,
      advice: 'emic reconcile writes them when it is next begun',
      warning: true,
    });
  }
  return again === 0
    ? []
    : [
        {
          ...{ file: file.path, line: 1, column: 1, rule: 'decided-before' },
          reason: `${again} ${again === 1 ? 'decision' : 'decisions'} of round ${round} no longer ${again === 1 ? 'holds' : 'hold'}, for what raters have there is not what was decided on: emic reconcile asks again`,
        },
      ];
}

function tellConflict(standing: Standing, { places }: StudyDecisions, file: VFile): void {
  if (standing.kind !== 'conflict') return;
  const [first, ...others] = standing.variants.toSorted(
    (a, b) => (places.get(a)?.line ?? 0) - (places.get(b)?.line ?? 0),
  );
  for (const one of others) {
    addProblem(file, {
      rule: 'decisions-differ',
      reason: `${one.by} decided here on ${one.code} in ${one.document} otherwise than ${first?.by ?? ''} in line ${first ? (places.get(first)?.line ?? 0) : 0}`,
      place: places.get(one),
      advice: 'neither counts until it is decided again: emic reconcile asks',
    });
  }
}
