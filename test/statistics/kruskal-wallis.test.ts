import fc from 'fast-check';
import { expect, test } from 'vitest';
import { epsilonSquared } from '../../src/statistics/epsilon-squared.ts';
import { kruskalWallis } from '../../src/statistics/kruskal-wallis.ts';
import { mannWhitney } from '../../src/statistics/mann-whitney.ts';
import { groupCounts, twoGroups } from './group-counts.ts';
import { expectSame, references, there } from './references.ts';

interface Reference {
  counts: number[][];
  h: number;
  df: number;
  p: number;
  epsilon2: number;
}

test.each(references<Reference>('Kruskal-Wallis'))(
  "of $counts is R's kruskal.test, and its effect size that of effectsize",
  ({ counts, h, df, p, epsilon2 }) => {
    const found = there(kruskalWallis(counts));
    expectSame(found.h, h);
    expect(found.df).toBe(df);
    expectSame(found.p, p);
    expectSame(epsilonSquared(found.h, found.n), epsilon2);
  },
);

test('with two groups it is the square of the uncorrected z of Mann and Whitney, and has its p', () => {
  fc.assert(
    fc.property(twoGroups, (groups) => {
      const { h, p } = there(kruskalWallis(groups));
      const { uncorrected } = there(mannWhitney(...groups));
      expect(h).toBeCloseTo(uncorrected.z ** 2, 9);
      expect(p).toBeCloseTo(uncorrected.p, 9);
    }),
  );
});

test('neither the order of groups nor the direction of the scale matters, and epsilon squared is from 0 to 1', () => {
  fc.assert(
    fc.property(groupCounts({ min: 2, max: 5 }), (groups) => {
      const { h, n } = there(kruskalWallis(groups));
      expect(there(kruskalWallis(groups.toReversed())).h).toBeCloseTo(h, 9);
      expect(there(kruskalWallis(groups.map((group) => group.toReversed()))).h).toBeCloseTo(h, 9);
      expect(epsilonSquared(h, n)).toBeGreaterThanOrEqual(0);
      expect(epsilonSquared(h, n)).toBeLessThanOrEqual(1);
    }),
  );
});

test('a group without answers does not count', () => {
  const groups = [
    [3, 5, 2],
    [6, 1, 4],
    [2, 2, 9],
  ];
  const found = there(kruskalWallis([...groups, [0, 0, 0]]));
  expect(found).toEqual(there(kruskalWallis(groups)));
  expect([found.groups, found.df]).toEqual([3, 2]);
});

test('with one group, or all answers the same, there is no test, and it says why', () => {
  expect(kruskalWallis([[1, 2]])).toEqual({ reason: 'fewer than two groups have answers' });
  expect(kruskalWallis([])).toEqual({ reason: 'fewer than two groups have answers' });
  expect(
    kruskalWallis([
      [0, 3],
      [0, 1],
    ]),
  ).toEqual({ reason: 'all answers are the same' });
});
