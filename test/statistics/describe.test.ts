import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { describe } from '../../src/statistics/describe.ts';
import { named, oracle } from './oracle.ts';

const names = ['sum', 'mean', 'median', 'min', 'max'] as const;

/** A relative difference where the numbers are large. */
function expectNear(actual: number | null, expected: number, within = 1e-12): void {
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(
    within * Math.max(1, Math.abs(expected)),
  );
}

test.each(named(oracle.columns))('$name is described as R does', (column) => {
  const found = describe(column.values);
  expect(found.n).toBe(column.values.length);
  for (const name of names) expectNear(found[name], column[name]);
});

test('a column without numbers has no mean, but a count and a sum', () => {
  expect(describe([])).toEqual({ n: 0, sum: 0, mean: null, median: null, min: null, max: null });
});

group('for any numbers', () => {
  const numbers = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 30 });

  test('mean and median lie between the least and the greatest', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const { min, max, mean, median } = describe(values);
        const least = Math.min(...values);
        const greatest = Math.max(...values);
        // Two zeros are one number here, whatever their signs.
        expect(min === least && max === greatest).toBe(true);
        for (const middle of [mean, median]) {
          expect(middle).toBeGreaterThanOrEqual(least - 1e-9);
          expect(middle).toBeLessThanOrEqual(greatest + 1e-9);
        }
      }),
    );
  });

  test('their order does not matter', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const [one, other] = [describe(values), describe(values.toReversed())];
        for (const name of names) expectNear(other[name], one[name] ?? Number.NaN, 1e-8);
      }),
    );
  });

  test('half of them are at most the median, and half at least', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const median = describe(values).median ?? Number.NaN;
        expect(values.filter((value) => value <= median).length).toBeGreaterThanOrEqual(values.length / 2);
        expect(values.filter((value) => value >= median).length).toBeGreaterThanOrEqual(values.length / 2);
      }),
    );
  });

  test('none of the results is NaN', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        expect(Object.values(describe(values))).not.toContain(Number.NaN);
      }),
    );
  });
});
