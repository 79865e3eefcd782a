import type { Span } from '../text/code-points.ts';
import type { ReadingText } from './reading-text.ts';
import type { Session } from './session.ts';

/** Where words stand in what was said, whatever their case; labels are not searched. */
export function findHits({ body, turns }: ReadingText, query: string): Span[] {
  const words = query.trim().replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
  if (words === '') return [];
  const pattern = new RegExp(words.replace(/\s+/gu, '\\s+'), 'giu');
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
