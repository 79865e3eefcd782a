import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilsonInterval } from '../../src/statistics/wilson-interval.ts';
import { expectSame, references, there } from './references.ts';

interface Reference {
  count: number;
  n: number;
  level: number;
  low: number;
  high: number;
}

test.each(references<Reference>('wilson'))("$count of $n at $level is R's prop.test", (expected) => {
  const found = there(wilsonInterval(expected.count, expected.n, expected.level));
  expectSame(found.low, expected.low);
  expectSame(found.high, expected.high);
  expect(found.level).toBe(expected.level);
});

const share = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

test('it lies within 0 and 1, holds the share, and has a width', () => {
  fc.assert(
    fc.property(share, fc.double({ min: 0.5, max: 0.999, noNaN: true }), ([count, n], level) => {
      const { low, high } = there(wilsonInterval(count, n, level));
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(count / n);
      expect(high).toBeGreaterThanOrEqual(count / n);
      expect(high).toBeGreaterThan(low);
    }),
  );
});

test('of those who did not choose, it is the same the other way round', () => {
  fc.assert(
    fc.property(share, ([count, n]) => {
      const [chose, not] = [there(wilsonInterval(count, n)), there(wilsonInterval(n - count, n))];
      expect(not.low).toBeCloseTo(1 - chose.high, 12);
      expect(not.high).toBeCloseTo(1 - chose.low, 12);
    }),
  );
});

test('nobody, or everybody, gives an end of exactly 0, or 1', () => {
  expect(wilsonInterval(0, 25)?.low).toBe(0);
  expect(wilsonInterval(25, 25)?.high).toBe(1);
});

test('there is none of nobody, and no share below 0 or of more than there are', () => {
  expect(wilsonInterval(0, 0)).toBeNull();
  expect(() => wilsonInterval(3, 2)).toThrow('3 of 2 is no share');
  expect(() => wilsonInterval(-1, 2)).toThrow(RangeError);
  expect(() => wilsonInterval(Number.NaN, 2)).toThrow(RangeError);
});
