import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { quantile, resampleUnits } from '../../src/agreement/bootstrap.ts';
import { countPatterns } from '../../src/agreement/counts.ts';
import { krippendorffAlpha } from '../../src/agreement/krippendorff-alpha.ts';
import { type MeasureOptions, measures } from '../../src/agreement/measures.ts';
import type { Metric } from '../../src/agreement/metric.ts';
import { forgetRaters } from '../../src/agreement/part-of-counts.ts';
import { randomNumbers } from '../../src/statistics/random.ts';
import { ofRows } from './data.ts';

// Laws of the measures of ordered, numeric and set-valued ratings.

type MeasureName = keyof typeof measures;
type Row = (string | null)[];

const none = { interval: 'none' } as const;
const rowsOf = (label: fc.Arbitrary<string>, raters: number): fc.Arbitrary<Row[]> =>
  fc.array(fc.array(fc.option(label, { freq: 7 }), { minLength: raters, maxLength: raters }), {
    minLength: 1,
    maxLength: 25,
  });
const scores = fc.constantFrom('0', '0.1', '0.2', '0.3', '1', '2.5', '7', '10', '1e3', '1e200', '-4', '-0.1');
const sets = fc.constantFrom('', 'a', 'b', 'a;b', 'b; a', 'a;a', 'c', 'a;b;c', ';');

const metrics = ['nominal', 'ordinal', 'interval', 'ratio', 'jaccard', 'masi'] as const;
const intraclass = ['icc-1-1', 'icc-2-1', 'icc-3-1', 'icc-1-k', 'icc-2-k', 'icc-3-k'] as const;
const all: [string, MeasureName, MeasureOptions, fc.Arbitrary<Row[]>][] = [
  ...metrics.map((metric): (typeof all)[0] => {
    const labels = metric === 'jaccard' || metric === 'masi' ? sets : scores;
    const rows = fc.integer({ min: 2, max: 5 }).chain((raters) => rowsOf(labels, raters));
    return [`alpha ${metric}`, 'krippendorff-alpha', { metric }, rows];
  }),
  ...([...intraclass, 'kendall-w'] as const).map((name): (typeof all)[0] => {
    const rows = fc.integer({ min: 2, max: 4 }).chain((raters) => rowsOf(scores, raters));
    return [name, name, {}, rows];
  }),
  ['lin-ccc', 'lin-ccc', {}, rowsOf(scores, 2)],
];

function near(a: number | null | undefined, b: number | null | undefined): void {
  if (typeof a !== 'number' || typeof b !== 'number') expect(a ?? null).toBe(b ?? null);
  // A mean of raters can be far below 0: k r / (1 + (k - 1) r) has a pole, near which digits are lost as its square grows.
  else expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(a), 1e-6 * a * a));
}

function same(a: Agreement, b: Agreement): void {
  for (const key of ['value', 'observed', 'expected', 'n', 'se'] as const) near(a[key], b[key]);
  near(a.interval?.low, b.interval?.low);
  near(a.interval?.high, b.interval?.high);
}

describe.each(all)('%s', (_, name, options, rows) => {
  const bootstrapped = name === 'krippendorff-alpha' || name === 'kendall-w';
  const compute = (drawn: readonly Row[]): Agreement =>
    measures[name].compute(ofRows(drawn), { ...options, interval: bootstrapped ? 'none' : 'analytic' });

  test('neither the order of units nor of raters matters, nor a unit that nobody rated', () => {
    fc.assert(
      fc.property(rows, (drawn) => {
        const found = compute(drawn);
        same(found, compute(drawn.toReversed()));
        same(found, compute(drawn.map((row) => row.toReversed())));
        const more = compute([...drawn, (drawn[0] ?? []).map(() => null)]);
        same(found, more);
        expect(more.omitted).toBe(found.omitted + 1);
      }),
    );
  });

  test('a value or a reason, every number finite, nothing above 1, and units add up', () => {
    fc.assert(
      fc.property(rows, (drawn) => {
        for (const interval of ['analytic', 'bootstrap'] as const) {
          const found = measures[name].compute(ofRows(drawn), { ...options, interval, replicates: 9 });
          expect(found.n + found.omitted).toBe(drawn.length);
          expect(found.value === null).toBe(found.reason !== null && found.reason !== '');
          if (found.value !== null) expect(found.value).toBeLessThanOrEqual(1 + 1e-12);
          if (found.observed !== null && found.expected !== null && found.value !== null) {
            near((found.observed - found.expected) / (1 - found.expected), found.value);
          }
          for (const one of numbersIn(found)) {
            expect(Number.isFinite(one)).toBe(true);
            expect(Object.is(one, -0)).toBe(false);
          }
        }
      }),
    );
  });

  test.each([
    ['nothing', []],
    ['one unit, agreed', [['1', '1']]],
    ['one unit, not agreed', [['1', '2']]],
    ['one rater', [['1'], ['2']]],
    ['all equal', Array<Row>(4).fill(['1', '1'])],
    ['two constant raters', Array<Row>(4).fill(['1', '2'])],
    ['a constant rater', ['1', '2', '3'].map((label) => ['1', label])],
    [
      'units the same, raters not',
      [
        ['1', '2'],
        ['2', '1'],
      ],
    ],
    [
      'no unit with two ratings',
      [
        ['1', null],
        [null, '2'],
      ],
    ],
    [
      'a rater who rated nothing',
      [
        ['1', null],
        ['2', null],
      ],
    ],
    [
      'labels that are no numbers',
      [
        ['yes', 'no'],
        ['no', 'no'],
      ],
    ],
    [
      'numbers below 0',
      [
        ['-1', '2'],
        ['3', '-4'],
      ],
    ],
    [
      'numbers beyond counting',
      [
        ['1e308', '-1e308'],
        ['1e-308', '1e999'],
        ['1e308', '1e307'],
      ],
    ],
  ] as [string, Row[]][])('%s gives a value, or none with a reason', (_, drawn) => {
    const found = measures[name].compute(ofRows(drawn), options);
    expect(found.value === null).toBe(found.reason !== null && found.reason !== '');
    expect(JSON.stringify(found)).not.toMatch(/NaN|Infinity|undefined/);
    for (const one of numbersIn(found)) expect(Number.isFinite(one)).toBe(true);
  });
});

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : [];
}

const alpha = (rows: Row[], metric: Metric): number | null =>
  krippendorffAlpha(ofRows(rows), { metric, ...none }).value;
const many = (label: fc.Arbitrary<string>) =>
  fc.integer({ min: 2, max: 5 }).chain((raters) => rowsOf(label, raters));
const scaled = (rows: Row[], of: (x: number) => number): Row[] =>
  rows.map((row) => row.map((one) => (one === null ? null : String(of(Number(one))))));
const small = fc.integer({ min: 0, max: 9 }).map(String);

test('a function that is 0 or 1 gives nominal alpha, and the square of a difference interval alpha', () => {
  fc.assert(
    fc.property(many(small), (rows) => {
      const { categories } = ofRows(rows);
      const square = (a: number, b: number) => (Number(categories[a]) - Number(categories[b])) ** 2;
      near(
        alpha(rows, (a, b) => Number(a !== b)),
        alpha(rows, 'nominal'),
      );
      near(alpha(rows, square), alpha(rows, 'interval'));
    }),
  );
});

test('interval alpha minds neither where 0 is nor the unit, ratio alpha not the unit, ordinal alpha only order', () => {
  fc.assert(
    fc.property(
      many(small),
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: -90, max: 90 }),
      (rows, a, b) => {
        near(
          alpha(
            scaled(rows, (x) => a * x + b),
            'interval',
          ),
          alpha(rows, 'interval'),
        );
        near(
          alpha(
            scaled(rows, (x) => -a * x + b),
            'interval',
          ),
          alpha(rows, 'interval'),
        );
        near(
          alpha(
            scaled(rows, (x) => a * x),
            'ratio',
          ),
          alpha(rows, 'ratio'),
        );
        near(
          alpha(
            scaled(rows, (x) => a * x ** 3 + b),
            'ordinal',
          ),
          alpha(rows, 'ordinal'),
        );
        near(
          alpha(
            scaled(rows, (x) => -a * x + b),
            'ordinal',
          ),
          alpha(rows, 'ordinal'),
        );
      },
    ),
  );
  const rows = [
    ['1', '2'],
    ['2', '4'],
    ['5', '5'],
  ];
  expect(
    alpha(
      scaled(rows, (x) => x + 1),
      'ratio',
    ),
  ).not.toBeCloseTo(alpha(rows, 'ratio') ?? 0, 2);
  expect(
    alpha(
      scaled(rows, (x) => x ** 2),
      'interval',
    ),
  ).not.toBeCloseTo(alpha(rows, 'interval') ?? 0, 2);
});

test('on two categories every metric is the nominal one', () => {
  fc.assert(
    fc.property(many(fc.constantFrom('1', '3')), (rows) => {
      for (const metric of metrics) near(alpha(rows, metric), alpha(rows, 'nominal'));
    }),
  );
});

test('sets of one member each give nominal alpha', () => {
  fc.assert(
    fc.property(many(fc.constantFrom('a', 'b', 'c')), (rows) => {
      for (const metric of ['jaccard', 'masi'] as const) near(alpha(rows, metric), alpha(rows, 'nominal'));
    }),
  );
});

test('correlations mind neither the unit nor where 0 is, W only order', () => {
  fc.assert(
    fc.property(
      many(small),
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: -90, max: 90 }),
      (rows, a, b) => {
        const two = rows.map((row) => row.slice(0, 2));
        for (const name of intraclass) {
          const found = (drawn: Row[]) => measures[name].compute(ofRows(drawn), { interval: 'analytic' });
          same(found(rows), found(scaled(rows, (x) => a * x + b)));
        }
        const lin = (drawn: Row[]) => measures['lin-ccc'].compute(ofRows(drawn), { interval: 'analytic' });
        expect(lin(two).value ?? 0).toBeCloseTo(lin(scaled(two, (x) => a * x + b)).value ?? 0, 9);
        const w = (drawn: Row[]) => measures['kendall-w'].compute(ofRows(drawn), none);
        same(w(rows), w(scaled(rows, (x) => a * x ** 3 + b)));
      },
    ),
  );
});

test('limits stay where they are when numbers are in another unit, also with hardly a degree of freedom', () => {
  const rows: Row[] = [
    ['2', '5'],
    ['0', '9'],
  ];
  const limits = (drawn: Row[]) =>
    measures['icc-2-1'].compute(ofRows(drawn), { interval: 'analytic' }).interval;
  expect(limits(rows)?.low).toBeCloseTo(-0.25, 9);
  expect(limits(scaled(rows, (x) => 14 * x))?.low).toBeCloseTo(-0.25, 9);
});

test('a rater who is always higher lowers ICC(2,1) and not ICC(3,1) nor W', () => {
  const rows = [
    ['1', '3'],
    ['2', '4'],
    ['4', '6'],
    ['5', '7'],
  ];
  const value = (name: MeasureName) => measures[name].compute(ofRows(rows), none).value;
  expect(value('icc-3-1')).toBe(1);
  expect(value('kendall-w')).toBe(1);
  expect(value('icc-2-1')).toBeLessThan(0.7);
  expect(value('lin-ccc')).toBeLessThan(0.7);
});

test('for the mean of k raters is Spearman and Brown of one rater', () => {
  fc.assert(
    fc.property(many(small), (rows) => {
      for (const first of ['1', '2', '3'] as const) {
        const { value: one, raters } = measures[`icc-${first}-1`].compute(ofRows(rows), none);
        const k = raters.length;
        const mean = measures[`icc-${first}-k`].compute(ofRows(rows), none).value;
        if (one === null || mean === null || mean < -1e6) continue;
        near(mean, (k * one) / (1 + (k - 1) * one));
      }
    }),
  );
});

test("Kendall's W of two raters without ties is (1 + Spearman's rho) / 2", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(['1', '2', '3', '4', '5', '6', '7'], { minLength: 2 }), (order) => {
      const sorted = order.toSorted();
      const rows = order.map((label, at) => [sorted[at] ?? '', label]);
      const n = rows.length;
      const rank = (label: string) => sorted.indexOf(label);
      const squares = rows.reduce((sum, [a = '', b = '']) => sum + (rank(a) - rank(b)) ** 2, 0);
      const rho = 1 - (6 * squares) / (n ** 3 - n);
      near(measures['kendall-w'].compute(ofRows(rows), none).value, (1 + rho) / 2);
    }),
  );
});

test('a resample is the value of the data resampled, whatever the measure', () => {
  const drawn = [...'152334415243'].map((label, at) => [
    label,
    '243141553124'[at] ?? '',
    '133214452542'[at] ?? '',
  ]);
  for (const [title, name, options] of all) {
    const counts = countPatterns(ofRows(name === 'lin-ccc' ? drawn.map((row) => row.slice(0, 2)) : drawn));
    const alone = name === 'krippendorff-alpha' ? forgetRaters(counts).counts : counts;
    const estimate = (times: Float64Array) =>
      measures[name].compute({ ...alone, times }, { ...options, ...none }).value;
    const { values } = resampleUnits(alone, estimate, 40, randomNumbers(1));
    const found = measures[name].compute(counts, { ...options, interval: 'bootstrap', replicates: 40 });
    expect(found.interval?.low, title).toBeCloseTo(quantile(values, 0.025), 12);
    expect(found.interval?.high, title).toBeCloseTo(quantile(values, 0.975), 12);
  }
});
