import { consensusDoubts } from '../../study/reconcile.ts';
import { brokenLogs } from '../../study/reconcile-open.ts';
import type { OpenedForCommand } from '../coding-output.ts';

/** Why nothing can be decided now; undefined where it can. */
export function refusalOf(
  { coded }: OpenedForCommand,
  round: string,
  areDecisionsBroken: boolean,
): string | undefined {
  const { corpus } = coded;
  const { broken, foreign } = consensusDoubts(corpus, round);
  const logs = [
    ...new Set([
      ...brokenLogs(corpus, round).map(({ file }) => file.path),
      ...coded.broken.map(({ path }) => path).filter((path) => path.includes(`/codings/${round}/`)),
      ...broken,
    ]),
  ];
  if (areDecisionsBroken) {
    return 'Nothing can be decided while decisions.jsonl has errors: what was decided is not all known. "emic check --fix" mends what needs no decision.';
  }
  if (logs.length > 0) {
    return `Nothing can be decided while logs of this round have errors, for a coding that cannot be read would be taken for a difference: ${logs.join(', ')}. "emic check --fix" mends what needs no decision.`;
  }
  if (foreign.length > 0) {
    return `The consensus has codings that emic reconcile did not make (${foreign.slice(0, 3).join(', ')}${foreign.length > 3 ? `, and ${foreign.length - 3} more` : ''}); the name "consensus" is kept for it. Rename that log, then decide.`;
  }
  return undefined;
}
