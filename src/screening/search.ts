import { wordPattern } from '../text/word-pattern.ts';
import type { ScreenedRecord } from './record.ts';

/** From and to, in UTF-16 units. */
export interface Hit {
  start: number;
  end: number;
}

/** The words that are looked for: parted by spaces, or together in quotes. */
const wordsOf = (query: string): string[] =>
  [...query.normalize('NFC').matchAll(/["“”]([^"“”]*)(?:["“”]|$)|[^\s"“”]+/gu)]
    .map(([whole, together]) => (together ?? whole).trim())
    .filter((word) => word !== '');

/** One pattern for each word. */
export const patternsOf = (query: string): RegExp[] => wordsOf(query).map(wordPattern);

/** The records that have all of the words in title, abstract, authors and keywords, by their places. */
export function findRecords(records: readonly ScreenedRecord[], query: string): number[] {
  const patterns = patternsOf(query);
  if (patterns.length === 0) return [];
  const has = ({ title, abstract, authors, keywords }: ScreenedRecord, pattern: RegExp) =>
    [title, abstract, authors, keywords].some((text) => text.search(pattern) !== -1);
  return [...records.keys()].filter((at) => {
    const record = records[at];
    return record !== undefined && patterns.every((pattern) => has(record, pattern));
  });
}

/** Where any of the words stand in a text; hits that touch are one. */
export function hitsIn(text: string, patterns: readonly RegExp[]): Hit[] {
  const all = patterns
    .flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length })),
    )
    .sort((a, b) => a.start - b.start);
  const hits: Hit[] = [];
  for (const hit of all) {
    const last = hits.at(-1);
    if (last && hit.start <= last.end) last.end = Math.max(last.end, hit.end);
    else hits.push(hit);
  }
  return hits;
}
