import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countPatterns } from '../../src/agreement/counts.ts';
import { pairCounts } from '../../src/agreement/part-of-counts.ts';
import { encodeRatings, type Ratings } from '../../src/agreement/ratings.ts';
import { ofWords } from './data.ts';

test('categories are those declared, in their order, then the others in use', () => {
  const labels = [['low', 'zzz', 'high', 'aaa']];
  const ratings = encodeRatings(['ana'], labels, ['low', 'middle', 'high']);
  expect(ratings.categories).toEqual(['low', 'middle', 'high', 'aaa', 'zzz']);
  expect([...(ratings.cells[0] ?? [])]).toEqual([0, 4, 2, 3]);
});

test('labels that are all numbers stand in the order of numbers', () => {
  const ratings = encodeRatings(['ana'], [['10', '9', '-1', '2.5']]);
  expect(ratings.categories).toEqual(['-1', '2.5', '9', '10']);
  expect(ratings.order).toBe('number');
});

test('a shorter list is not rated at its end', () => {
  const ratings = encodeRatings(['ana', 'ben'], [['a', 'b'], ['a']]);
  expect([...(ratings.cells[1] ?? [])]).toEqual([0, -1]);
});

test('more than 32,767 categories, and raters beyond any table of combinations, are counted', () => {
  const labels = Array.from({ length: 40_000 }, (_, index) => `c${index}`);
  const ratings = encodeRatings(['ana', 'ben'], [labels, labels]);
  expect(ratings.cells[0]).toBeInstanceOf(Int32Array);
  expect(countPatterns(ratings).times).toHaveLength(40_000);
  const twenty = ofWords(...Array.from({ length: 20 }, (_, rater) => (rater % 2 === 0 ? 'abca' : 'abba')));
  expect([...countPatterns(twenty).times]).toEqual([2, 1, 1]);
});

const inDocuments: Ratings = {
  ...ofWords('abaab', 'abbab', 'aabbb'),
  clusters: { name: 'document', count: 3, of: Int32Array.of(0, 0, 2, 2, 2) },
};

test('patterns are also counted per document, empty ones included', () => {
  const { times, clusters } = countPatterns(inDocuments);
  const sums = new Float64Array(times.length);
  for (const [entry, pattern] of (clusters?.pattern ?? []).entries()) {
    sums[pattern] = (sums[pattern] ?? 0) + (clusters?.times[entry] ?? 0);
  }
  expect(sums).toEqual(times);
  expect([...(clusters?.starts ?? [])]).toEqual([0, 2, 2, clusters?.pattern.length]);
});

test('a pair of raters keeps the documents', () => {
  const pair = pairCounts(countPatterns(inDocuments), 0, 2);
  expect(pair.times.reduce((sum, times) => sum + times, 0)).toBe(5);
  expect(Math.max(...(pair.clusters?.pattern ?? []))).toBeLessThan(pair.times.length);
});

test('a rater without a cell for each unit is an error of the program', () => {
  for (const cells of [
    [new Int8Array(8), new Int8Array(3)],
    [new Int8Array(8)],
    [new Int16Array(3), new Int16Array(8), new Int16Array(8)],
  ]) {
    const raters = cells.length === 3 ? ['a', 'b', 'c'] : ['a', 'b'];
    expect(() => countPatterns({ units: 8, raters, categories: ['x'], cells })).toThrow(RangeError);
  }
});

test('a unit in no document is an error of the program', () => {
  const clusters = { name: 'document', count: 1, of: Int32Array.of(0, 0, 0, 0, 1) };
  expect(() => countPatterns({ ...inDocuments, clusters })).toThrow(RangeError);
});

test('an entry that stands for several units counts as they would, one by one', () => {
  const weights = Int32Array.of(2, 1, 3, 1, 4);
  const repeated = [0, 0, 1, 2, 2, 2, 3, 4, 4, 4, 4];
  const each: Ratings = {
    ...inDocuments,
    units: repeated.length,
    cells: inDocuments.cells.map((column) => Int16Array.from(repeated, (unit) => column[unit] ?? -1)),
    clusters: { name: 'document', count: 3, of: Int32Array.from(repeated, (unit) => (unit < 2 ? 0 : 2)) },
  };
  expect(countPatterns({ ...inDocuments, weights })).toEqual(countPatterns(each));
  const { clusters: _, ...plain } = inDocuments;
  const { clusters: __, ...plainEach } = each;
  expect(countPatterns({ ...plain, weights })).toEqual(countPatterns(plainEach));
  const two = { raters: ['r1', 'r2'], cells: plain.cells.slice(0, 2) };
  const twoEach = { raters: ['r1', 'r2'], cells: plainEach.cells.slice(0, 2) };
  expect(countPatterns({ ...plain, ...two, weights })).toEqual(countPatterns({ ...plainEach, ...twoEach }));
});

test('where there are too many documents for a table of each, the counts are the same', () => {
  const units = 50_000;
  const cells = [7, 11, 13].map((step) => Int8Array.from({ length: units }, (_, unit) => (unit * step) % 3));
  const of = (count: number) => Int32Array.from({ length: units }, (_, unit) => unit % count);
  const ratings = { units, raters: ['a', 'b', 'c'], categories: ['x', 'y', 'z'], cells };
  const small = countPatterns({ ...ratings, clusters: { name: 'document', count: 40, of: of(40) } });
  const large = countPatterns({ ...ratings, clusters: { name: 'document', count: 40_000, of: of(40) } });
  expect(large.patterns).toEqual(small.patterns);
  expect(large.times).toEqual(small.times);
  expect(large.clusters?.pattern).toEqual(small.clusters?.pattern);
  expect(large.clusters?.times).toEqual(small.clusters?.times);
});

describe('two categories in bytes, as codes present or absent are kept', () => {
  const raters = ['ana', 'ben'];
  const categories = ['absent', 'present'];
  const pairs = fc.array(fc.tuple(fc.constantFrom(-1, 0, 1), fc.constantFrom(-1, 0, 1)), { maxLength: 2100 });

  test('are counted as in wider arrays, wherever they lie', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(0, 1, 4), (drawn, offset) => {
        const cells = [0, 1].map((rater) => {
          const column = new Int8Array(drawn.length + offset).subarray(offset);
          column.set(drawn.map((pair) => pair[rater] ?? -1));
          return column;
        });
        const head = { units: drawn.length, raters, categories };
        const wide = cells.map((column) => Int16Array.from(column));
        expect(countPatterns({ ...head, cells })).toEqual(countPatterns({ ...head, cells: wide }));
      }),
    );
  });

  test.each([-2, 2, 127, -128])('%d among them is an error of the program', (wrong) => {
    const column = Int8Array.of(0, 1, wrong, 1, 0, 1);
    for (const cells of [
      [column, new Int8Array(6)],
      [new Int8Array(6), column],
    ]) {
      expect(() => countPatterns({ units: 6, raters, categories, cells })).toThrow(RangeError);
    }
  });
});

describe('several raters in bytes', () => {
  const shape = fc.tuple(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 1, max: 8 })).chain(([width, k]) =>
    fc.record({
      k: fc.constant(k),
      rows: fc.array(fc.array(fc.integer({ min: -1, max: k - 1 }), { minLength: width, maxLength: width }), {
        maxLength: 60,
      }),
      width: fc.constant(width),
      offset: fc.constantFrom(0, 1, 4),
    }),
  );
  const bytes = (rows: number[][], width: number, offset: number) =>
    Array.from({ length: width }, (_, rater) => {
      const column = new Int8Array(rows.length + offset).subarray(offset);
      column.set(rows.map((row) => row[rater] ?? -1));
      return column;
    });
  const namesOf = (number: number) => Array.from({ length: number }, (_, index) => `c${index}`);

  test('are counted as in wider arrays, wherever they lie', () => {
    fc.assert(
      fc.property(shape, ({ k, rows, width, offset }) => {
        const head = { units: rows.length, raters: namesOf(width), categories: namesOf(k) };
        const cells = bytes(rows, width, offset);
        const wide = cells.map((column) => Int16Array.from(column));
        expect(countPatterns({ ...head, cells })).toEqual(countPatterns({ ...head, cells: wide }));
      }),
    );
  });

  test('more units than are counted in one go, and as many categories as a byte can tell', () => {
    const rows = Array.from({ length: 9003 }, (_, unit) => [unit % 2, (unit * 7) % 39, -1, (unit * 5) % 3]);
    const head = { units: rows.length, raters: namesOf(4), categories: namesOf(39) };
    const cells = bytes(rows, 4, 0);
    const wide = cells.map((column) => Int16Array.from(column));
    expect(countPatterns({ ...head, cells })).toEqual(countPatterns({ ...head, cells: wide }));
    const many = { units: 8, raters: namesOf(1), categories: namesOf(127) };
    const last = [Int8Array.of(126, 0, -1, 126, 126, 5, 126, -1)];
    expect([...countPatterns({ ...many, cells: last }).times]).toEqual([2, 1, 1, 4]);
  });

  test.each([-2, 4, 127, -128])('%d among them is an error of the program', (wrong) => {
    for (const rater of [0, 1, 2]) {
      for (const unit of [0, 3, 8]) {
        const cells = [0, 1, 2].map(() => Int8Array.of(0, 1, 2, 3, 3, 2, 1, 0, 2));
        (cells[rater] as Int8Array)[unit] = wrong;
        const ratings = { units: 9, raters: namesOf(3), categories: namesOf(4), cells };
        expect(() => countPatterns(ratings)).toThrow(RangeError);
      }
    }
  });
});
