import { fuzzyScore } from './fuzzy.ts';
import type { FoundCode, Session } from './session.ts';

/** The codes that what was typed led to in an earlier version, best first, each once and with that name. */
export function earlierMatches(
  { codes, earlier }: Pick<Session, 'codes' | 'earlier'>,
  typed: string,
): FoundCode[] {
  const found = earlier
    .flatMap(({ id, title, to }) => {
      const scores = [fuzzyScore(typed, id), fuzzyScore(typed, title)];
      const score = Math.max(...scores.map((one) => one ?? Number.NEGATIVE_INFINITY));
      const was = (scores[0] ?? Number.NEGATIVE_INFINITY) === score ? id : title;
      return score === Number.NEGATIVE_INFINITY ? [] : [{ to, was, score }];
    })
    .sort((a, b) => b.score - a.score);
  const codesFound = new Map<string, FoundCode>();
  for (const { to, was } of found) {
    for (const code of codes.filter(({ id }) => to.includes(id))) {
      if (!codesFound.has(code.id)) codesFound.set(code.id, { ...code, was });
    }
  }
  return [...codesFound.values()];
}
