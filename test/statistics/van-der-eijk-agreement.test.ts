import fc from 'fast-check';
import { expect, test } from 'vitest';
import { vanDerEijkAgreement } from '../../src/statistics/van-der-eijk-agreement.ts';
import { expectSame, references } from './references.ts';
import { weights } from './weights.ts';

const a = (levels: readonly number[]): number => vanDerEijkAgreement(levels) ?? Number.NaN;
const scales = weights.filter((levels) => levels.length > 2);

test.each(references<{ counts: number[]; value: number }>('van der Eijk'))(
  'of $counts is what its layers, taken apart in R, give',
  ({ counts, value }) => {
    expectSame(a(counts), value);
  },
);

test('the example in the manual of agrmt 1.42.12, "agreement", to its seven digits', () => {
  expect(Math.abs(a([30, 40, 210, 130, 530, 50, 10]) - 0.6113333)).toBeLessThan(5e-8);
});

test('1 at one level, 0 where all are as frequent, -1 with half at each end', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 9 }),
      fc.nat({ max: 8 }),
      fc.integer({ min: 1, max: 9999 }),
      (k, at, n) => {
        const levels = Array.from({ length: k }, (_, level) => level);
        expect(a(levels.map((level) => (level === at % k ? n : 0)))).toBe(1);
        expect(a(levels.map(() => n))).toBeCloseTo(0, 12);
        expect(a(levels.map((level) => (level === 0 || level === k - 1 ? n : 0)))).toBeCloseTo(-1, 12);
      },
    ),
  );
});

test('turning the scale round, or asking more people of the same mind, changes nothing', () => {
  fc.assert(
    fc.property(scales, fc.integer({ min: 2, max: 1000 }), (levels, times) => {
      expect(a(levels)).toBeGreaterThanOrEqual(-1);
      expect(a(levels)).toBeLessThanOrEqual(1);
      expect(a(levels.toReversed())).toBeCloseTo(a(levels), 10);
      expect(a(levels.map((weight) => weight * times))).toBeCloseTo(a(levels), 10);
    }),
  );
});

test('there is none without weight, or with fewer than three levels', () => {
  expect(vanDerEijkAgreement([0, 0, 0])).toBeNull();
  expect(vanDerEijkAgreement([3, 4])).toBeNull();
});
