import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ordinalMedian } from '../../src/statistics/ordinal-median.ts';
import { named, oracle } from './oracle.ts';
import { sum, weights } from './weights.ts';

const median = (levels: readonly number[]): { low: number; high: number } => {
  const found = ordinalMedian(levels);
  if (!found) throw new Error(`no median of ${levels.join(' ')}`);
  return found;
};

test.each(named(oracle.scales))(
  '$name has the median that R finds',
  ({ weights: levels, median: expected }) => {
    expect(ordinalMedian(levels)).toEqual(expected);
  },
);

describe('for any weights', () => {
  test('both levels are on the scale, in order, and somebody stands there', () => {
    fc.assert(
      fc.property(weights, (levels) => {
        const { low, high } = median(levels);
        expect(low).toBeLessThanOrEqual(high);
        expect(levels[low]).toBeGreaterThan(0);
        expect(levels[high]).toBeGreaterThan(0);
        expect(Object.is(low, -0) || Object.is(high, -0)).toBe(false);
      }),
    );
  });

  test('no more than half of the weight lies below it, nor above it', () => {
    fc.assert(
      fc.property(weights, (levels) => {
        const { low, high } = median(levels);
        const half = sum(levels) / 2 + 1e-8;
        expect(sum(levels.slice(0, low))).toBeLessThanOrEqual(half);
        expect(sum(levels.slice(low + 1))).toBeLessThanOrEqual(half);
        expect(sum(levels.slice(0, high))).toBeLessThanOrEqual(half);
        expect(sum(levels.slice(high + 1))).toBeLessThanOrEqual(half);
      }),
    );
  });

  test('two levels only where half of the weight lies on each side, and nothing between', () => {
    fc.assert(
      fc.property(weights, (levels) => {
        const { low, high } = median(levels);
        if (low === high) return;
        expect(sum(levels.slice(low + 1, high))).toBe(0);
        expect(sum(levels.slice(0, low + 1))).toBeCloseTo(sum(levels) / 2, 6);
      }),
    );
  });

  test('turning the scale round turns it round', () => {
    fc.assert(
      fc.property(weights, (levels) => {
        const { low, high } = median(levels);
        const last = levels.length - 1;
        expect(median(levels.toReversed())).toEqual({ low: last - high, high: last - low });
      }),
    );
  });

  test('only shares matter, not how many people there are', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 2, max: 1000 }), (levels, times) => {
        expect(median(levels.map((w) => w * times))).toEqual(median(levels));
      }),
    );
  });

  test('more weight at the median does not move it', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 1000 }), (levels, more) => {
        for (const at of Object.values(median(levels))) {
          expect(median(levels.with(at, (levels[at] ?? 0) + more))).toEqual({ low: at, high: at });
        }
      }),
    );
  });

  test('levels without weight at the ends change nothing but the count', () => {
    fc.assert(
      fc.property(weights, fc.nat({ max: 3 }), (levels, empty) => {
        const none = Array<number>(empty).fill(0);
        const { low, high } = median(levels);
        expect(median([...none, ...levels, ...none])).toEqual({ low: low + empty, high: high + empty });
      }),
    );
  });
});

test('there is none without weight', () => {
  expect(ordinalMedian([])).toBeNull();
  expect(ordinalMedian([0, 0, 0])).toBeNull();
});
