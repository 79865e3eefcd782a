import { expect, test } from 'vitest';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { ofTable } from './data.ts';

// Cohen (1960), A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20(1).

test('page 45: 200 cases, .70 observed, .41 by chance, kappa .492', () => {
  const found = cohenKappa(
    ofTable([
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ]),
  );
  expect(found.n).toBe(200);
  expect(found.observed).toBe(0.7);
  expect(found.expected).toBeCloseTo(0.41, 12);
  expect(found.value).toBeCloseTo(0.492, 3);
});

test('page 37: .29 observed is less than .35 by chance', () => {
  const found = cohenKappa(
    ofTable([
      [25, 12, 3],
      [13, 2, 15],
      [12, 16, 2],
    ]),
  );
  expect(found.observed).toBeCloseTo(0.29, 12);
  expect(found.expected).toBeCloseTo(0.35, 12);
  expect(found.value).toBeLessThan(0);
});
