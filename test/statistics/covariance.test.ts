import fc from 'fast-check';
import { expect, test } from 'vitest';
import { correlation } from '../../src/statistics/correlation.ts';
import { covariance } from '../../src/statistics/covariance.ts';
import { addRow, covarianceSums } from '../../src/statistics/covariance-sums.ts';
import { keyed } from '../../src/statistics/keyed.ts';
import { expectSame, references } from './references.ts';

interface Reference {
  rows: (number | 'NA')[][];
  listwise: number[][];
  pairwise: number[][];
  n: number;
  pairs: number[][];
  means: number[];
}

function sumsOf(rows: readonly (readonly number[])[]) {
  const sums = covarianceSums(rows[0]?.length ?? 0);
  for (const row of rows) addRow(sums, row);
  return sums;
}

test.each(references<Reference>('covariance'))("listwise and pairwise are R's cov", (expected) => {
  const sums = sumsOf(expected.rows.map((row) => row.map(Number)));
  const [listwise, pairwise] = [covariance(sums, 'listwise'), covariance(sums, 'pairwise')];
  expect(listwise.n).toBe(expected.n);
  expect(listwise.pairs.flat().every((n) => n === expected.n)).toBe(true);
  expect(pairwise.pairs).toEqual(expected.pairs);
  expect(pairwise.n).toBe(Math.min(...expected.pairs.flat()));
  for (const [at, value] of expected.listwise.flat().entries()) expectSame(listwise.matrix.flat()[at], value);
  for (const [at, value] of expected.pairwise.flat().entries()) expectSame(pairwise.matrix.flat()[at], value);
  for (const [at, value] of expected.means.entries()) expectSame(pairwise.means[at], value);
});

const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })), {
  minLength: 2,
  maxLength: 20,
});

test('where columns are moved far from 0 nothing changes, and not one digit of whole numbers', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: -1e9, max: 1e9 }), (rows, shift) => {
      const here = covariance(sumsOf(rows), 'listwise');
      const there = covariance(sumsOf(rows.map((row) => row.map((value) => value + shift))), 'listwise');
      expect(there.matrix).toEqual(here.matrix);
    }),
  );
});

test('without missing values, both are one, and symmetric', () => {
  fc.assert(
    fc.property(rows, (rows) => {
      const found = covariance(sumsOf(rows), 'listwise');
      expect(covariance(sumsOf(rows), 'pairwise')).toEqual(found);
      expect(found.matrix[0]?.[1]).toBe(found.matrix[1]?.[0]);
    }),
  );
});

test('turned round, a covariance changes its sign and a variance does not', () => {
  const matrix = [
    [4, 1],
    [1, 9],
  ];
  expect(keyed(matrix, [1, -1])).toEqual([
    [4, -1],
    [-1, 9],
  ]);
  expect(correlation(matrix)).toEqual([
    [1, 1 / 6],
    [1 / 6, 1],
  ]);
});

test('one row alone has no covariance, and a row of another width is refused', () => {
  const { n, means, matrix } = covariance(sumsOf([[3, 4]]), 'listwise');
  expect({ n, means }).toEqual({ n: 1, means: [3, 4] });
  expect(matrix.flat().every(Number.isNaN)).toBe(true);
  expect(() => addRow(covarianceSums(2), [1, 2, 3])).toThrow('a row of 3 among rows of 2');
});
