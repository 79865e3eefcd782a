import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { textWidth } from '../../src/render/text-width.ts';

test('a text takes the columns that string-width says, letter by letter and together', () => {
  for (let point = 0; point < 0x3000; point += 1) {
    const letter = String.fromCodePoint(point);
    expect([letter, textWidth(letter)]).toEqual([letter, stringWidth(letter)]);
  }
  const near = fc.integer({ min: 0x20, max: 0x2100 }).map((point) => String.fromCodePoint(point));
  const letter = fc.oneof(
    near,
    fc.constantFrom('e\u0301', '©\ufe0f', '1\ufe0f\u20e3', '漢', '👩‍🔧', '\u202e'),
  );
  fc.assert(
    fc.property(fc.array(letter), (letters) => {
      const text = letters.join('');
      expect(textWidth(text)).toBe(stringWidth(text));
    }),
    { numRuns: 2000 },
  );
});
