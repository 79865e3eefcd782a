import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chiSquareTest } from '../../src/statistics/chi-square-test.ts';
import { cramersV } from '../../src/statistics/cramers-v.ts';
import { groupCounts } from './group-counts.ts';
import { expectSame, references, there } from './references.ts';

interface Reference {
  table: number[][];
  statistic: number;
  df: number;
  p: number;
  few: number;
  expected: number[][];
  yates: number;
  v: number;
  corrected: number;
}

test.each(references<Reference>('table'))(
  "of $table is R's chisq.test, and V that of effectsize",
  ({ table, statistic, df, p, few, expected, yates, v, corrected }) => {
    const found = there(chiSquareTest(table));
    expectSame(found.statistic, statistic);
    expect([found.df, found.fewExpected]).toEqual([df, few]);
    expectSame(found.p, p);
    for (const [at, cell] of found.expected.flat().entries()) expectSame(cell, expected.flat()[at] ?? 0);
    expectSame(there(chiSquareTest(table, { continuity: true })).statistic, yates);
    expectSame(cramersV(found).v, v);
    expectSame(cramersV(found).corrected, corrected, 1e-8);
  },
);

const tables = groupCounts({ min: 2, max: 5 });

test('rows may be exchanged, and rows for columns; V is from 0 to 1, and corrected no larger but for rounding', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const found = there(chiSquareTest(table));
      const turned = (table[0] ?? []).map((_, at) => table.map((row) => row[at] ?? 0));
      for (const other of [table.toReversed(), turned, table.map((row) => row.toReversed())]) {
        expectSame(there(chiSquareTest(other)).statistic, found.statistic, 1e-9);
      }
      const { v, corrected } = cramersV(found);
      expect(v).toBeGreaterThanOrEqual(0);
      expect(v).toBeLessThanOrEqual(1);
      if (corrected !== null) expect(corrected).toBeLessThanOrEqual(v + 1e-9);
    }),
  );
});

test('a row or a column without counts does not enter', () => {
  const found = there(
    chiSquareTest([
      [3, 0, 8],
      [0, 0, 0],
      [7, 0, 2],
    ]),
  );
  expect(found).toMatchObject({ rows: 2, columns: 2, df: 1, n: 20 });
  expect(found.expected[1]).toEqual([0, 0, 0]);
  expectSame(
    found.statistic,
    there(
      chiSquareTest([
        [3, 8],
        [7, 2],
      ]),
    ).statistic,
  );
});

test('with one row or column left there is no test, and it says why', () => {
  const reason = 'fewer than two rows or columns have counts';
  expect(chiSquareTest([[3, 4]])).toEqual({ reason });
  expect(
    chiSquareTest([
      [3, 0],
      [4, 0],
    ]),
  ).toEqual({ reason });
  expect(chiSquareTest([])).toEqual({ reason });
});

test('of so few counts that the correction has no meaning there is no corrected V', () => {
  expect(
    cramersV(
      there(
        chiSquareTest([
          [1, 0],
          [0, 1],
        ]),
      ),
    ),
  ).toEqual({ v: 1, corrected: null });
});
