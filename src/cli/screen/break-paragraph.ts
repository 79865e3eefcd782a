import { textWidth } from '../../render/text-width.ts';
import type { Span } from '../../text/code-points.ts';
import { isBreakingSpace, mayBreakBetween } from './line-breaks.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Rows of a paragraph, broken behind spaces and between ideographs; a word that is too wide is broken between its
 * characters.
 */
export function breakParagraph(words: string, { start, end }: Span, width: number): Span[] {
  const lines: Span[] = [];
  let [from, at, columns] = [start, start, 0];
  /** Where the line can be broken, and how wide it is up to there. */
  let [chance, before] = [start, 0];
  let last = '';
  const isPlain = PLAIN.test(words);
  for (const character of isPlain ? words : charactersOf(words)) {
    const size = isPlain ? 1 : textWidth(character);
    const isSpace = isPlain ? character === ' ' : isBreakingSpace(character);
    if (!isPlain && last !== '' && mayBreakBetween(last, character)) [chance, before] = [at, columns];
    // What is carried over to the next row may be too wide itself.
    while (columns + size > width && !isSpace && at > from) {
      if (chance > from) {
        lines.push({ start: from, end: chance });
        [from, columns] = [chance, columns - before];
      } else {
        lines.push({ start: from, end: at });
        [from, columns] = [at, 0];
      }
      [chance, before] = [from, 0];
    }
    columns += size;
    at += codePoints(character);
    if (isSpace) [chance, before] = [at, columns];
    last = character;
  }
  lines.push({ start: from, end });
  return lines;
}

const PLAIN = /^[\x20-\x7e]*$/;

const charactersOf = (words: string): string[] =>
  Array.from(graphemes.segment(words), ({ segment }) => segment);

const codePoints = (character: string): number => (character.length === 1 ? 1 : [...character].length);
