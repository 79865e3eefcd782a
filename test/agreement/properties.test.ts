import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { type Counts, countPatterns, pairCounts } from '../../src/agreement/counts.ts';
import { fleissKappa } from '../../src/agreement/fleiss-kappa.ts';
import { krippendorffAlpha } from '../../src/agreement/krippendorff-alpha.ts';
import { pairwise } from '../../src/agreement/pairwise.ts';
import { percentAgreement } from '../../src/agreement/percent.ts';
import { encodeRatings, type Ratings } from '../../src/agreement/ratings.ts';
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
];
const cohen: Measure = (data) => cohenKappa(data, none);

function same(a: number | null | undefined, b: number | null | undefined): void {
  if (typeof a !== 'number' || typeof b !== 'number') expect(a).toBe(b);
  else expect(Math.abs(a - b)).toBeLessThan(1e-10);
}

function sameResult(a: Agreement, b: Agreement): void {
  for (const key of ['value', 'observed', 'expected', 'n', 'se'] as const) same(a[key], b[key]);
}

const check = (rows: fc.Arbitrary<Row[]>, law: (rows: Row[], measure: Measure) => void): void => {
  const measures = rows === pair ? [...nominal, ['cohen', cohen] as const] : nominal;
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
    check(rows, (drawn, measure) =>
      sameResult(measure(ofRows(drawn)), measure(ofRows(drawn, ['never', 'used']))),
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

test("of complete ratings, the standard error of Fleiss' kappa is the spread of its value as single units count a little more", () => {
  fc.assert(
    fc.property(many, (drawn) => {
      const rows = drawn.map((row) => row.map((one) => one ?? 'a'));
      const counts = countPatterns(ofRows(rows));
      const { value: kappa, se } = fleissKappa(counts, { interval: 'analytic' });
      fc.pre(kappa !== null && se !== null);
      const n = rows.length;
      fc.pre(n > 1);
      const step = 1e-5;
      const slope = (pattern: number): number => {
        const nudged = (by: number) => {
          const times = counts.times.slice();
          times[pattern] = (times[pattern] ?? 0) + by;
          return fleissKappa({ ...counts, times }, none).value ?? 0;
        };
        return (n * (nudged(step) - nudged(-step))) / (2 * step);
      };
      let squares = 0;
      for (const [pattern, times] of counts.times.entries()) squares += times * slope(pattern) ** 2;
      expect(Math.sqrt(squares / (n * (n - 1)))).toBeCloseTo(se ?? 0, 4);
    }),
    { numRuns: 60 },
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
