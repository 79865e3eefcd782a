import { describe, expect, test } from 'vitest';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { fleissKappa } from '../../src/agreement/fleiss-kappa.ts';
import { gwetAc2 } from '../../src/agreement/gwet-ac.ts';
import { type Weights, type WeightsBy, weightMatrix } from '../../src/agreement/weights.ts';
import { ofWords } from './data.ts';

function above(weights: Weights, categories: string[], by?: WeightsBy): number[] {
  const found = weightMatrix(weights, categories, by);
  if (typeof found === 'string') throw new Error(found);
  const k = categories.length;
  const matrix = found.matrix ?? new Float64Array();
  for (let i = 0; i < k; i++) {
    expect(matrix[i * k + i]).toBe(1);
    for (let j = 0; j < i; j++) expect(matrix[i * k + j]).toBe(matrix[j * k + i]);
  }
  return [...matrix].filter((_, at) => at % k > Math.floor(at / k));
}

// By hand from the definitions in Gwet (2014), chapter 3: pairs 12, 13, 23, or 12, 13, 14, 23, 24, 34.
describe('weights by rank', () => {
  test.each([
    ['linear', [1 / 2, 0, 1 / 2]],
    ['quadratic', [3 / 4, 0, 3 / 4]],
    ['radical', [1 - Math.SQRT1_2, 0, 1 - Math.SQRT1_2]],
    ['ratio', [5 / 9, 0, 21 / 25]],
    ['ordinal', [2 / 3, 0, 2 / 3]],
  ] as const)('%s of three categories', (weights, expected) => {
    for (const [at, one] of above(weights, ['low', 'middle', 'high']).entries()) {
      expect(one).toBeCloseTo(expected[at] ?? Number.NaN, 12);
    }
  });

  test('ordinal of four, which are not the linear ones', () => {
    expect(above('ordinal', ['a', 'b', 'c', 'd'])).toEqual([5 / 6, 1 / 2, 0, 5 / 6, 1 / 2, 5 / 6]);
  });
});

test('by value, the numbers themselves count', () => {
  expect(above('linear', ['0', '1', '10'], 'value')).toEqual([0.9, 0, expect.closeTo(0.1, 12)]);
  expect(above('quadratic', ['0', '1', '10'], 'value')).toEqual([0.99, 0, expect.closeTo(0.19, 12)]);
  expect(above('ordinal', ['0', '1', '10'], 'value')).toEqual(above('ordinal', ['0', '1', '10']));
});

test('what cannot be weighed says why', () => {
  const words = ofWords('aabb', 'abab');
  const reason = cohenKappa(words, { weights: 'linear', by: 'value' }).reason;
  expect(reason).toBe('"a" is not a number, which a weight by value needs');
  expect(fleissKappa(words, { weights: 'linear', by: 'value' }).reason).toBe(reason);
  expect(weightMatrix('ratio', ['-1', '1'], 'value')).toBe('ratio weights need numbers from 0 on');
  expect(gwetAc2(words).reason).toMatch(/^AC2 is AC1 with weights/);
});

test('a matrix that depends on who is first is for kappa of two raters, whose rows are the first', () => {
  const weights = [
    [1, 0.5],
    [0, 1],
  ];
  const found = cohenKappa(ofWords('aaab', 'abab'), { weights });
  // Agreed aa, bb, and one of two ab/ba weighs ½: the first said a where the second said b. Here: aa, ab, aa, bb.
  expect(found.observed).toBeCloseTo(3.5 / 4, 12);
  expect(found.expected).toBeCloseTo((3 * 2 + 3 * 2 * 0.5 + 1 * 2) / 16, 12);
  expect(found.weights).toBe('user');
  expect(fleissKappa(ofWords('aaab', 'abab'), { weights }).reason).toMatch(/for two raters and kappa only/);
});

test.each([
  [[[1, 0]]],
  [[[1], [0, 1]]],
  [
    [
      [1, Number.NaN],
      [0, 1],
    ],
  ],
])('%j does not fit two categories', (weights) => {
  expect(() => cohenKappa(ofWords('ab', 'ba'), { weights })).toThrow('a matrix of 2 rows of 2 numbers');
});

test('where all categories in use count as one there is no kappa', () => {
  const weights = [
    [1, 1, 0],
    [1, 1, 0],
    [0, 0, 1],
  ];
  const data = { ...ofWords('aabb', 'abab'), categories: ['a', 'b', 'c'] };
  for (const found of [cohenKappa(data, { weights }), fleissKappa(data, { weights })]) {
    expect(found.value).toBeNull();
    expect(found.reason).toMatch(/^all categories in use count as one/);
  }
});
