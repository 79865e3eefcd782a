import type { Decision } from '../reconciliation/decision.ts';
import type { Corpus } from './corpus.ts';
import { type ReconcileScope, ratersIn } from './reconcile-open.ts';
import type { StudyConfig } from './schema.ts';

/**
 * Whom a round compares: who was asked for, or else everybody who has a log in it. Only where all decisions so far
 * record that they were limited to some raters are these taken again.
 */
export function scopeOfRound(
  corpus: Corpus,
  config: StudyConfig,
  decisions: readonly Decision[],
  round: string,
  asked?: readonly string[],
): ReconcileScope {
  const there = ratersIn(corpus, config, round);
  const wanted = asked ?? limitOf(decisions, round) ?? there;
  // In one order always, for the consensus takes the words of the first who has a code.
  const raters = there.filter((rater) => wanted.includes(rater));
  return { round, raters, isLimited: raters.length < there.length, unit: config.protocol.unit ?? 'turn' };
}

/** Raters whom the round's decisions so far compare, and whom a scope leaves out. */
export function leftOut(
  corpus: Corpus,
  config: StudyConfig,
  decisions: readonly Decision[],
  { round, raters }: Pick<ReconcileScope, 'round' | 'raters'>,
): string[] {
  if (!decisions.some((one) => one.round === round)) return [];
  const { raters: before } = scopeOfRound(corpus, config, decisions, round);
  return before.filter((rater) => !raters.includes(rater));
}

/** To whom the decisions of a round were limited; undefined where one of them was not. */
function limitOf(decisions: readonly Decision[], round: string): string[] | undefined {
  const own = decisions.filter((one) => one.round === round);
  if (own.length === 0 || own.some(({ chosen }) => chosen === undefined)) return undefined;
  return [...new Set(own.flatMap(({ chosen = [] }) => chosen))];
}
