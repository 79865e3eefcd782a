import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { type Counts, countPatterns } from '../../src/agreement/counts.ts';
import { dependentTest, type Side } from '../../src/agreement/dependent-test.ts';
import type { MeasureName } from '../../src/agreement/measure-names.ts';
import { measures } from '../../src/agreement/measures.ts';
import { countsAmong } from '../../src/agreement/part-of-counts.ts';
import { encodeRatings, type Ratings } from '../../src/agreement/ratings.ts';
import { ofRows, ofTable } from './data.ts';

// R's pairedCAC, README: ratings1 and ratings2, fifteen units by four raters twice, and what its functions print.
const twice = [
  '1111 1111',
  '1123 3332',
  '1123 3333',
  '2223 1121',
  '1211 1111',
  '2111 1111',
  '2222 2222',
  '2322 2211',
  '3333 3333',
  '1111 1113',
  '1123 2222',
  '3333 3333',
  '3233 3333',
  '1211 1211',
  '2111 3333',
].map((row) => [...row.replace(' ', '')]);
const data = ofRows(twice);
const before = ['r1', 'r2', 'r3', 'r4'];
const after = ['r5', 'r6', 'r7', 'r8'];

const printed: [MeasureName, string[], ...string[]][] = [
  ['fleiss-kappa', after, '0.3856655', '0.7248495', '0.339184', '0.1574322', '2.154477', '0.04910569'],
  [
    'fleiss-kappa',
    after.slice(0, 3),
    '0.3856655',
    '0.7942073',
    '0.4085418',
    '0.1612858',
    '2.53303',
    '0.02389035',
  ],
  ['gwet-ac1', after, '0.4069193', '0.737382', '0.3304628', '0.1452689', '2.274835', '0.03917311'],
  ['conger-kappa', after, '0.3932584', '0.7250859', '0.3318275', '0.1527202', '2.172781', '0.04745695'],
  ['krippendorff-alpha', after, '0.3959044', '0.7294354', '0.3335309', '0.1548083', '2.154477', '0.04910569'],
  ['brennan-prediger', after, '0.4', '0.7333333', '0.3333333', '0.1477342', '2.256304', '0.04056859'],
  ['percent', after, '0.6', '0.8222222', '0.2222222', '0.09848947', '2.256304', '0.04056859'],
];

describe('the test that pairedCAC prints', () => {
  test.each(printed)('%s of four raters and of %j', (measure, raters, ...numbers) => {
    const { first, second, difference, se, t, p } = dependentTest(
      data,
      { measure, raters: before },
      { measure, raters },
    );
    for (const [at, found] of [first.value, second.value, difference, se, t, p].entries()) {
      const digits = numbers[at]?.split('.')[1]?.length ?? 0;
      expect(Math.abs((found ?? 9) - Number(numbers[at])), numbers[at]).toBeLessThan(0.51 * 10 ** -digits);
    }
  });

  test('its interval is by t with as many degrees of freedom as units, less one', () => {
    const side = (raters: string[]): Side => ({ measure: 'fleiss-kappa', raters });
    const { interval, difference, se, df } = dependentTest(data, side(before), side(after), { level: 0.9 });
    expect(df).toBe(14);
    // R: qt(0.95, 14)
    expect(interval?.high).toBeCloseTo((difference ?? 0) + 1.76131013577486 * (se ?? 0), 10);
    expect(interval?.low).toBeCloseTo((difference ?? 0) - 1.76131013577486 * (se ?? 0), 10);
    expect(interval?.method).toBe('Gwet 2016, linearised over 15 units (t with 14 degrees of freedom)');
  });
});

const none = { interval: 'none' } as const;
const label = fc.constantFrom('1', '2', '3');
const rows = fc.array(fc.array(label, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 40 });
const sides: [string, Side, Side][] = [
  ['two measures', { measure: 'gwet-ac1' }, { measure: 'fleiss-kappa' }],
  [
    'two pairs',
    { measure: 'cohen-kappa', raters: ['r1', 'r2'] },
    { measure: 'cohen-kappa', raters: ['r3', 'r4'] },
  ],
  [
    'two pairs with one rater in both',
    { measure: 'scott-pi', raters: ['r1', 'r2'] },
    { measure: 'scott-pi', raters: ['r2', 'r3'] },
  ],
  [
    'weighted kappa and percent',
    { measure: 'cohen-kappa', raters: ['r2', 'r1'], weights: 'linear' },
    { measure: 'percent', raters: ['r1', 'r2'], weights: 'linear' },
  ],
  [
    'alpha by interval and ratio',
    { measure: 'krippendorff-alpha', metric: 'interval' },
    { measure: 'krippendorff-alpha', metric: 'ratio', raters: ['r1', 'r3', 'r4'] },
  ],
  ['alpha and conger', { measure: 'krippendorff-alpha' }, { measure: 'conger-kappa' }],
];

test.each(sides)(
  'the error of the difference of %s is its spread as single units count a little more',
  (_, one, other) => {
    fc.assert(
      fc.property(rows, (drawn) => {
        const counts = countPatterns(ofRows(drawn, ['1', '2', '3']));
        const found = dependentTest(counts, one, other);
        fc.pre(found.se !== null);
        const n = drawn.length;
        const difference = (times: Float64Array): number => {
          const [a, b] = [one, other].map(({ measure, raters, ...options }) => {
            const all = { ...counts, times };
            const places = (raters ?? counts.raters).map((name) => counts.raters.indexOf(name));
            return measures[measure].compute(countsAmong(all, places).counts, { ...options, ...none }).value;
          });
          return (b ?? 0) - (a ?? 0);
        };
        const step = 1e-5;
        const slopes = Array.from(counts.times, (__, pattern) => {
          const nudged = (by: number) =>
            difference(counts.times.with(pattern, (counts.times[pattern] ?? 0) + by));
          return (n * (nudged(step) - nudged(-step))) / (2 * step);
        });
        const mean = slopes.reduce((sum, slope, at) => sum + (counts.times[at] ?? 0) * slope, 0) / n;
        const squares = slopes.reduce(
          (sum, slope, at) => sum + (counts.times[at] ?? 0) * (slope - mean) ** 2,
          0,
        );
        expect(Math.sqrt(squares / (n * (n - 1)))).toBeCloseTo(found.se ?? 0, 4);
      }),
      { numRuns: 30 },
    );
  },
);

test('a measure without a formula takes what leaving out units does, which comes near the formula', () => {
  const many = encodeRatings(
    ['a', 'b', 'c'],
    ['112233112321231213', '112233212321331213', '132233112321221113'].map((word) => [...word.repeat(20)]),
  );
  const ordinal = dependentTest(
    many,
    { measure: 'krippendorff-alpha', metric: 'ordinal' },
    { measure: 'percent' },
  );
  expect(ordinal.interval?.method).toBe('jackknife over 360 units (t with 359 degrees of freedom)');
  const light = dependentTest(many, { measure: 'light-kappa' }, { measure: 'gwet-ac1' });
  const conger = dependentTest(many, { measure: 'conger-kappa' }, { measure: 'gwet-ac1' });
  expect(conger.interval?.method).toMatch(/^Gwet 2016/);
  // Light's and Conger's kappa are nearly the same, and so is what units do to them.
  expect(Math.abs((light.se ?? 0) / (conger.se ?? 1) - 1)).toBeLessThan(0.05);
});

test('units that only one of two groups rated count in its own coefficient', () => {
  const gaps = ofRows(twice.map((row, at) => row.map((one, rater) => (at < 3 && rater > 3 ? null : one))));
  const side = (raters: string[]): Side => ({ measure: 'fleiss-kappa', raters });
  const { first, second, df } = dependentTest(gaps, side(before), side(after));
  expect([first.n, second.n, df]).toEqual([15, 12, 14]);
});

describe('in documents', () => {
  const inDocuments = (count: number): Ratings => ({
    ...data,
    unit: 'turn',
    clusters: { name: 'document', count, of: Int32Array.from({ length: 15 }, (_, unit) => unit % count) },
  });
  const side = (raters: string[]): Side => ({ measure: 'percent', raters });

  test('five or more are what varies', () => {
    const found = dependentTest(inDocuments(5), side(before), side(after));
    const share = (row: string[]) => {
      let same = 0;
      for (let a = 0; a < 4; a++) for (let b = 0; b < a; b++) if (row[a] === row[b]) same++;
      return same / 6;
    };
    const changes = twice.map((row) => share(row.slice(4)) - share(row.slice(0, 4)));
    const mean = changes.reduce((sum, one) => sum + one, 0) / 15;
    let squares = 0;
    for (let document = 0; document < 5; document++) {
      const own = changes.filter((_, unit) => unit % 5 === document);
      squares += (own.reduce((sum, one) => sum + one - mean, 0) / 15) ** 2;
    }
    expect(found.se).toBeCloseTo(Math.sqrt((5 / 4) * squares), 12);
    expect(found.interval?.method).toBe(
      'Gwet 2016, linearised over 5 documents (t with 4 degrees of freedom)',
    );
    expect(found.warnings).toEqual([]);
  });

  test('fewer are told', () => {
    const found = dependentTest(inDocuments(3), side(before), side(after));
    expect(found.warnings).toEqual(['only 3 documents: the test takes turns as independent']);
    expect(found.df).toBe(14);
  });
});

describe('where there is no test', () => {
  const pair = { measure: 'cohen-kappa', raters: ['r1', 'r2'] } as const;

  test('a coefficient without a value gives its reason', () => {
    const found = dependentTest(ofRows([['a', 'a', 'a', 'b']]), pair, { measure: 'percent' });
    expect([found.difference, found.se, found.p]).toEqual([null, null, null]);
    expect(found.reason).toMatch(/^cohen-kappa has no value: both raters used "a" only/);
  });

  test('the same twice has no error', () => {
    const found = dependentTest(data, pair, pair);
    expect([found.difference, found.se, found.t, found.p, found.interval]).toEqual([
      0,
      null,
      null,
      null,
      null,
    ]);
    expect(found.reason).toMatch(/^every unit does the same to both/);
  });

  test('one unit has no error either', () => {
    const found = dependentTest(
      ofRows([['a', 'b', 'b']]),
      { ...pair, measure: 'percent' },
      { measure: 'percent' },
    );
    expect(found.reason).toBe('an error needs two units');
    expect(found.difference).toBeCloseTo(1 / 3, 12);
  });

  test('names that are not there, and levels that are none, are errors', () => {
    expect(() => dependentTest(data, { measure: 'percent', raters: ['ana'] }, pair)).toThrow(
      'there is no rater "ana"; there are "r1", "r2"',
    );
    expect(() => dependentTest(data, pair, pair, { level: 95 })).toThrow(RangeError);
  });
});

test("Cohen's kappa has Fleiss, Cohen and Everitt's error but for n − 1", () => {
  // Against a constant: raters who agree wholly in the other coefficient do not move it.
  const table: Counts = ofTable([
    [30, 8],
    [5, 27],
  ]);
  const width = 3;
  const patterns = Int32Array.from(
    Array.from(table.times, (_, at) => [
      table.patterns[2 * at] ?? 0,
      table.patterns[2 * at + 1] ?? 0,
      table.patterns[2 * at] ?? 0,
    ]).flat(),
  );
  expect(patterns).toHaveLength(table.times.length * width);
  const three = { ...table, raters: ['ana', 'ben', 'ana again'], patterns };
  const found = dependentTest(
    three,
    { measure: 'cohen-kappa', raters: ['ana', 'ben'] },
    { measure: 'percent', raters: ['ana', 'ana again'] },
  );
  const { se } = cohenKappa(table, { interval: 'analytic' });
  expect(found.se).toBeCloseTo((se ?? 0) * Math.sqrt(70 / 69), 12);
});
