import { expect, test } from 'vitest';
import { fleissKappa } from '../../src/agreement/fleiss-kappa.ts';
import { krippendorffAlpha } from '../../src/agreement/krippendorff-alpha.ts';
import { measures } from '../../src/agreement/measures.ts';
import { percentAgreement } from '../../src/agreement/percent.ts';
import { ofWords } from './data.ts';

const names = ['percent', 'cohen-kappa', 'fleiss-kappa', 'krippendorff-alpha'] as const;
const many = ['percent', 'fleiss-kappa', 'krippendorff-alpha'] as const;

test.each(names)('%s of two raters shows their table, prevalence, bias and specific agreement', (name) => {
  // The first rater finds b three times, the second twice, both of them once; units that one did not rate are out.
  const found = measures[name].compute(ofWords('bbbaaa.', 'baabaab'));
  expect(found.table).toEqual({
    categories: ['a', 'b'],
    counts: [
      [2, 1],
      [2, 1],
    ],
  });
  expect(found.prevalence).toBeCloseTo(-1 / 6, 12);
  expect(found.bias).toBeCloseTo(1 / 6, 12);
  expect(found.positive).toBeCloseTo(2 / 5, 12);
  expect(found.negative).toBeCloseTo(4 / 7, 12);
});

test.each(many)('%s of three raters has none of them', (name) => {
  const found = measures[name].compute(ofWords('bbbaaa', 'baabaa', 'ababab'));
  for (const key of ['table', 'prevalence', 'bias', 'positive', 'negative'])
    expect(found).not.toHaveProperty(key);
});

test.each(names)('%s says why there is nothing to compare', (name) => {
  const reason = (...words: string[]) => measures[name].compute(ofWords(...words)).reason;
  expect(reason('abab')).toBe('agreement needs two raters, there is one');
  expect(reason('', '')).toBe('there are no units');
  expect(reason('ab..', '..ab')).toBe('no unit was rated by both raters');
});

test.each(many)('%s says so of more raters too', (name) => {
  const found = measures[name].compute(ofWords('a..', '.b.', '..a'));
  expect([found.value, found.reason]).toEqual([null, 'no unit was rated by enough raters']);
  expect([found.n, found.omitted]).toEqual([0, 3]);
});

test('the reason names the category that is all there is, whichever it is', () => {
  const data = ofWords('bbb.', 'bbba');
  expect(fleissKappa(ofWords('bbb', 'bbb')).reason).toMatch(/^every rating is "b", /);
  expect(krippendorffAlpha(data).reason).toMatch(/^every pairable value is "b", /);
  expect(krippendorffAlpha(data).warnings).toEqual([]);
  // A single rating counts for chance with Fleiss' kappa, and is not pairable.
  expect(fleissKappa(data).value).not.toBeNull();
});

test('a value comes without a reason', () => {
  for (const name of names) expect(measures[name].compute(ofWords('aabb', 'abbb')).reason).toBeNull();
});

test('how missing ratings were treated is told', () => {
  const data = ofWords('aab', 'abb', '.ab');
  expect(percentAgreement(data).missing).toBe('pairwise (Gwet 2014): units with two ratings or more');
  expect(percentAgreement(data, { missing: 'listwise' }).missing).toBe(
    'listwise: units that all raters rated',
  );
  expect(fleissKappa(data, { missing: 'listwise' }).missing).toBe('listwise: units that all raters rated');
  expect(krippendorffAlpha(data).missing).toBe('pairable values: units with two ratings or more');
});

test('of one unit there is no standard error of a mean', () => {
  expect(percentAgreement(ofWords('a', 'b'), { interval: 'analytic' }).se).toBeNull();
  expect(fleissKappa(ofWords('a', 'b'), { interval: 'analytic' }).se).toBeNull();
});
