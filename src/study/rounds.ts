import type { CountingCorpus } from './corpus.ts';
import type { StudyConfig } from './schema.ts';

/** Rounds as study.yaml has them, then others that there are logs of, `2` before `10`. */
export function roundsOf({ logs }: CountingCorpus, { coding }: StudyConfig): string[] {
  const found = [...new Set(logs.map(({ log }) => log.round))];
  const others = found.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return [...new Set([...coding.rounds, ...others])];
}

/** Those of the rounds that somebody has coded in. */
export function roundsBegun(corpus: CountingCorpus, config: StudyConfig): string[] {
  const begun = new Set(corpus.logs.map(({ log }) => log.round));
  return roundsOf(corpus, config).filter((round) => begun.has(round));
}
