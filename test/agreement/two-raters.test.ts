import { expect, test } from 'vitest';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { measures } from '../../src/agreement/measures.ts';
import { encodeRatings } from '../../src/agreement/ratings.ts';
import { ofTable, ofWords } from './data.ts';

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

test('three categories have neither prevalence nor positive agreement', () => {
  for (const name of names) {
    const found = measures[name].compute(ofWords('abcabc', 'abccba'));
    expect(found.table?.categories).toEqual(['a', 'b', 'c']);
    for (const key of ['prevalence', 'bias', 'positive', 'negative']) expect(found).not.toHaveProperty(key);
  }
});

test('a table is shown up to thirty categories', () => {
  const labels = (many: number) => Array.from({ length: many }, (_, index) => String(index));
  const compute = (many: number) => cohenKappa(encodeRatings(['ana', 'ben'], [labels(many), labels(many)]));
  expect(compute(30).table?.counts).toHaveLength(30);
  expect(compute(31)).not.toHaveProperty('table');
});

test('specific agreement on a category that nobody used does not exist', () => {
  const found = cohenKappa(
    ofTable([
      [0, 0],
      [0, 9],
    ]),
  );
  expect([found.positive, found.negative]).toEqual([1, null]);
});
