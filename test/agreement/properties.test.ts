import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { brennanPrediger } from '../../src/agreement/brennan-prediger.ts';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { congerKappa } from '../../src/agreement/conger-kappa.ts';
import { type Counts, countPatterns } from '../../src/agreement/counts.ts';
import { fleissKappa } from '../../src/agreement/fleiss-kappa.ts';
import { gwetAc1, gwetAc2 } from '../../src/agreement/gwet-ac.ts';
import { holsti } from '../../src/agreement/holsti.ts';
import type { IntervalOptions } from '../../src/agreement/interval.ts';
import { krippendorffAlpha } from '../../src/agreement/krippendorff-alpha.ts';
import { lightKappa } from '../../src/agreement/light-kappa.ts';
import type { ManyRatersOptions } from '../../src/agreement/many-raters.ts';
import { pabak } from '../../src/agreement/pabak.ts';
import { pairwise } from '../../src/agreement/pairwise.ts';
import { pairCounts } from '../../src/agreement/part-of-counts.ts';
import { percentAgreement } from '../../src/agreement/percent.ts';
import { encodeRatings, type Ratings } from '../../src/agreement/ratings.ts';
import { scottPi } from '../../src/agreement/scott-pi.ts';
import { ofRows, value } from './data.ts';

type Row = (string | null)[];
type Measure = (data: Ratings | Counts) => Agreement;

const label = fc.constantFrom('a', 'b', 'c', '__proto__', '', '0', 'NA', 'constructor');
const rowsOf = (raters: number) =>
  fc.array(fc.array(fc.option(label, { freq: 5 }), { minLength: raters, maxLength: raters }), {
    minLength: 1,
    maxLength: 40,
  });
const pair = rowsOf(2);
const many = fc.integer({ min: 2, max: 5 }).chain(rowsOf);

const none = { interval: 'none' } as const;
const nominal: [string, Measure][] = [
  ['percent', (data) => percentAgreement(data, none)],
  ['fleiss pairwise', (data) => fleissKappa(data, none)],
  ['fleiss listwise', (data) => fleissKappa(data, { ...none, missing: 'listwise' })],
  ['alpha', (data) => krippendorffAlpha(data, none)],
  ['conger pairwise', (data) => congerKappa(data, none)],
  ['conger listwise', (data) => congerKappa(data, { ...none, missing: 'listwise' })],
  ['light', (data) => lightKappa(data, none)],
  ['holsti', (data) => holsti(data, none)],
];
/** Here chance agreement depends on how many categories there are, used or not. */
const countingCategories: [string, Measure][] = [
  ['brennan-prediger', (data) => brennanPrediger(data, none)],
  ['ac1', (data) => gwetAc1(data, none)],
];
const cohen: Measure = (data) => cohenKappa(data, none);
const ofTwo: [string, Measure][] = [
  ['cohen', cohen],
  ['scott', (data) => scottPi(data, none)],
];

function same(a: number | null | undefined, b: number | null | undefined): void {
  if (typeof a !== 'number' || typeof b !== 'number') expect(a).toBe(b);
  else expect(Math.abs(a - b)).toBeLessThan(1e-10);
}

function sameResult(a: Agreement, b: Agreement): void {
  for (const key of ['value', 'observed', 'expected', 'n', 'se'] as const) same(a[key], b[key]);
}

const check = (
  rows: fc.Arbitrary<Row[]>,
  law: (rows: Row[], measure: Measure) => void,
  others: [string, Measure][] = countingCategories,
): void => {
  const measures = [...nominal, ...others, ...(rows === pair ? ofTwo : [])];
  fc.assert(
    fc.property(rows, (drawn) => {
      for (const [, measure] of measures) law(drawn, measure);
    }),
  );
};

describe.each([
  ['two raters', pair],
  ['many raters', many],
])('%s', (_, rows) => {
  test('the order of units never matters', () => {
    check(rows, (drawn, measure) => sameResult(measure(ofRows(drawn)), measure(ofRows(drawn.toReversed()))));
  });

  test('the order of raters never matters', () => {
    check(rows, (drawn, measure) =>
      sameResult(measure(ofRows(drawn)), measure(ofRows(drawn.map((row) => row.toReversed())))),
    );
  });

  test('renaming and reordering categories never matters', () => {
    const renamed = (one: string | null) => (one === null ? null : `${one.length}${9 - one.length}${one}`);
    check(rows, (drawn, measure) => {
      const again = ofRows(drawn.map((row) => row.map(renamed)));
      sameResult(measure(ofRows(drawn)), measure(again));
    });
  });

  test('a category that nobody uses changes nothing', () => {
    const law = (drawn: Row[], measure: Measure) =>
      sameResult(measure(ofRows(drawn)), measure(ofRows(drawn, ['never', 'used'])));
    check(rows, law, []);
  });

  test('except where chance is shared out among all categories that there are', () => {
    fc.assert(
      fc.property(rows, (drawn) => {
        const used = ofRows(drawn).categories.length;
        const one = brennanPrediger(ofRows(drawn), none);
        const more = brennanPrediger(ofRows(drawn, ['never', 'used']), none);
        fc.pre(one.observed !== null && used > 1);
        same(one.expected, 1 / used);
        same(more.expected, 1 / (used + 2));
        const ac = gwetAc1(ofRows(drawn), none).expected ?? 0;
        same(gwetAc1(ofRows(drawn, ['never', 'used']), none).expected, (ac * (used - 1)) / (used + 1));
      }),
    );
  });

  test('a unit that nobody rated changes only how many are left out', () => {
    check(rows, (drawn, measure) => {
      const width = drawn[0]?.length ?? 2;
      const before = measure(ofRows(drawn));
      const after = measure(ofRows([...drawn, Array<null>(width).fill(null)]));
      sameResult(before, after);
      expect(after.omitted).toBe(before.omitted + 1);
    });
  });

  test('every number is finite, no zero is negative, and n and what is left out make up all units', () => {
    check(rows, (drawn, measure) => {
      const found = measure(ofRows(drawn));
      expect(found.n + found.omitted).toBe(drawn.length);
      expect(found.value === null).toBe(found.reason !== null);
      for (const one of numbersIn(found)) {
        expect(Number.isFinite(one)).toBe(true);
        expect(Object.is(one, -0)).toBe(false);
      }
      if (found.value !== null) expect(found.value).toBeLessThanOrEqual(1);
    });
  });
});

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : [];
}

const complete = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 'c')), {
  minLength: 2,
  maxLength: 40,
});

test("with two raters Fleiss' kappa is Scott's pi, worked out here, and not Cohen's", () => {
  fc.assert(
    fc.property(complete, (rows) => {
      const both = rows.flat();
      const observed = rows.filter(([a, b]) => a === b).length / rows.length;
      const expected = ['a', 'b', 'c'].reduce(
        (sum, one) => sum + (both.filter((other) => other === one).length / both.length) ** 2,
        0,
      );
      fc.pre(new Set(both).size > 1);
      same(fleissKappa(ofRows(rows), none).value, (observed - expected) / (1 - expected));
    }),
  );
  const biased = ofRows([...Array(5).fill(['a', 'b']), ...Array(5).fill(['a', 'a'])]);
  expect(value(cohen(biased))).toBe(0);
  expect(value(fleissKappa(biased))).toBeLessThan(-0.3);
});

test("alpha is Scott's pi corrected for few values, 1 − (1 − π)(1 − 1/n), and so nears it as units multiply", () => {
  fc.assert(
    fc.property(complete, (rows) => {
      const data = ofRows(rows);
      const pi = fleissKappa(data, none).value;
      const alpha = krippendorffAlpha(data, none).value;
      if (pi === null || alpha === null) expect(pi).toBe(alpha);
      else same(alpha, 1 - (1 - pi) * (1 - 1 / (2 * rows.length)));
    }),
  );
  const counts = countPatterns(
    ofRows([
      ['a', 'a'],
      ['a', 'b'],
      ['b', 'b'],
    ]),
  );
  const huge = { ...counts, units: 3e12, times: counts.times.map((times) => times * 1e12) };
  same(krippendorffAlpha(huge, none).value, fleissKappa(huge, none).value);
});

test('on two categories weights make no difference', () => {
  const two = fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('a', 'b')), { minLength: 1 });
  fc.assert(
    fc.property(two, (rows) => {
      for (const weights of ['linear', 'quadratic'] as const) {
        const weighted = cohenKappa(ofRows(rows, ['a', 'b']), { weights, ...none });
        sameResult(weighted, cohenKappa(ofRows(rows, ['a', 'b']), none));
      }
    }),
  );
});

test('weighted kappa does not mind a turned scale, nor unused ends, but does mind an unused middle', () => {
  fc.assert(
    fc.property(complete, fc.constantFrom('linear', 'quadratic'), (rows, weights) => {
      const kappa = (levels: string[]) => cohenKappa(ofRows(rows, levels), { weights, ...none }).value;
      same(kappa(['a', 'b', 'c']), kappa(['c', 'b', 'a']));
      same(kappa(['a', 'b', 'c']), kappa(['a', 'b', 'c', 'd', 'e']));
    }),
  );
  const rows = [...'abcabcab'].map((label, at) => [label, [...'acccbcba'][at] ?? '']);
  const kappa = (levels: string[]) => cohenKappa(ofRows(rows, levels), { weights: 'linear' }).value;
  expect(kappa(['a', 'b', 'c'])).not.toBeCloseTo(kappa(['a', 'b', 'x', 'c']) ?? 0, 3);
});

test('pairs counted within more raters are those counted on their own', () => {
  fc.assert(
    fc.property(rowsOf(4), (rows) => {
      const counts = countPatterns(ofRows(rows));
      for (const [a, b] of [
        [0, 1],
        [1, 3],
        [2, 0],
      ] as const) {
        const alone = ofRows(rows.map((row) => [row[a] ?? null, row[b] ?? null]));
        sameResult(cohen(pairCounts(counts, a, b)), cohen(alone));
      }
      expect(pairwise(counts, cohenKappa, none)).toHaveLength(6);
    }),
  );
});

test('patterns and how often they occur are those of a plain count', () => {
  fc.assert(
    fc.property(many, (rows) => {
      const ratings = ofRows(rows);
      const { patterns, times } = countPatterns(ratings);
      const width = ratings.raters.length;
      const found = new Map<string, number>();
      for (const [index, often] of times.entries()) {
        found.set(patterns.subarray(index * width, index * width + width).join(), often);
      }
      const plain = new Map<string, number>();
      for (let unit = 0; unit < rows.length; unit++) {
        const key = ratings.cells.map((cells) => cells[unit]).join();
        plain.set(key, (plain.get(key) ?? 0) + 1);
      }
      expect(found).toEqual(plain);
    }),
  );
});

const linearised: [string, (data: Ratings | Counts, options: IntervalOptions) => Agreement][] = [
  ['fleiss-kappa', fleissKappa],
  ['fleiss-kappa, linear', (data, options) => fleissKappa(data, { ...options, weights: 'linear' })],
  ['conger-kappa', congerKappa],
  ['conger-kappa, quadratic', (data, options) => congerKappa(data, { ...options, weights: 'quadratic' })],
  ['brennan-prediger, radical', (data, options) => brennanPrediger(data, { ...options, weights: 'radical' })],
  ['gwet-ac1', gwetAc1],
  ['gwet-ac2, ordinal', (data, options) => gwetAc2(data, { ...options, weights: 'ordinal' })],
];

test.each(linearised)(
  'of complete ratings, the standard error of %s is the spread of its value as single units count a little more',
  (_, measure) => {
    fc.assert(
      fc.property(many, (drawn) => {
        const rows = drawn.map((row) => row.map((one) => one ?? 'a'));
        const counts = countPatterns(ofRows(rows));
        const { value, se } = measure(counts, { interval: 'analytic' });
        fc.pre(value !== null && se !== null);
        const n = rows.length;
        fc.pre(n > 1);
        const step = 1e-5;
        const slope = (pattern: number): number => {
          const nudged = (by: number) => {
            const times = counts.times.slice();
            times[pattern] = (times[pattern] ?? 0) + by;
            return measure({ ...counts, times }, none).value ?? 0;
          };
          return (n * (nudged(step) - nudged(-step))) / (2 * step);
        };
        let squares = 0;
        for (const [pattern, times] of counts.times.entries()) squares += times * slope(pattern) ** 2;
        expect(Math.sqrt(squares / (n * (n - 1)))).toBeCloseTo(se ?? 0, 4);
      }),
      { numRuns: 40 },
    );
  },
);

test('measures of many raters are of two raters what theory says', () => {
  fc.assert(
    fc.property(complete, (rows) => {
      const data = ofRows(rows);
      const kappa = cohen(data);
      sameParts(congerKappa(data, none), kappa);
      sameParts(lightKappa(data, none), kappa);
      sameParts(scottPi(data, none), fleissKappa(data, none));
      same(holsti(data, none).value, percentAgreement(data, none).value);
    }),
  );
});

function sameParts(a: Agreement, b: Agreement): void {
  same(a.value, b.value);
  if (a.value === null) return;
  same(a.observed, b.observed);
  same(a.expected, b.expected);
}

test('PABAK is 2 po − 1', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('a', 'b')), { minLength: 1 }),
      (rows) => {
        const data = ofRows(rows, ['a', 'b']);
        same(pabak(data, none).value, 2 * (percentAgreement(data, none).value ?? 0) - 1);
      },
    ),
  );
});

test('a rater copied adds pairs that agree, and counts twice for chance in pi', () => {
  fc.assert(
    fc.property(complete, (rows) => {
      const twice = rows.map(([a, b]) => [a, b, b]);
      const before = percentAgreement(ofRows(rows), none).observed ?? 0;
      const after = fleissKappa(ofRows(twice), none);
      fc.pre(after.value !== null);
      same(after.observed, (2 * before + 1) / 3);
      const all = twice.flat();
      const share = (one: string) => all.filter((other) => other === one).length / all.length;
      same(after.expected, share('a') ** 2 + share('b') ** 2 + share('c') ** 2);
    }),
  );
});

const weighted: [string, (data: Ratings, options: ManyRatersOptions) => Agreement][] = [
  ['percent', percentAgreement],
  ['cohen-kappa', (data, { weights }) => cohenKappa(data, { ...none, weights })],
  ['scott-pi', scottPi],
  ['conger-kappa', congerKappa],
  ['fleiss-kappa', fleissKappa],
  ['brennan-prediger', brennanPrediger],
];

test.each(weighted)('%s weighted with a matrix of ones and zeros is unweighted', (_, measure) => {
  fc.assert(
    fc.property(complete, (rows) => {
      const data = ofRows(rows, ['a', 'b', 'c']);
      const identity = [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ];
      sameParts(measure(data, { ...none, weights: identity }), measure(data, none));
    }),
  );
});

test('AC2 with a matrix of ones and zeros is AC1', () => {
  fc.assert(
    fc.property(complete, (rows) => {
      const data = ofRows(rows, ['a', 'b']);
      const k = data.categories.length;
      const identity = Array.from({ length: k }, (_, i) =>
        Array.from({ length: k }, (__, j) => Number(i === j)),
      );
      sameParts(gwetAc2(data, { ...none, weights: identity }), gwetAc1(data, none));
    }),
  );
});

test('labels such as __proto__, the empty string, 0 and NA are categories like any other', () => {
  const labels = ['__proto__', '', '0', 'NA', 'constructor'];
  const ratings = encodeRatings(['ana', '__proto__'], [labels, labels]);
  expect(ratings.categories.toSorted()).toEqual(labels.toSorted());
  expect(cohen(ratings).value).toBe(1);
});

test('counts beyond 2³¹ are whole', () => {
  const counts = countPatterns(
    ofRows([
      ['a', 'a'],
      ['a', 'b'],
      ['b', 'b'],
    ]),
  );
  const times = Float64Array.from([2 ** 33, 2 ** 31, 2 ** 32]);
  const found = cohen({ ...counts, units: 2 ** 33 + 2 ** 31 + 2 ** 32, times });
  expect(found.n).toBe(15032385536);
  expect(found.table?.counts).toEqual([
    [2 ** 33, 2 ** 31],
    [0, 2 ** 32],
  ]);
  same(found.value, cohen({ ...counts, units: 7, times: Float64Array.from([4, 1, 2]) }).value);
});
