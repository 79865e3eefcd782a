import { expect, test } from 'vitest';
import { fromState, randomNumbers, splitMix64 } from '../../src/statistics/random.ts';

test('SplitMix64 gives what splitmix64.c gives from 1234567', () => {
  const next = splitMix64(1234567n);
  expect(Array.from({ length: 5 }, next)).toEqual([
    6457827717110365317n,
    3203168211198807973n,
    9817491932198370423n,
    4593380528125082431n,
    16408922859458223821n,
  ]);
});

test('xoshiro128** gives what xoshiro128starstar.c, version 1.1, gives from the state 1, 2, 3, 4', () => {
  const { next } = fromState([1, 2, 3, 4]);
  expect(Array.from({ length: 10 }, next)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

test('below gives every number about equally often, and nothing else', () => {
  const random = randomNumbers(7);
  const counts = new Map<number, number>();
  for (let draw = 0; draw < 60_000; draw += 1) {
    const number = random.below(6);
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  // Chi square with 5 degrees of freedom: beyond 25 once in 7,000 seeds.
  const chi = [...counts.values()].reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  expect(chi).toBeLessThan(25);
});

test('uniform numbers are at least 0 and below 1, with a mean near one half', () => {
  const random = randomNumbers(1);
  const numbers = Array.from({ length: 20_000 }, () => random.uniform());
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  expect(numbers.reduce((sum, one) => sum + one, 0) / numbers.length).toBeCloseTo(0.5, 2);
});

test('seeds that are no whole numbers, and limits of nothing, are refused', () => {
  expect(() => randomNumbers(1.5)).toThrow(RangeError);
  expect(() => randomNumbers(-1)).toThrow(RangeError);
  expect(() => randomNumbers(1).below(0)).toThrow(RangeError);
});
