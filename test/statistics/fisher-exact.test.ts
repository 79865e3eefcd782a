import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fisherExact } from '../../src/statistics/fisher-exact.ts';
import { fisherExact2x2 } from '../../src/statistics/fisher-exact-2x2.ts';
import { expectSame, references, there } from './references.ts';

type Table2x2 = [[number, number], [number, number]];

interface OddsRatio {
  table: Table2x2;
  level: number;
  p: number;
  value: number;
  low: number;
  high: number;
}

test.each(references<OddsRatio>('odds ratio', 'scipy'))(
  "of $table at $level is scipy's conditional odds ratio",
  ({ table, level, p, value, low, high }) => {
    const found = there(fisherExact2x2(table, level));
    expectSame(found.p, p, 1e-9);
    expectSame(found.oddsRatio, value, 1e-8);
    expectSame(found.interval.low, low, 1e-8);
    expectSame(found.interval.high, high, 1e-8);
  },
);

const tables = references<{ table: number[][]; exact: number }>('table');
const isSmall = (table: readonly number[][]) => table.length === 2 && table[0]?.length === 2;

test.each(tables.filter(({ table }) => isSmall(table)))(
  "of $table, two by two, is R's fisher.test",
  ({ table, exact }) => {
    expectSame(there(fisherExact2x2(table as Table2x2)).p, exact, 1e-9);
  },
);

test.each(tables.filter(({ table }) => table.flat().every((count) => count < 1000)))(
  "of $table, as one of any size, is R's fisher.test",
  ({ table, exact }) => {
    const found = there(fisherExact(table));
    expect(found.simulated).toBeNull();
    // Ratios of probabilities that small depend on rounding.
    expectSame(found.p, exact, 1e-7);
  },
);

test.each(tables)('where $table is drawn at random, the interval holds what R finds', ({ table, exact }) => {
  const found = there(fisherExact(table, { most: 0, replicates: 2000, seed: 4 }));
  expect(found.simulated).toMatchObject({ replicates: 2000, seed: 4 });
  expect(found.simulated?.interval.low).toBeLessThanOrEqual(exact);
  expect(found.simulated?.interval.high).toBeGreaterThanOrEqual(exact);
  expect(fisherExact(table, { most: 0, replicates: 2000, seed: 4 })).toEqual(found);
});

const cell = fc.nat({ max: 12 });
const twoByTwo = fc
  .tuple(fc.tuple(cell, cell), fc.tuple(cell, cell))
  .filter(([[a, b], [c, d]]) => a + b > 0 && c + d > 0 && a + c > 0 && b + d > 0);

test('both ways of computing it agree, rows may be exchanged, and the interval holds the odds ratio', () => {
  fc.assert(
    fc.property(twoByTwo, ([first, second]) => {
      const found = there(fisherExact2x2([first, second]));
      const other = there(fisherExact2x2([second, first]));
      expect(there(fisherExact([first, second])).p).toBeCloseTo(found.p, 9);
      expect(other.p).toBeCloseTo(found.p, 9);
      expect(found.interval.low).toBeLessThanOrEqual(found.oddsRatio);
      expect(found.interval.high).toBeGreaterThanOrEqual(found.oddsRatio);
      if (other.oddsRatio > 0) expectSame(found.oddsRatio, 1 / other.oddsRatio, 1e-8);
    }),
  );
});

test('a table as far out as it can be has an odds ratio of 0, or none that is finite', () => {
  const out = there(
    fisherExact2x2([
      [0, 5],
      [4, 6],
    ]),
  );
  expect([out.oddsRatio, out.interval.low]).toEqual([0, 0]);
  expect(out.interval.high).toBeGreaterThan(0);
  const other = there(
    fisherExact2x2([
      [5, 0],
      [6, 4],
    ]),
  );
  expect([other.oddsRatio, other.interval.high]).toEqual([Infinity, Infinity]);
});

test('rows and columns without counts do not enter, and one row alone has no test', () => {
  expect(
    fisherExact([
      [3, 0, 1],
      [0, 0, 0],
      [1, 0, 3],
    ]),
  ).toEqual(
    fisherExact([
      [3, 1],
      [1, 3],
    ]),
  );
  expect(fisherExact([[3, 4]])).toEqual({ reason: 'fewer than two rows or columns have counts' });
  expect(
    fisherExact2x2([
      [3, 0],
      [4, 0],
    ]),
  ).toEqual({ reason: 'a row or a column has no counts' });
});
