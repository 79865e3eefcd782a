import { textWidth } from './text-width.ts';

/**
 * Breaks text into lines no wider than `width`, at spaces; a word that is wider than a line is
 * broken between graphemes. No-break spaces hold. Nothing is lost but the spaces at the breaks. Always at least one line.
 *
 * `measure` gives the width of a text in the unit of `width`; the default counts terminal columns.
 */
export function wrap(text: string, width: number, measure: Measure = textWidth): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(breakable).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = breakWord(word, width, measure);
    line = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

const breakable = /[^\S\u00a0\u202f]+/u;

export type Measure = (text: string) => number;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function breakWord(word: string, width: number, measure: Measure): string[] {
  if (measure(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const { segment } of graphemes.segment(word)) {
    const size = measure(segment);
    if (piece !== '' && used + size > width) {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += segment;
    used += size;
  }
  return [...pieces, piece];
}
