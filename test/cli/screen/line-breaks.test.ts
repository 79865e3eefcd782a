import { describe, expect, test } from 'vitest';
import { mayBreakBetween } from '../../../src/cli/screen/line-breaks.ts';

/** Where a row may end, with a bar there; grapheme by grapheme. */
function barred(text: string): string {
  const characters = Array.from(
    new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text),
    ({ segment }) => segment,
  );
  return characters
    .map((one, index) => (index > 0 && mayBreakBetween(characters[index - 1] ?? '', one) ? `|${one}` : one))
    .join('');
}

// Expected by the package linebreak 1.1.0 (UAX #14), except for small kana, which it lets begin a row.
describe('a row may end between ideographs, and', () => {
  test.each([
    ['not before closing punctuation', '日本語。です', '日|本|語。|で|す'],
    ['not behind opening brackets', '言（本当）に', '言|（本|当）|に'],
    ['not within brackets and stops that follow each other', 'た」。「そ', 'た」。|「そ'],
    ['not before a small kana or a mark of length', 'ちょっとデータ', 'ちょっ|と|デー|タ'],
    ['beside Latin words and numbers, not within them', '2024年にAPIを', '2024|年|に|API|を'],
    ['not before a percent sign', '五%だ', '五%|だ'],
    ['not before quotes that close', '“日本”と', '“日|本”|と'],
  ])('%s', (_, text, expected) => {
    expect(barred(text)).toBe(expected);
  });

  test('not within words that spaces separate', () => {
    expect(barred('well-kept 한국어 שלום')).toBe('well-kept 한국어 שלום');
  });

  test('not within what is seen as one emoji', () => {
    expect(barred('ok👩‍💻👨‍👩‍👧‍👦')).toBe('ok|👩‍💻|👨‍👩‍👧‍👦');
  });
});
