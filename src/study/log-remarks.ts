import type { CountedLog } from './corpus.ts';

/**
 * What must be said of logs: whose text has changed since, so that what was read is estimated and codings are lost; and
 * who had another's codings shown, so that the two did not code independently.
 */
export function logRemarks(logs: readonly CountedLog[]): string[] {
  const moved = logs.filter(({ throughElsewhere }) => throughElsewhere);
  const seen = logs.flatMap(({ log }) =>
    (log.shown ?? []).map((other) => `${log.rater} had ${other}’s codings of ${log.document} shown`),
  );
  const lost = logs.reduce((sum, one) => sum + one.lost, 0);
  return [
    ...(seen.length > 0 ? [`${seen.join(', ')}: what they agree on there was not coded independently.`] : []),
    ...(moved.length > 0
      ? [
          `How far ${[...new Set(moved.map(({ log }) => `${log.rater} read ${log.document}`))].join(', ')} was said before the text changed and is estimated; what may have been put in since counts as not read. emic done says it anew.`,
        ]
      : []),
    ...(lost > 0
      ? [
          `${lost} ${lost === 1 ? 'coding is' : 'codings are'} lost since the text changed, and counted as not made: see emic confirm.`,
        ]
      : []),
  ];
}
