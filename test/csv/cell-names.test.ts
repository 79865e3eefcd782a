import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CellNames, isClean } from '../../src/csv/cell-names.ts';

const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '\n', '\t', '\0', '\u007f', 'å', 'a\u030a', '日'),
    maxLength: 6,
  }),
  fc
    .tuple(
      fc.string({ unit: 'grapheme-ascii', minLength: 60, maxLength: 90 }),
      fc.nat(89),
      fc.constantFrom('', '\0', '\n', 'å', 'a\u030a', ' '),
    )
    .map(([long, at, odd]) => long.slice(0, at) + odd + long.slice(at)),
);

describe('texts of cells', () => {
  test('are clean if they are composed, without NUL and without spaces around them', () => {
    fc.assert(
      fc.property(text, fc.nat(9), (value, before) => {
        const bytes = Buffer.from(`${'x'.repeat(before)}${value}x`);
        const isKept =
          value !== '' && value === value.trim() && value === value.normalize('NFC') && !value.includes('\0');
        expect(isClean(bytes, before, bytes.length - 1)).toBe(isKept);
      }),
      { numRuns: 2000 },
    );
  });

  test('have one number each, in order of appearance, in whichever order they come', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', 'cd', 'é'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 300 }), (texts) => {
        const names = new CellNames();
        const numbers = texts.map((one) => {
          const bytes = Buffer.from(`"${one}"`);
          return names.find(bytes, 1, bytes.length - 1);
        });
        const distinct = [...new Set(texts)];
        expect(names.names()).toEqual(distinct);
        expect(numbers).toEqual(texts.map((one) => distinct.indexOf(one)));
      }),
    );
  });

  test('keep their numbers where their order changes after thousands of cells', () => {
    const names = new CellNames();
    const find = (one: string) => names.find(Buffer.from(one), 0, one.length);
    let state = 1;
    const random = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * 50);
    };
    for (let number = 0; number < 50; number++) expect(find(`text ${number}`)).toBe(number);
    for (let turn = 0; turn < 5000; turn++) {
      const number = turn < 3000 ? random() : turn % 50;
      expect(find(`text ${number}`)).toBe(number);
    }
  });
});
