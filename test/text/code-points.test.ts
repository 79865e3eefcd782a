import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePointCursor, indexCodePoints } from '../../src/text/code-points.ts';

/** Any text: letters, emoji, combining marks, right-to-left, lone surrogates; now and then a long one. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'é',
        'e\u0301',
        '👩‍👩‍👧',
        '🇩🇪',
        'שלום',
        'مرحبا',
        '\ud83d',
        '\ude00',
        '😀'.repeat(200),
        'a'.repeat(255),
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

test('positions are those of the array of code points, as R and Python count', () => {
  fc.assert(
    fc.property(anyText, fc.nat(2000), fc.nat(2000), (text, a, b) => {
      const all = [...text];
      const index = indexCodePoints(text);
      const [start, end] = [Math.min(a, b), Math.max(a, b)];
      expect(index.length).toBe(all.length);
      expect(index.slice(start, end)).toBe(all.slice(start, end).join(''));
      expect(index.offsetOf(start)).toBe(all.slice(0, start).join('').length);
    }),
  );
});

test('offset and code point are each other’s inverse, everywhere', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const index = indexCodePoints(text);
      let offset = 0;
      for (const [at, character] of [...text].entries()) {
        expect(index.codePointAt(offset)).toBe(at);
        expect(index.offsetOf(at)).toBe(offset);
        if (character.length === 2) expect(index.codePointAt(offset + 1)).toBe(at);
        offset += character.length;
      }
      expect(index.codePointAt(text.length)).toBe(index.length);
    }),
  );
});

test('a position outside the text is its nearest end', () => {
  for (const text of ['plain', 'a😀b']) {
    const index = indexCodePoints(text);
    expect([index.offsetOf(-3), index.offsetOf(99)]).toEqual([0, text.length]);
    expect([index.codePointAt(-3), index.codePointAt(99)]).toEqual([0, index.length]);
    expect(index.slice(0, 99)).toBe(text);
  }
});

test('a cursor says the same as the index, forwards and back', () => {
  fc.assert(
    fc.property(anyText, fc.array(fc.integer({ min: -2, max: 2000 })), (text, offsets) => {
      const cursor = codePointCursor(text);
      const index = indexCodePoints(text);
      for (const offset of offsets) expect(cursor(offset)).toBe(index.codePointAt(offset));
    }),
  );
});
