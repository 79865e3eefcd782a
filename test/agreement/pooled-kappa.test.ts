import { expect, test } from 'vitest';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { percentAgreement } from '../../src/agreement/percent.ts';
import { meanKappa, pooledKappa } from '../../src/agreement/pooled-kappa.ts';
import { encodeRatings } from '../../src/agreement/ratings.ts';
import { ofTable } from './data.ts';

// The definition of De Vries, Elliott, Kanouse and Teleki (2008), worked by hand; a second computation in
// exact fractions is among the references.
const tables: Record<string, number[][]> = {
  often: [
    [40, 10],
    [10, 40],
  ],
  rare: [
    [95, 2],
    [3, 0],
  ],
  never: [
    [100, 0],
    [0, 0],
  ],
  unread: [
    [0, 0],
    [0, 0],
  ],
};
const results = Object.entries(tables).map(([code, table]) => ({
  ...cohenKappa(ofTable(table, ['absent', 'present'])),
  code,
}));

test('pooled kappa is one kappa of the mean observed and the mean expected agreement', () => {
  const pooled = pooledKappa(results);
  // po: .80, .95, 1; pe: .5, .97 × .05-ish by hand: (98·97 + 2·3)/10⁴ with margins 97/3 and 98/2, then 1.
  const observed = (0.8 + 0.95 + 1) / 3;
  const expected = (0.5 + (97 * 98 + 3 * 2) / 10_000 + 1) / 3;
  expect(pooled.observed).toBeCloseTo(observed, 12);
  expect(pooled.expected).toBeCloseTo(expected, 12);
  expect(pooled.value).toBeCloseTo((observed - expected) / (1 - expected), 12);
});

test('a code on which chance agrees always still counts in pooled kappa, and is left out of the mean of kappas', () => {
  expect(pooledKappa(results).codes?.included).toEqual(['often', 'rare', 'never']);
  expect(pooledKappa(results).codes?.excluded.map(({ code }) => code)).toEqual(['unread']);
  const mean = meanKappa(results);
  expect(mean.measure).toBe('mean-kappa');
  expect(mean.codes?.included).toEqual(['often', 'rare']);
  expect(mean.codes?.excluded.map(({ code }) => code)).toEqual(['never', 'unread']);
  expect(mean.codes?.excluded[0]?.reason).toMatch(/"absent" only/);
  expect(mean.value).toBeCloseTo((0.6 + (0.95 - 0.9512) / (1 - 0.9512)) / 2, 12);
});

test('without any code to compare, or with chance always 1, there is no pooled kappa', () => {
  expect(pooledKappa([]).value).toBeNull();
  expect(pooledKappa(results.slice(3)).reason).toBe('no code has units to compare');
  expect(pooledKappa(results.slice(2)).reason).toMatch(/0\/0/);
  expect(meanKappa(results.slice(2)).value).toBeNull();
});

test('what codes were compared on is summed up: the most units, every rater, the most left out', () => {
  const compared = (code: string, raters: string[], [first, second]: [string, string]) => ({
    ...cohenKappa(
      encodeRatings(
        raters,
        [first, second].map((word) => [...word].map((one) => (one === '.' ? null : one))),
      ),
    ),
    unit: 'turn',
    code,
  });
  const some = [
    compared('a', ['ana', 'ben'], ['xxyy.', 'xyyy.']),
    compared('b', ['ana', 'cem'], ['xxyyx', 'xxyyy']),
    compared('c', ['ana', 'ben'], ['xxxx.', 'xxxx.']),
    compared('d', ['ana', 'ben'], ['x....', '.xyyy']),
  ];
  const pooled = pooledKappa(some);
  expect(pooled).toMatchObject({ n: 5, omitted: 1, raters: ['ana', 'ben', 'cem'], unit: 'turn' });
  expect(pooled.missing).toBe('units that both rated');
  expect(pooled.reason).toBeNull();
  expect(pooled.warnings).toEqual([
    'codes differ in how many units they were compared on: 4 to 5',
    '1 of 4 codes left out',
  ]);
  expect(pooled.codes?.excluded).toEqual([{ code: 'd', reason: 'no unit was rated by both raters' }]);
  const mean = meanKappa(some);
  expect(mean.reason).toBeNull();
  expect(mean.observed).toBeCloseTo((3 / 4 + 4 / 5) / 2, 12);
  expect(mean.expected).toBeCloseTo((1 / 2 + 12 / 25) / 2, 12);
  expect(mean.warnings[1]).toBe('2 of 4 codes left out');
});

test('codes that agree on what they were compared on need no warning', () => {
  expect(pooledKappa(results.slice(0, 3)).warnings).toEqual([]);
  expect(meanKappa(results.slice(0, 2)).warnings).toEqual([]);
});

test('percent agreement expects nothing by chance, and so cannot be pooled', () => {
  const percent = results
    .slice(0, 2)
    .map(({ code }) => ({ ...percentAgreement(ofTable(tables.often ?? [])), code }));
  expect(pooledKappa(percent)).toMatchObject({ value: null, reason: 'no code has units to compare' });
  expect(pooledKappa(percent).codes?.excluded.map(({ reason }) => reason)).toEqual(
    Array(2).fill('nothing to compare'),
  );
  expect(meanKappa(percent)).toMatchObject({ observed: 0.8, expected: null });
});

test('a kappa that does not exist is told as such even where its reason is not known', () => {
  const [first] = results;
  if (!first) throw new Error('there are results');
  const nameless = { ...first, value: null, reason: null };
  expect(meanKappa([nameless])).toMatchObject({ value: null, reason: 'no code has a kappa' });
  expect(meanKappa([nameless]).codes?.excluded).toEqual([{ code: 'often', reason: 'no value' }]);
});
