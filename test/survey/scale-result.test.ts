import { expect, test } from 'vitest';
import { readAnswers } from '../../src/survey/read-answers.ts';
import { scaleResult } from '../../src/survey/scale-result.ts';
import { questions } from './question-file.ts';
import { responsesOf } from './responses.ts';

const asked = questions(`
items: { a: { type: number }, b: { type: number }, c: { type: number } }
scales: { s: { items: [a, b, c] } }
`);

test.each([
  ['one of its columns', ['a', 'b'], 'the answers to "c" could not be read'],
  ['all of them', ['x', 'y'], 'the answers to "a", "b", "c" could not be read'],
])('a scale without %s has no result, and says why', (_, header, reason) => {
  const rows = ['1', '2', '4', '3'].map((cell) => [cell, cell === '4' ? '1' : cell]);
  const survey = readAnswers(asked, responsesOf(header, ...rows), () => {});
  const [scale] = asked.scales;
  if (!scale) throw new Error('no scale');
  const result = scaleResult(survey, scale, null);
  expect(result).toMatchObject({ n: 0, incomplete: 0, mean: null, sd: null, statistics: [] });
  expect([result.alpha, result.omega]).toEqual([{ reason }, { reason }]);
  expect(result.items.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
});
