import { describe, expect, test } from 'vitest';
import { testsTable } from '../../src/exhibit/test-tables.ts';
import { isResult } from '../../src/statistics/no-result.ts';
import { readAnswers } from '../../src/survey/read-answers.ts';
import { surveyResult } from '../../src/survey/survey-result.ts';
import { expectSame, references } from '../statistics/references.ts';
import { questions } from './question-file.ts';
import { responsesOf } from './responses.ts';

/** A survey whose groups answered each level so often; the answers of both items are the same. */
function surveyOf(counts: readonly (readonly number[])[]) {
  const levels = (counts[0] ?? []).map((_, level) => `level ${level + 1}`);
  const groups = counts.map((_, group) => `group ${group + 1}`);
  const rows = counts.flatMap((group, at) =>
    group.flatMap((count, level) =>
      Array.from({ length: count }, () => [groups[at] ?? '', levels[level] ?? '', levels[level] ?? '']),
    ),
  );
  const list = (labels: readonly string[]) => `[${labels.join(', ')}]`;
  const questionnaire = questions(`
items:
  group: { type: single, options: ${list(groups)} }
  ordered: { type: likert, levels: ${list(levels)} }
  chosen: { type: single, options: ${list(levels)} }
`);
  return readAnswers(questionnaire, responsesOf(['group', 'ordered', 'chosen'], ...rows), () => {});
}

const ask = { where: [], by: 'group', untested: null, pairs: false };

function testOf(counts: readonly (readonly number[])[], item: string) {
  const { tests } = surveyResult(surveyOf(counts), { ...ask, items: [item] });
  const [only] = tests;
  if (!only || !isResult(only.outcome)) throw new Error('no test');
  return only.outcome;
}

describe('groups on an ordered item', () => {
  const pairs = references<{ first: number[]; second: number[]; u: number; p: number }>('Mann-Whitney');
  test.each(pairs.filter(({ first, second }) => [...first, ...second].reduce((sum, n) => sum + n) < 2000))(
    'are tested as by R’s wilcox.test where there are two: $first, $second',
    ({ first, second, u, p }) => {
      const outcome = testOf([first, second], 'ordered');
      expect([outcome.test, outcome.effect.name]).toEqual(['Mann-Whitney', 'Cliff’s delta']);
      expectSame(outcome.statistic, u);
      expectSame(outcome.p, p);
    },
  );

  const several = references<{ counts: number[][]; h: number; p: number; epsilon2: number }>(
    'Kruskal-Wallis',
  );
  test.each(
    several.filter(
      ({ counts }) =>
        counts.filter((group) => group.some(Boolean)).length > 2 &&
        counts.flat().reduce((sum, n) => sum + n) < 2000,
    ),
  )('are tested as by R’s kruskal.test where there are more: $counts', ({ counts, h, p, epsilon2 }) => {
    const outcome = testOf(counts, 'ordered');
    expect([outcome.test, outcome.effect.name]).toEqual(['Kruskal-Wallis', 'epsilon squared']);
    expectSame(outcome.statistic, h);
    expectSame(outcome.p, p);
    expectSame(outcome.effect.value, epsilon2);
  });
});

describe('groups on a choice', () => {
  const tables = references<{
    table: number[][];
    p: number;
    exact: number;
    few: number;
    expected: number[][];
    v: number;
  }>('table');
  const small = tables.filter(({ table }) => table.flat().reduce((sum, n) => sum + n) < 2000);
  test.each(small)(
    'are tested by chi-square, or exactly where few are expected: $table',
    ({ table, p, exact, expected, few, v }) => {
      const outcome = testOf(table, 'chosen');
      const cells = expected.flat().filter((cell) => cell > 0);
      const isExact = few > cells.length / 5 || Math.min(...cells) < 1;
      expect(outcome.test).toBe(isExact ? 'Fisher exact' : 'chi-square');
      expectSame(outcome.p, isExact ? exact : p, 1e-6);
      expectSame(outcome.effect.value, v);
    },
  );
});

describe('tests of groups', () => {
  test('are adjusted by Holm over all items of one call', () => {
    const survey = surveyOf([
      [9, 5, 2],
      [2, 5, 9],
    ]);
    const { tests } = surveyResult(survey, { ...ask, items: null });
    const [first, second] = tests.map(({ outcome }) => (isResult(outcome) ? outcome : undefined));
    const p = [first?.p ?? 1, second?.p ?? 1];
    const least = Math.min(...p);
    expect([first?.adjusted, second?.adjusted].sort()).toEqual([2 * least, Math.max(2 * least, ...p)].sort());
  });

  test('say why there is none where all answered the same', () => {
    const { tests } = surveyResult(
      surveyOf([
        [4, 0],
        [6, 0],
      ]),
      { ...ask, items: ['ordered'] },
    );
    expect(tests[0]?.outcome).toEqual({ reason: 'all answers are the same' });
  });

  test('are not made where there may be none, and it is said why', () => {
    const survey = surveyOf([
      [4, 1],
      [1, 4],
    ]);
    const { tests, untested } = surveyResult(survey, {
      ...ask,
      items: null,
      untested: 'the answers are reconstructed',
    });
    expect([tests, untested]).toEqual([[], 'the answers are reconstructed']);
  });

  test('say it where p is simulated, from how many tables, and how far it may be off', () => {
    const sparse = Array.from({ length: 10 }, (_, group) =>
      Array.from({ length: 8 }, (_, level) => 1 + ((group * 7 + level * 3 + group * level) % 4)),
    );
    const result = surveyResult(surveyOf(sparse), { ...ask, items: ['chosen'] });
    const { rows, notes } = testsTable('tests', result, []);
    expect(rows[0]).toContainEqual({ kind: 'text', text: 'Fisher exact, simulated' });
    expect(notes.join('\n')).toMatch(
      /chosen \(group 1, .*\): p is simulated from 10,000 tables with the same totals \(seed 1\); the exact one lies between [01]?\.\d+ and [01]?\.\d+ \(99% interval\)\./,
    );
    const few = surveyResult(
      surveyOf([
        [3, 1],
        [1, 3],
      ]),
      { ...ask, items: ['chosen'] },
    );
    expect(JSON.stringify(testsTable('tests', few, []))).not.toContain('simulated');
  });

  test('compare each two groups where that is asked for', () => {
    const survey = surveyOf([
      [9, 5, 2],
      [2, 5, 9],
      [5, 5, 5],
    ]);
    const { pairs } = surveyResult(survey, { ...ask, items: ['ordered', 'chosen'], pairs: true });
    expect(pairs.map(({ groups }) => groups.map(({ label }) => label))).toEqual([
      ['group 1', 'group 2'],
      ['group 1', 'group 3'],
      ['group 2', 'group 3'],
    ]);
  });
});
