import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ordinalMedian } from '../../src/statistics/ordinal-median.ts';
import { ordinalQuantile } from '../../src/statistics/ordinal-quantile.ts';
import { quantileOfCounts } from '../../src/statistics/quantile-of-counts.ts';
import { expectSame, references } from './references.ts';
import { sum, weights } from './weights.ts';

interface Reference {
  values: number[];
  counts: number[];
  p: number;
  value: number;
  low?: number;
  high?: number;
}

test.each(references<Reference>('quantile'))(
  "at $p of $values, $counts times, both are R's quantile",
  ({ values, counts, p, value, low, high }) => {
    expectSame(quantileOfCounts(values, counts, p), value);
    if (low !== undefined) expect(ordinalQuantile(counts, p)).toEqual({ low, high });
  },
);

const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });

test('a quantile of levels has at most its share below it, and at most the rest above', () => {
  fc.assert(
    fc.property(weights, share, (levels, p) => {
      const { low, high } = ordinalQuantile(levels, p) ?? { low: -1, high: -1 };
      const slack = 1e-8 * sum(levels);
      expect(levels[low]).toBeGreaterThan(0);
      expect(levels[high]).toBeGreaterThan(0);
      expect(low).toBeLessThanOrEqual(high);
      for (const at of [low, high]) {
        expect(sum(levels.slice(0, at))).toBeLessThanOrEqual(p * sum(levels) + slack);
        expect(sum(levels.slice(at + 1))).toBeLessThanOrEqual((1 - p) * sum(levels) + slack);
      }
    }),
  );
});

test('a higher quantile is no lower level, and the half is the median', () => {
  fc.assert(
    fc.property(weights, share, share, (levels, a, b) => {
      const lower = ordinalQuantile(levels, Math.min(a, b));
      const higher = ordinalQuantile(levels, Math.max(a, b));
      expect(lower?.low).toBeLessThanOrEqual(higher?.low ?? -1);
      expect(lower?.high).toBeLessThanOrEqual(higher?.high ?? -1);
      expect(ordinalQuantile(levels, 0.5)).toEqual(ordinalMedian(levels));
    }),
  );
});

test('a quantile of numbers moves with them', () => {
  const counts = fc.array(fc.nat({ max: 9 }), { minLength: 5, maxLength: 5 }).filter((c) => c.some(Boolean));
  fc.assert(
    fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), (counts, p) => {
      const values = [1, 2, 3, 4, 5];
      const found = quantileOfCounts(values, counts, p) ?? Number.NaN;
      const moved = quantileOfCounts(
        values.map((value) => 10 - 2 * value).toReversed(),
        counts.toReversed(),
        1 - p,
      );
      expect(moved).toBeCloseTo(10 - 2 * found, 9);
    }),
  );
});

test('there is none of nothing, and none beyond the ends', () => {
  expect(quantileOfCounts([1, 2], [0, 0], 0.5)).toBeNull();
  expect(quantileOfCounts([], [], 0.5)).toBeNull();
  expect(ordinalQuantile([0, 0], 0.25)).toBeNull();
  expect(() => quantileOfCounts([1], [1], 1.1)).toThrow(RangeError);
  expect(() => ordinalQuantile([1], 0)).toThrow(RangeError);
});
