import { textWidth } from '../../render/text-width.ts';
import type { Span } from '../../text/code-points.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * A text that is being written, as rows of a width: their spans in UTF-16 units, with the spaces at which they are broken, so
 * that every character stands in one row. At least one row.
 */
export function textRows(text: string, width: number): Span[] {
  let from = 0;
  return text.split('\n').flatMap((line) => {
    const rows = lineRows(line, width).map(({ start, end }) => ({ start: from + start, end: from + end }));
    from += line.length + 1;
    return rows;
  });
}

function lineRows(line: string, width: number): Span[] {
  const rows: Span[] = [];
  // The width of a character beyond Latin takes some microseconds to tell, and a memo has few different ones.
  const widths = new Map<string, number>();
  let [start, used, lastSpace] = [0, 0, 0];
  for (const { segment, index } of characters(line)) {
    const size = widths.get(segment) ?? textWidth(segment);
    widths.set(segment, size);
    // A space at the end of a row may stand beyond it.
    if (used + size > width && segment !== ' ' && index > start) {
      const end = lastSpace > start ? lastSpace : index;
      rows.push({ start, end });
      start = end;
      used = textWidth(line.slice(start, index));
    }
    used += size;
    if (segment === ' ') lastSpace = index + 1;
  }
  return [...rows, { start, end: line.length }];
}

/** In UTF-16 units: what the segmenter is given at once, for it takes the square of the length of a text. */
const PART = 500;

/** The characters of a text, part by part; the last one of a part may go on in the next, and begins that. */
function* characters(text: string): Generator<{ segment: string; index: number }> {
  for (let from = 0; from < text.length; ) {
    const found = [...graphemes.segment(text.slice(from, from + PART))];
    const isEnd = from + PART >= text.length;
    const whole = isEnd || found.length === 1 ? found : found.slice(0, -1);
    for (const { segment, index } of whole) yield { segment, index: from + index };
    from += whole.reduce((sum, { segment }) => sum + segment.length, 0);
  }
}
