import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineText, lineWidth, type StyledLine } from '../../../src/cli/screen/styled-line.ts';
import { wrapLine } from '../../../src/cli/screen/wrap-line.ts';

const bold = { bold: true };

test('a line breaks at spaces, each word keeps its style, and later lines are indented', () => {
  const line: StyledLine = [{ text: 'one ' }, { text: 'two three', style: bold }, { text: '. four' }];
  expect(wrapLine(line, 10, '  ').map(lineText)).toEqual(['one two', '  three.', '  four']);
  expect(wrapLine(line, 10, '  ')[1]).toEqual([
    { text: '  ' },
    { text: 'three', style: bold },
    { text: '.' },
  ]);
  expect(wrapLine([], 10)).toEqual([[]]);
  expect(wrapLine([{ text: '    in' }], 10).map(lineText)).toEqual(['    in']);
});

test('no line is wider than asked for, also of wide letters, and no word is lost', () => {
  const words = fc.array(fc.constantFrom('a', 'né', 'word', '語語語', '😀', 'x'.repeat(30)), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(words, words, fc.integer({ min: 4, max: 40 }), (plain, styled, width) => {
      const line = [{ text: plain.join(' ') }, { text: ` ${styled.join(' ')}`, style: bold }];
      const lines = wrapLine(line, width, '  ');
      for (const one of lines) expect(lineWidth(one), JSON.stringify(one)).toBeLessThanOrEqual(width);
      const letters = (text: string): string => text.replace(/\s/g, '');
      expect(letters(lines.map(lineText).join(''))).toBe(letters(lineText(line)));
    }),
  );
});
