import { describe, expect, test } from 'vitest';
import { groupsBy, rowsWhere } from '../../src/survey/groups.ts';
import { readAnswers } from '../../src/survey/read-answers.ts';
import { tally } from '../../src/survey/tally.ts';
import { questions } from './question-file.ts';
import { responsesOf } from './responses.ts';

const survey = readAnswers(
  questions(`
items:
  role: { type: single, options: [lead, maker] }
  tools: { type: multi, separator: ';', options: [saw, plane, file] }
  trust: { type: likert, levels: [low, mid, high], apart: [unsure], asked-if: { role: maker } }
`),
  responsesOf(
    ['role', 'tools', 'trust'],
    ['lead', 'saw;plane', ''],
    ['maker', 'saw', 'low'],
    ['maker', '', 'high'],
    ['maker', 'file;saw', 'unsure'],
    ['maker', 'plane', ''],
    ['', 'plane', ''],
  ),
  () => {},
);
const answersTo = (item: string) => {
  const found = survey.answers.get(item);
  if (!found) throw new Error(item);
  return found;
};

describe('a tally', () => {
  test('counts whom a question was put to, and what became of it; all add up', () => {
    expect(tally(answersTo('trust'), null)).toEqual({
      base: { respondents: 6, asked: 4, answered: 2, apart: 1, missing: 1, notAsked: 2, unread: 0 },
      counts: [1, 0, 1, 1],
      mentions: 2,
    });
  });

  test('of several answers counts each respondent with each answer, and once in the base', () => {
    const { base, counts, mentions } = tally(answersTo('tools'), null);
    expect(base.answered).toBe(5);
    expect(counts).toEqual([3, 3, 1]);
    expect(mentions).toBe(7);
  });

  test('of some counts only them', () => {
    const rows = rowsWhere(survey, [{ item: 'role', answers: ['maker'] }]);
    expect(tally(answersTo('tools'), rows)).toMatchObject({
      base: { respondents: 4, answered: 3 },
      counts: [2, 1, 1],
    });
  });
});

describe('groups', () => {
  test('are the answers to one item; who gave none is in no group', () => {
    const { groups, overlap, without } = groupsBy(survey, 'role', null);
    expect(groups.map(({ label, rows }) => [label, [...rows]])).toEqual([
      ['lead', [1, 0, 0, 0, 0, 0]],
      ['maker', [0, 1, 1, 1, 1, 0]],
    ]);
    expect([overlap, without]).toEqual([false, 1]);
  });

  test('by several answers overlap, and say so', () => {
    const { groups, overlap, without } = groupsBy(survey, 'tools', null);
    expect(groups.map(({ rows }) => rows.reduce((sum, one) => sum + one, 0))).toEqual([3, 3, 1]);
    expect([overlap, without]).toEqual([true, 1]);
  });

  test('conditions on several items hold together, several answers to one are alternatives', () => {
    const both = [
      { item: 'role', answers: ['maker', 'lead'] },
      { item: 'tools', answers: ['plane'] },
    ];
    expect([...(rowsWhere(survey, both) ?? [])]).toEqual([1, 0, 0, 0, 1, 0]);
    expect(rowsWhere(survey, [])).toBeNull();
  });
});
