import { expect, test } from 'vitest';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { fleissKappa } from '../../src/agreement/fleiss-kappa.ts';
import { ofTable } from './data.ts';

// Artstein and Poesio (2008), Inter-coder agreement for computational linguistics, Computational
// Linguistics 34(4), 555–596.

test('the first example, two categories: .348 for kappa, .341 for pi', () => {
  const counts = ofTable([
    [20, 10],
    [20, 50],
  ]);
  const kappa = cohenKappa(counts);
  expect(kappa.expected).toBeCloseTo(0.54, 3);
  expect(kappa.value).toBeCloseTo(0.348, 3);
  const pi = fleissKappa(counts);
  expect(pi.expected).toBeCloseTo(0.545, 3);
  expect(pi.value).toBeCloseTo(0.341, 3);
  // Printed in the same section: agreement specific to STAT .571 and to IReq .769.
  expect(kappa.negative).toBeCloseTo(0.571, 3);
  expect(kappa.positive).toBeCloseTo(0.769, 3);
});

test('the second, three categories: .8013 for kappa, .7995 for pi', () => {
  const counts = ofTable([
    [46, 0, 0],
    [6, 32, 6],
    [0, 0, 10],
  ]);
  expect(cohenKappa(counts).value).toBeCloseTo(0.8013, 3);
  expect(fleissKappa(counts).value).toBeCloseTo(0.7995, 4);
});
