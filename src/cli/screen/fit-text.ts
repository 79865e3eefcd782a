import { safe } from '../../render/safe-text.ts';
import { textWidth } from '../../render/text-width.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A text on one line, cut with `…` where it is wider than `width` columns. */
export function cutText(text: string, width: number): string {
  const one = safe(text);
  if (textWidth(one) <= width) return one;
  let [kept, used] = ['', 0];
  for (const { segment } of graphemes.segment(one)) {
    const size = textWidth(segment);
    if (used + size > width - 1) break;
    kept += segment;
    used += size;
  }
  return width > 0 ? `${kept}…` : '';
}

/** The same, with spaces behind it up to `width` columns. */
export function fitText(text: string, width: number): string {
  const cut = cutText(text, width);
  return cut + ' '.repeat(Math.max(0, width - textWidth(cut)));
}

/** The last columns of a text that is longer than `width`: where a person writes. */
export function endOfText(text: string, width: number): string {
  const one = safe(text);
  if (textWidth(one) <= width) return one;
  const all = [...graphemes.segment(one)].map(({ segment }) => segment);
  let [kept, used] = ['', 0];
  for (const segment of all.reverse()) {
    used += textWidth(segment);
    if (used > width - 1) break;
    kept = segment + kept;
  }
  return `…${kept}`;
}
