import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cliffsDelta } from '../../src/statistics/cliffs-delta.ts';
import { mannWhitney } from '../../src/statistics/mann-whitney.ts';
import { twoGroups } from './group-counts.ts';
import { expectSame, references, there } from './references.ts';

interface Reference {
  first: number[];
  second: number[];
  delta: number;
  variance?: number;
  low?: number;
  high?: number;
}

test.each(references<Reference>('Cliff'))(
  'of $first against $second is what the matrix of all pairs gives in R',
  ({ first, second, delta, variance, low, high }) => {
    const found = there(cliffsDelta(first, second));
    expectSame(found.delta, delta);
    if (variance === undefined || low === undefined || high === undefined) return;
    expectSame(found.variance, variance);
    expectSame(found.interval?.low, low);
    expectSame(found.interval?.high, high);
  },
);

test('the example in the source of effsize 0.8.1: -0.25', () => {
  // 10 10 20 20 20 30 30 30 40 50 against 10 20 30 40 40 50
  expect(cliffsDelta([2, 3, 3, 1, 1], [1, 1, 1, 2, 1])?.delta).toBeCloseTo(-0.25, 14);
});

test('exchanging the groups turns it round, with its interval, which holds it and lies within -1 and 1', () => {
  fc.assert(
    fc.property(twoGroups, ([first, second]) => {
      const [one, other] = [there(cliffsDelta(first, second)), there(cliffsDelta(second, first))];
      expect(one.delta + other.delta).toBeCloseTo(0, 12);
      const [low, high] = [one.interval?.low ?? 9, one.interval?.high ?? -9];
      expect(low).toBeCloseTo(-(other.interval?.high ?? 9), 10);
      expect(low).toBeGreaterThanOrEqual(-1);
      expect(low).toBeLessThanOrEqual(one.delta + 1e-12);
      expect(high).toBeGreaterThanOrEqual(one.delta - 1e-12);
      expect(high).toBeLessThanOrEqual(1);
    }),
  );
});

test("it is 2U / n1 n2 - 1 of Mann and Whitney's U", () => {
  fc.assert(
    fc.property(twoGroups, ([first, second]) => {
      const { u, n } = there(mannWhitney(first, second));
      expect(cliffsDelta(first, second)?.delta).toBeCloseTo((2 * u) / (n[0] * n[1]) - 1, 12);
    }),
  );
});

test('groups that stand apart have an interval that ends at 1 and is narrower, the more answers there are', () => {
  const few = there(cliffsDelta([0, 0, 5], [4, 3, 0]));
  const many = there(cliffsDelta([0, 0, 500], [400, 300, 0]));
  expect([few.delta, few.interval?.high]).toEqual([1, 1]);
  expect(few.interval?.low).toBeLessThan(many.interval?.low ?? 0);
  expect(few.interval?.low).toBeGreaterThan(-1);
});

test('one answer in a group has no interval, no answer has no delta', () => {
  expect(cliffsDelta([0, 1], [3, 0])).toEqual({ delta: 1, variance: null, interval: null });
  expect(cliffsDelta([0, 4], [0, 5])).toEqual({ delta: 0, variance: null, interval: null });
  expect(cliffsDelta([0, 0], [3, 0])).toBeNull();
});
