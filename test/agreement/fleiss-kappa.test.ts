import { expect, test } from 'vitest';
import { fleissKappa } from '../../src/agreement/fleiss-kappa.ts';
import { percentAgreement } from '../../src/agreement/percent.ts';
import { ofRows, ofWords } from './data.ts';

// By hand: units aab, ab. and b.. of three raters.
const rows = [
  ['a', 'a', 'b'],
  ['a', 'b', null],
  ['b', null, null],
];

test('with ratings missing, pairwise takes shares of categories from every unit that somebody rated', () => {
  const found = fleissKappa(ofRows(rows));
  // Agreement is compared on the first two, (1/3 + 0) / 2; shares are (2/3 + 1/2 + 0) / 3 = 7/18 and 11/18.
  expect(found.observed).toBeCloseTo(1 / 6, 12);
  expect(found.expected).toBeCloseTo((7 ** 2 + 11 ** 2) / 18 ** 2, 12);
  expect([found.n, found.omitted]).toEqual([2, 1]);
  expect(found.missing).toMatch(/^pairwise \(Gwet 2014\)/);
});

test('listwise takes both from the units that all rated', () => {
  const found = fleissKappa(ofRows(rows), { missing: 'listwise' });
  expect([found.n, found.omitted]).toEqual([1, 2]);
  expect(found.observed).toBeCloseTo(1 / 3, 12);
  expect(found.expected).toBeCloseTo(5 / 9, 12);
});

test('the standard error of percent agreement is that of a mean over the units compared', () => {
  const found = percentAgreement(ofRows(rows), { interval: 'analytic' });
  // Shares 1/3 and 0 of two units: their mean has the standard error |1/3 − 0| / 2.
  expect(found.se).toBeCloseTo(1 / 6, 12);
});

test('of one unit there is no standard error of a mean', () => {
  expect(percentAgreement(ofWords('a', 'b'), { interval: 'analytic' }).se).toBeNull();
  expect(fleissKappa(ofWords('a', 'b'), { interval: 'analytic' }).se).toBeNull();
});
