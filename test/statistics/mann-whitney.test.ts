import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mannWhitney } from '../../src/statistics/mann-whitney.ts';
import { twoGroups } from './group-counts.ts';
import { expectSame, references, there } from './references.ts';

interface Reference {
  first: number[];
  second: number[];
  u: number;
  p: number;
  uncorrected: number;
}

test.each(references<Reference>('Mann-Whitney'))(
  "$first against $second is R's wilcox.test",
  ({ first, second, u, p, uncorrected }) => {
    const found = there(mannWhitney(first, second));
    expectSame(found.u, u);
    expectSame(found.p, p);
    expectSame(found.uncorrected.p, uncorrected);
  },
);

test('exchanging the groups turns its sign round and leaves p', () => {
  fc.assert(
    fc.property(twoGroups, ([first, second]) => {
      const [one, other] = [there(mannWhitney(first, second)), there(mannWhitney(second, first))];
      expect(one.u + other.u).toBeCloseTo(one.n[0] * one.n[1], 9);
      expect(one.z).toBeCloseTo(-other.z, 12);
      expect(one.p).toBeCloseTo(other.p, 12);
      expect(one.p).toBeGreaterThanOrEqual(one.uncorrected.p);
    }),
  );
});

test('the sign of z says which group stands higher', () => {
  expect(there(mannWhitney([0, 1, 9], [9, 1, 0])).z).toBeGreaterThan(0);
  expect(there(mannWhitney([9, 1, 0], [0, 1, 9])).z).toBeLessThan(0);
});

test('without answers, or with all answers the same, there is no test, and it says why', () => {
  expect(mannWhitney([0, 0], [3, 4])).toEqual({ reason: 'a group has no answers' });
  expect(mannWhitney([0, 3], [0, 4])).toEqual({ reason: 'all answers are the same' });
  expect(() => mannWhitney([1], [1, 2])).toThrow('one scale');
});
