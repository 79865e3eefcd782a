import type { StudyConfig } from './schema.ts';

/** The logs that there are, by what their paths say. */
interface Logs {
  logs: readonly { log: { round: string; document: string; rater: string } }[];
}

/** Rounds as study.yaml has them, then others that there are logs of, `2` before `10`. */
export function roundsOf({ logs }: Logs, { coding }: StudyConfig): string[] {
  const found = [...new Set(logs.map(({ log }) => log.round))];
  const others = found.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return [...new Set([...coding.rounds, ...others])];
}

/** Those of the rounds that somebody has coded in. */
export function roundsBegun(corpus: Logs, config: StudyConfig): string[] {
  const begun = new Set(corpus.logs.map(({ log }) => log.round));
  return roundsOf(corpus, config).filter((round) => begun.has(round));
}

/**
 * The round that is meant where a rater speaks of a document without naming one: the last in which they have a log on
 * it, else the only one that they have begun, else the only one there is; undefined where that is not clear.
 */
export function roundMeant(
  corpus: Logs,
  config: StudyConfig,
  { document, rater }: { document: string; rater: string },
): string | undefined {
  const rounds = roundsOf(corpus, config);
  const own = corpus.logs.map(({ log }) => log).filter((log) => log.rater === rater);
  const here = new Set(own.filter((log) => log.document === document).map(({ round }) => round));
  const last = rounds.findLast((round) => here.has(round));
  if (last !== undefined) return last;
  const begun = [...new Set(own.map(({ round }) => round))];
  const [only, second] = begun.length > 0 ? begun : rounds;
  return second === undefined ? only : undefined;
}
