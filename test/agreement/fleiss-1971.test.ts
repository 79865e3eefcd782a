import { expect, test } from 'vitest';
import { fleissKappa } from '../../src/agreement/fleiss-kappa.ts';
import { percentAgreement } from '../../src/agreement/percent.ts';
import { ofRows } from './data.ts';

// Fleiss (1971), Measuring nominal scale agreement among many raters, Psychological Bulletin 76(5): 30
// patients, six psychiatrists each (Table 1, page 379). Which of them gave which diagnosis is not in
// the paper and does not matter; 1 depression, 2 personality disorder, 3 schizophrenia, 4 neurosis, 5 other.
const patients = [
  ['444444', '222555', '233335', '555555', '222444', '113333', '333355', '113334', '114444', '555555'],
  ['144444', '124444', '222333', '144444', '224445', '333335', '111455', '111112', '224444', '133555'],
  ['555555', '244444', '224555', '114444', '144445', '222224', '111155', '224444', '133333', '555555'],
].flatMap((ten) => ten.map((diagnoses) => [...diagnoses]));

test('page 380: .5556 observed, .2201 by chance, kappa .430', () => {
  const found = fleissKappa(ofRows(patients));
  expect(found.n).toBe(30);
  expect(found.observed).toBeCloseTo(0.5556, 4);
  // The paper squares shares rounded to three digits; unrounded it is .2199.
  expect(found.expected).toBeCloseTo(0.22, 3);
  expect(found.value).toBeCloseTo(0.43, 3);
});

test('observed agreement is percent agreement of pairs of raters', () => {
  expect(percentAgreement(ofRows(patients)).value).toBeCloseTo(0.5556, 4);
});

// Gwet's generalisation by hand: units aab, ab. and b.. of three raters. Agreement is compared on the
// first two, (1/3 + 0) / 2; shares are (2/3 + 1/2 + 0) / 3 = 7/18 and 11/18.
test('with ratings missing, pairwise takes shares of categories from every unit that somebody rated', () => {
  const rows = [
    ['a', 'a', 'b'],
    ['a', 'b', null],
    ['b', null, null],
  ];
  const found = fleissKappa(ofRows(rows));
  expect(found.observed).toBeCloseTo(1 / 6, 12);
  expect(found.expected).toBeCloseTo((7 ** 2 + 11 ** 2) / 18 ** 2, 12);
  expect([found.n, found.omitted]).toEqual([2, 1]);
  expect(found.missing).toMatch(/^pairwise \(Gwet 2014\)/);
  const listwise = fleissKappa(ofRows(rows), { missing: 'listwise' });
  expect([listwise.n, listwise.omitted]).toEqual([1, 2]);
  expect(listwise.expected).toBeCloseTo(5 / 9, 12);
});
