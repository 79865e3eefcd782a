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
  let [start, used, lastSpace] = [0, 0, 0];
  for (const { segment, index } of graphemes.segment(line)) {
    const size = textWidth(segment);
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
