import type { Span } from '../text/code-points.ts';
import { wordPattern } from '../text/word-pattern.ts';
import type { ReadingText } from './reading-text.ts';
import type { Session } from './session.ts';

/** Where words stand in what was said; labels are not searched. */
export function findHits({ body, turns }: ReadingText, query: string): Span[] {
  if (query.trim() === '') return [];
  const pattern = wordPattern(query);
  const hits: Span[] = [];
  for (const { paragraphs } of turns) {
    for (const { start, end } of paragraphs) {
      const offset = body.offsetOf(start);
      for (const { index, 0: found } of body.slice(start, end).matchAll(pattern)) {
        const from = body.codePointAt(offset + index);
        hits.push({ start: from, end: body.codePointAt(offset + index + found.length) });
      }
    }
  }
  return hits;
}

/** The next hit after the cursor, or the one before; round the end of the text where there is no other. */
export function nextHit({ search, cursor, selection }: Session, direction: 1 | -1): Span | undefined {
  const hits = search?.hits ?? [];
  const here = selection?.start ?? cursor;
  return direction > 0
    ? (hits.find(({ start }) => start > here) ?? hits[0])
    : (hits.findLast(({ start }) => start < here) ?? hits.at(-1));
}
