import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { covariance } from '../../src/statistics/covariance.ts';
import { addRow, covarianceSums } from '../../src/statistics/covariance-sums.ts';
import { cronbachAlpha } from '../../src/statistics/cronbach-alpha.ts';
import { itemStatistics } from '../../src/statistics/item-statistics.ts';
import { keyed } from '../../src/statistics/keyed.ts';
import { mcdonaldOmega } from '../../src/statistics/mcdonald-omega.ts';
import { expectSame, references, there } from './references.ts';

interface Scale {
  name: string;
  n: number;
  keys: (1 | -1)[];
  covariance: number[][];
  raw: number;
  standardised: number;
  low: number;
  high: number;
  dropped: number[];
  droppedStandardised: number[];
  itemRest: number[];
  omega: number;
  se: number;
  omegaLow: number;
  omegaHigh: number;
}

const scales = references<Scale>('scale');

describe.each(scales)('of the scale $name of psychTools::bfi', (scale) => {
  const items = keyed(scale.covariance, scale.keys);

  test('alpha and its interval are those of psych', () => {
    const found = there(cronbachAlpha(items, scale.n));
    expectSame(found.raw, scale.raw);
    expectSame(found.standardised, scale.standardised);
    expectSame(found.interval.low, scale.low);
    expectSame(found.interval.high, scale.high);
  });

  test('so is alpha without an item, and its correlation with the others', () => {
    for (const [at, found] of itemStatistics(items).entries()) {
      expectSame(found.alphaIfDropped, scale.dropped[at] ?? Number.NaN);
      expectSame(found.standardisedIfDropped, scale.droppedStandardised[at] ?? Number.NaN);
      expectSame(found.itemRest, scale.itemRest[at] ?? Number.NaN);
    }
  });

  test('omega and its standard error are those of lavaan, as far as that converges', () => {
    const found = there(mcdonaldOmega(items, scale.n));
    expect(Math.abs(found.omega - scale.omega)).toBeLessThan(1e-6);
    expectSame(found.se, scale.se, 1e-5);
    expect(Math.abs(found.interval.low - scale.omegaLow)).toBeLessThan(1e-6);
    expect(Math.abs(found.interval.high - scale.omegaHigh)).toBeLessThan(1e-6);
  });
});

/** Covariances of items that share one factor. */
const model = fc
  .array(
    fc.tuple(fc.double({ min: 0.2, max: 3, noNaN: true }), fc.double({ min: 0.1, max: 5, noNaN: true })),
    {
      minLength: 3,
      maxLength: 12,
    },
  )
  .map((items) => ({
    omega: (() => {
      const shared = items.reduce((sum, [loading]) => sum + loading, 0) ** 2;
      return shared / (shared + items.reduce((sum, [, unique]) => sum + unique, 0));
    })(),
    matrix: items.map(([a, unique], i) => items.map(([b], j) => a * b + (i === j ? unique : 0))),
  }));

test('of covariances that have one factor exactly, omega is that of the factor, and alpha no larger', () => {
  fc.assert(
    fc.property(model, ({ matrix, omega }) => {
      const found = there(mcdonaldOmega(matrix, 200));
      expect(found.omega).toBeCloseTo(omega, 6);
      expect(there(cronbachAlpha(matrix, 200)).raw).toBeLessThanOrEqual(found.omega + 1e-6);
      expect(found.interval.low).toBeGreaterThan(0);
      expect(found.interval.high).toBeLessThan(1);
    }),
    { numRuns: 50 },
  );
});

test('neither the order of items, nor the direction of all of them, nor one unit for all matters', () => {
  fc.assert(
    fc.property(model, fc.double({ min: 0.1, max: 100, noNaN: true }), ({ matrix }, unit) => {
      const others = [
        matrix.toReversed().map((row) => row.toReversed()),
        keyed(
          matrix,
          matrix.map(() => -1 as const),
        ),
        matrix.map((row) => row.map((value) => value * unit)),
      ];
      const alpha = there(cronbachAlpha(matrix, 50));
      const omega = there(mcdonaldOmega(matrix, 50));
      for (const other of others) {
        expect(there(cronbachAlpha(other, 50)).raw).toBeCloseTo(alpha.raw, 9);
        expect(there(mcdonaldOmega(other, 50)).omega).toBeCloseTo(omega.omega, 6);
        expect(there(mcdonaldOmega(other, 50)).se).toBeCloseTo(omega.se, 6);
      }
    }),
    { numRuns: 50 },
  );
});

describe('what has no reliability says why', () => {
  const independent = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];

  test('too few items, too few people, an item that all answer the same', () => {
    expect(cronbachAlpha([[2]], 9)).toEqual({ reason: 'a scale has two items or more' });
    expect(cronbachAlpha(independent, 1)).toEqual({ reason: 'fewer than two people answered' });
    const constant = independent.map((row, at) => (at === 1 ? [0, 0, 0] : row));
    const reason = 'all answers to item 2 are the same';
    expect([cronbachAlpha(constant, 9), mcdonaldOmega(constant, 9)]).toEqual([{ reason }, { reason }]);
    expect(
      mcdonaldOmega(
        [
          [2, 1],
          [1, 2],
        ],
        9,
      ),
    ).toEqual({
      reason: 'a factor of fewer than three items is not determined',
    });
  });

  test('a sum that is the same for all: items that cancel', () => {
    const cancels = [
      [1, -1],
      [-1, 1],
    ];
    const reason = 'the sum of the items is the same for all';
    expect(cronbachAlpha(cancels, 9)).toEqual({ reason });
    // 0.1 + 0.2 is not quite 0.3.
    const cancelsNearly = [
      [0.1 + 0.2, -0.3],
      [-0.3, 0.3],
    ];
    expect(cronbachAlpha(cancelsNearly, 9)).toEqual({ reason });
  });

  test('an item that is the sum of two others', () => {
    const sum = [
      [1, 0.2, 1.2],
      [0.2, 1, 1.2],
      [1.2, 1.2, 2.4],
    ];
    expect(mcdonaldOmega(sum, 9)).toMatchObject({ reason: expect.stringContaining('not positive definite') });
  });

  test('a Heywood case: of three items, two that correlate more by way of the third than they can', () => {
    // λ₁² = r₁₂ r₁₃ / r₂₃ = 1.6
    const heywood = [
      [1, 0.8, 0.4],
      [0.8, 1, 0.2],
      [0.4, 0.2, 1],
    ];
    expect(mcdonaldOmega(heywood, 100)).toEqual({
      reason: 'a Heywood case: the factor would explain all of item 1, or more',
    });
  });

  test('items without anything in common', () => {
    expect(there(cronbachAlpha(independent, 9)).raw).toBe(0);
    expect(mcdonaldOmega(independent, 9)).toHaveProperty('reason');
  });

  test('two items have no alpha without one of them, but a correlation', () => {
    expect(
      itemStatistics([
        [2, 1],
        [1, 2],
      ]),
    ).toEqual([0, 1].map(() => ({ alphaIfDropped: null, standardisedIfDropped: null, itemRest: 0.5 })));
  });
});

const FOLDER = process.env.EMIC_SHARED ?? '../shared';
const BFI = `${FOLDER}/data/survey/bfi.csv`;

test.skipIf(!existsSync(BFI))(
  `alpha of bfi.csv, pairwise and listwise (skipped where ${BFI} is not there)`,
  () => {
    const table = (path: string) =>
      readFileSync(path, 'utf8')
        .trim()
        .split(/\r?\n/)
        .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')));
    const [header = [], ...answers] = table(BFI);
    const [, ...expected] = table(`${FOLDER}/data/survey/EXPECTED_bfi_alpha.csv`);
    for (const [name, , pairwise, standardised, n, listwise] of expected) {
      const scale = scales.find((one) => one.name === name) as Scale & { items: string[] };
      const places = scale.items.map((item) => header.indexOf(item));
      const sums = covarianceSums(places.length);
      for (const row of answers)
        addRow(
          sums,
          places.map((at) => Number.parseFloat(row[at] ?? '')),
        );
      const alpha = (use: 'listwise' | 'pairwise') => {
        const found = covariance(sums, use);
        return there(cronbachAlpha(keyed(found.matrix, scale.keys), found.n));
      };
      expectSame(alpha('pairwise').raw, Number(pairwise));
      expectSame(alpha('pairwise').standardised, Number(standardised));
      expectSame(alpha('listwise').raw, Number(listwise));
      expect(covariance(sums, 'listwise').n).toBe(Number(n));
    }
  },
);
