import { describe, expect, test } from 'vitest';
import { schemeFor } from '../../src/agreement/bands.ts';
import { krippendorffAlpha } from '../../src/agreement/krippendorff-alpha.ts';
import { jaccardDistance, masiDistance, setOf } from '../../src/agreement/label-sets.ts';
import { measures } from '../../src/agreement/measures.ts';
import type { Metric } from '../../src/agreement/metric.ts';
import { numericLabels } from '../../src/agreement/numeric-labels.ts';
import { encodeRatings } from '../../src/agreement/ratings.ts';
import { ofRows } from './data.ts';

// What the measures of ordered, numeric and set-valued ratings say beside their numbers.

type MeasureName = keyof typeof measures;

const compute = (name: MeasureName, rows: (string | number | null)[][], declared?: string[]) =>
  measures[name].compute(ofRows(rows, declared));
const alpha = (metric: Metric, rows: (string | number | null)[][], declared?: string[]) =>
  krippendorffAlpha(ofRows(rows, declared), { metric });

test('words are put to kappas, alpha and intraclass correlations, to each those meant for it', () => {
  expect(schemeFor('cohen-kappa')).toBe('fleiss');
  expect(schemeFor('mean-krippendorff-alpha')).toBe('krippendorff');
  expect(schemeFor('icc-2-k')).toBe('cicchetti');
  for (const measure of ['percent', 'kendall-w', 'lin-ccc']) expect(schemeFor(measure)).toBeNull();
});

describe('reasons', () => {
  test('a label that is no number is named, and only if it is rated by two', () => {
    const rows = [
      [1, 2],
      [3, 3],
      ['many', null],
    ];
    expect(alpha('interval', rows).value).not.toBeNull();
    expect(alpha('interval', [...rows, ['few', 2]]).reason).toBe(
      '"few" is not a number, which the interval metric needs',
    );
    expect(alpha('interval', rows, ['none', '1', '2', '3', 'many']).value).not.toBeNull();
    expect(compute('icc-2-1', [...rows, ['few', 2]]).reason).toMatch(/^"few" is not a number/);
    expect(compute('lin-ccc', [...rows, ['', 2]]).reason).toMatch(/^"" is not a number/);
  });

  test('a ratio has no meaning below 0', () => {
    expect(
      alpha('ratio', [
        ['-2', '1'],
        ['1', '1'],
      ]).reason,
    ).toBe('"-2" is below 0, where the ratio metric has no meaning');
  });

  test('two raters are compared by Lin, and more in pairs', () => {
    expect(compute('lin-ccc', [[1, 2, 3]]).reason).toMatch(/compares two raters, there are 3/);
    expect(measures['lin-ccc'].raters).toBe(2);
  });

  test('an empty file, one rater, no unit that all rated, one unit, all the same', () => {
    const icc = (rows: (number | null)[][]) => compute('icc-1-k', rows).reason;
    expect(measures['kendall-w'].compute(encodeRatings([], [])).reason).toBe(
      'agreement needs two raters, there is none',
    );
    expect(icc([[1], [2]])).toBe('agreement needs two raters, there is one');
    expect(
      icc([
        [1, null],
        [2, null],
      ]),
    ).toBe('only r1 rated anything');
    expect(
      icc([
        [1, 2, null],
        [1, null, 3],
      ]),
    ).toBe('no unit was rated by all raters');
    expect(icc([[1, 2]])).toMatch(/^one unit alone/);
    expect(
      icc([
        [1, 1],
        [1, 1],
      ]),
    ).toMatch(/are the same/);
    expect(
      icc([
        [1, 2],
        [2, 1],
      ]),
    ).toMatch(/denominator/);
    expect(
      compute('kendall-w', [
        [1, 2],
        [1, 2],
      ]).reason,
    ).toMatch(/0\/0$/);
  });

  test('labels that write the same set or number are at distance 0', () => {
    expect(
      alpha('masi', [
        ['a;b', 'b; a'],
        ['b;a;b', 'a;b'],
      ]).reason,
    ).toMatch(/^all pairable values are at distance 0/);
    expect(
      alpha('interval', [
        ['1', '1.0'],
        ['1e0', '1'],
      ]).reason,
    ).toMatch(/^all pairable values are at distance 0/);
    expect(
      alpha('nominal', [
        ['1', '1.0'],
        ['1e0', '1'],
      ]).value,
    ).not.toBeNull();
  });
});

describe('what is said beside the value', () => {
  test('units with gaps are left out and counted; a rater who rated nothing is left out and named', () => {
    const found = compute('icc-3-1', [
      [1, 2, null],
      [3, 5, null],
      [4, 4, null],
      [2, null, null],
    ]);
    expect(found).toMatchObject({
      n: 3,
      omitted: 1,
      missing: 'units that all raters rated',
      raters: ['r1', 'r2'],
    });
    expect(found.warnings).toContain('r3 rated nothing and is left out');
    expect(found.value).toBeCloseTo(
      compute('icc-3-1', [
        [1, 2],
        [3, 5],
        [4, 4],
      ]).value ?? 0,
      12,
    );
    expect([found.observed, found.expected]).toEqual([null, null]);
  });

  test('an order that nobody declared', () => {
    const rows = [
      ['low', 'low'],
      ['high', 'middle'],
      ['middle', 'low'],
      ['high', 'high'],
    ];
    for (const result of [alpha('ordinal', rows), compute('kendall-w', rows)]) {
      expect(result.warnings.join('; ')).toMatch(/not declared: taken as "high", "low", "middle"/);
    }
    const declared = ['low', 'middle', 'high'];
    expect(alpha('ordinal', rows, declared).warnings.join()).not.toMatch(/declared/);
    expect(alpha('ordinal', rows, declared).value).toBeGreaterThan(alpha('ordinal', rows).value ?? 1);
    expect(alpha('nominal', rows).warnings.join()).not.toMatch(/declared/);
  });

  test('a constant rater', () => {
    const rows = [
      [3, 1],
      [3, 4],
      [3, 5],
    ];
    expect(compute('lin-ccc', rows).value).toBe(0);
    expect(compute('lin-ccc', rows).warnings.join()).toMatch(/r1 gave one number only/);
    expect(
      compute('kendall-w', [
        [3, 1, 1],
        [3, 4, 4],
        [3, 5, 5],
      ]).warnings.join(),
    ).toMatch(/r1 used "3" only/);
  });

  test('intervals by name; none of no width', () => {
    const rows = [
      [1, 2],
      [3, 3],
      [5, 4],
      [7, 9],
      [2, 2],
    ];
    expect(compute('icc-2-k', rows).interval?.method).toBe('analytic (McGraw and Wong 1996; F)');
    expect(compute('lin-ccc', rows).interval?.method).toBe("analytic (Lin 1989 and 2000; Fisher's z)");
    expect(compute('kendall-w', rows).interval?.method).toMatch(/^percentile bootstrap over 5 units/);
    const wide = measures['icc-1-1'].compute(ofRows(rows), { level: 0.99 }).interval;
    expect(wide?.low).toBeLessThan(compute('icc-1-1', rows).interval?.low ?? -2);
    const shifted = compute('icc-3-1', [
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect(shifted).toMatchObject({ value: 1, interval: null });
    expect(shifted.warnings.join()).toMatch(/the raters are consistent in all 3 units/);
  });

  test('no limit of the mean of raters where that of one rater is below what variances allow', () => {
    const rows = [
      [6, 6],
      [9, 0],
      [6, 6],
    ];
    expect(compute('icc-2-1', rows).interval?.low).toBeGreaterThan(-1.1);
    expect(compute('icc-2-k', rows).interval).toBeNull();
    expect(compute('icc-2-k', rows).warnings.join()).toMatch(/units differ too little/);
    expect(compute('icc-1-k', rows).interval?.low).toBeGreaterThan(-1000);
  });

  test('observed and expected agreement lie between 0 and 1 by every metric, and give alpha', () => {
    const rows = [
      ['1', '4'],
      ['2', '2'],
      ['9', '9'],
      ['4', '9'],
      ['1', '1'],
    ];
    for (const metric of [
      'ordinal',
      'interval',
      'ratio',
      (a: number, b: number) => 7 * Math.abs(a - b),
    ] as const) {
      const { observed, expected, value } = alpha(metric, rows);
      expect(Math.min(observed ?? -1, expected ?? -1)).toBeGreaterThan(0);
      expect(Math.max(observed ?? 2, expected ?? 2)).toBeLessThan(1);
      expect(((observed ?? 0) - (expected ?? 0)) / (1 - (expected ?? 0))).toBeCloseTo(value ?? 0, 12);
    }
    // (9 − 1)² is the unit: (2 · 3² + 2 · 5²) / 10 disagreement.
    expect(alpha('interval', rows).observed).toBeCloseTo(1 - 6.8 / 64, 12);
  });
});

test("MedCalc's manual: (2,4), (4,6), (6,8) are consistent by 1, and agree by 0.6667", () => {
  const rows = [
    [2, 4],
    [4, 6],
    [6, 8],
  ];
  expect(compute('icc-3-1', rows).value).toBe(1);
  expect(compute('icc-2-1', rows).value).toBeCloseTo(0.6667, 4);
});

describe('distances', () => {
  const set = (text: string) => setOf(text, ';');
  test.each([
    ['', '', 0, 0],
    ['', 'a', 1, 1],
    ['a;b', ' b;a;a', 0, 0],
    ['a', 'a;b', 1 / 2, 2 / 3],
    ['a;b', 'b;c', 2 / 3, 8 / 9],
    ['a;b', 'c', 1, 1],
    ['a;b', 'a;b;c', 1 / 3, 5 / 9],
  ])('of {%s} and {%s}: Jaccard %d, MASI %d', (a, b, jaccard, masi) => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      expect(jaccardDistance(set(one), set(other))).toBeCloseTo(jaccard, 15);
      expect(masiDistance(set(one), set(other))).toBeCloseTo(masi, 15);
    }
  });

  test('another separator', () => {
    const rows = [
      ['a|b', 'b|a'],
      ['a', 'a|b'],
      ['c', 'c'],
    ];
    const by = (separator: string) => krippendorffAlpha(ofRows(rows), { metric: 'jaccard', separator }).value;
    expect(by('|')).toBeGreaterThan(by(';') ?? 1);
  });

  test.each([
    ['below 0', () => -1],
    ['not a number', () => Number.NaN],
    ['not the same in both orders', (a: number, b: number) => (a === b ? 0 : a)],
    ['not 0 of a category from itself', () => 1],
  ])('a function that is %s is an error of the program', (_, metric) => {
    expect(() =>
      alpha(metric, [
        ['1', '2'],
        ['2', '3'],
        ['0', '1'],
      ]),
    ).toThrow(RangeError);
  });
});

describe('numbers of labels', () => {
  const values = (...labels: string[]) => {
    const found = numericLabels(labels, () => true);
    return 'values' in found ? [...found.values] : found.notNumber;
  };
  test('decimals are made whole, so that 0.1 + 0.2 is 0.3', () => {
    expect(values('0.1', '0.2', '0.30', ' 12 ', '-.5')).toEqual([1, 2, 3, 120, -5]);
    expect(values('1e3', '2E+3', '0')).toEqual([1000, 2000, 0]);
    expect(values('1e200', '3e200')).toEqual([1, 3]);
    expect(values('1e-9', '0.25')).toEqual([1, 250000000]);
  });
  test('beyond 2^50 the largest is 1', () => {
    expect(values('1e300', '-5e299', '1')).toEqual([1, -0.5, 1e-300]);
  });
  test('what is no number is told', () => {
    for (const label of ['', 'x', '1,5', '0x10', 'Infinity', '1e999', 'NaN'])
      expect(values('1', label)).toBe(label);
  });
});
