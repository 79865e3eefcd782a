import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consensus } from '../../src/statistics/consensus.ts';
import { named, oracle } from './oracle.ts';
import { twoEnds } from './weights.ts';

const cns = (levels: readonly number[]): number => consensus(levels) ?? Number.NaN;

describe('against others', () => {
  test.each(named(oracle.scales))('of $name is what R computes', ({ weights, consensus: expected }) => {
    if (expected === null) expect(consensus(weights)).toBeNull();
    else expect(Math.abs(cns(weights) - expected)).toBeLessThan(1e-12);
  });

  test('the example in the manual of agrmt 1.42.12, "consensus", to its seven digits', () => {
    expect(Math.abs(cns([30, 40, 210, 130, 530, 50, 10]) - 0.7256876)).toBeLessThan(5e-8);
  });
});

describe('what Tastle and Wierman (2007) ask of it', () => {
  test('all weight at one level is 1', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9 }),
        fc.nat({ max: 8 }),
        fc.integer({ min: 1, max: 10_000 }),
        (levels, at, n) => {
          const weights = Array.from({ length: levels }, (_, level) => (level === at % levels ? n : 0));
          expect(consensus(weights)).toBe(1);
        },
      ),
    );
  });

  test('half of the weight at each end is 0', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 10_000 }), (between, n) => {
        expect(consensus([n / 2, ...Array<number>(between).fill(0), n / 2])).toBe(0);
      }),
    );
  });

  test('it is lower, the further apart two equal halves stand', () => {
    const apart = [
      [1, 1, 0, 0, 0],
      [1, 0, 1, 0, 0],
      [1, 0, 0, 1, 0],
      [1, 0, 0, 0, 1],
    ].map(cns);
    expect(apart).toEqual(apart.toSorted((a, b) => b - a));
    expect(new Set(apart).size).toBe(4);
  });
});

describe('for any weights', () => {
  test('it is a number from 0 to 1, and never -0', () => {
    fc.assert(
      fc.property(twoEnds, (levels) => {
        const value = cns(levels);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(value).not.toBe(-0);
      }),
    );
  });

  test('turning the scale round changes nothing', () => {
    fc.assert(
      fc.property(twoEnds, (levels) => {
        expect(cns(levels.toReversed())).toBeCloseTo(cns(levels), 12);
      }),
    );
  });

  test('only shares matter, not how many people there are', () => {
    fc.assert(
      fc.property(twoEnds, fc.integer({ min: 2, max: 1000 }), (levels, times) => {
        expect(cns(levels.map((w) => w * times))).toBeCloseTo(cns(levels), 12);
        expect(cns(levels.map((w) => w / times))).toBeCloseTo(cns(levels), 12);
      }),
    );
  });
});

test('there is none without weight, or where the scale has no two levels', () => {
  expect(consensus([])).toBeNull();
  expect(consensus([5])).toBeNull();
  expect(consensus([0, 0, 0])).toBeNull();
});
