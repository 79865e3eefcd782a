import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/problem/problem.ts';
import { MISSING, NOT_ASKED, UNREAD } from '../../src/survey/answers.ts';
import { holdsFor, readAnswers } from '../../src/survey/read-answers.ts';
import type { Responses } from '../../src/survey/responses.ts';
import { questions } from './question-file.ts';
import { responsesOf } from './responses.ts';

function read(text: string, responses: Responses) {
  const findings: Finding[] = [];
  const { answers } = readAnswers(questions(text), responses, (finding) => findings.push(finding));
  return { answers, findings, codes: (item: string) => [...(answers.get(item)?.codes ?? [])] };
}

describe('answers', () => {
  test('are read by cell or by label; missing, not asked and no opinion are told apart', () => {
    const { codes, findings } = read(
      `
missing: [NA]
not-asked: ['-66']
items:
  a: { type: likert, levels: [1: low, 2: high], apart: [9: don't know] }
`,
      responsesOf(['a'], ['1'], ['high'], ['9'], [''], ['NA'], ['-66']),
    );
    expect(codes('a')).toEqual([0, 1, 2, MISSING, MISSING, NOT_ASKED]);
    expect(findings).toEqual([]);
  });

  test.each([
    ['in one cell', 'separator: ";", options: [x, y]', ['tools'], [['x'], [''], ['NA'], ['y']]],
    [
      'in a column an option',
      'columns: { x: t1, y: t2 }',
      ['t1', 't2'],
      [
        ['1', ''],
        ['', ''],
        ['NA', ''],
        ['0', '1'],
      ],
    ],
  ])(
    'blank means nothing ticked where that is said, but not to whom was not asked: %s',
    (_, how, columns, cells) => {
      const text = `
missing: [NA]
items:
  role: { type: single, options: [maker, manager] }
  tools: { type: multi, ${how}, blank: nothing ticked, asked-if: { role: maker } }
`;
      const rows = ['maker', 'maker', 'maker', 'manager'].map((role, at) => [role, ...(cells[at] ?? [])]);
      const blank = columns.map(() => '');
      const { answers, codes, findings } = read(
        text,
        responsesOf(['role', ...columns], ...rows, ['manager', ...blank], ['', ...blank]),
      );
      const given = answers.get('tools');
      if (given?.kind !== 'sets') throw new Error('no sets');
      const sets = codes('tools').map((code) => given.sets[code] ?? code);
      expect(sets).toEqual([[0], [], MISSING, [1], NOT_ASKED, NOT_ASKED]);
      expect(findings).toMatchObject([
        { rule: 'answered-though-not-asked', reason: expect.stringMatching(/^1 answered "tools"/) },
      ]);
    },
  );

  test('that look like a word for nothing are answers where they are declared, also among several', () => {
    const { answers, codes } = read(
      'missing: [None]\nitems:\n  a: { type: multi, separator: ";", options: [x, None] }',
      responsesOf(['a'], ['None'], ['x;None'], ['']),
    );
    const given = answers.get('a');
    if (given?.kind !== 'sets') throw new Error('no sets');
    expect(codes('a').map((code) => given.sets[code] ?? code)).toEqual([[1], [0, 1], MISSING]);
  });

  test('that are no option are counted where they are parts, not where they mean nothing', () => {
    const { findings } = read(
      'missing: [NA]\nitems:\n  a: { type: multi, separator: ";", options: [x] }',
      responsesOf(['a'], ['NA'], ['NA'], ['x;NA']),
    );
    expect(findings).toMatchObject([{ reason: '"NA" is no option of "a"; once' }]);
  });

  test.each([
    [
      'who is declared to say who people are',
      'who: { type: single, options: [x], identity: true }',
      'Ana Silva',
    ],
    ['who is declared so, with numbers', 'who: { type: number, identity: true }', 'Ana Silva'],
    ['parts of a phone number', 'who: { type: multi, separator: " ", options: [x] }', '+49 170 1234567'],
    ['parts of a place', 'who: { type: multi, separator: " ", options: [x] }', '52.520008 13.404954'],
  ])('are not quoted: %s', (_, item, cell) => {
    const { findings } = read(`items:\n  ${item}`, responsesOf(['who'], ['x'], [cell]));
    expect(findings).not.toEqual([]);
    for (const { reason, found } of findings) {
      expect(found).toBeUndefined();
      for (const part of cell.split(' ')) expect(reason).not.toContain(part);
    }
  });

  test('off the scale are told once, where they first stand and how often, and the rest is read', () => {
    const { codes, findings } = read(
      'items:\n  a: { type: likert, levels: [low, high] }',
      responsesOf(['id', 'a'], ['1', 'low'], ['2', 'hihg'], ['3', 'hihg'], ['4', 'high']),
    );
    expect(codes('a')).toEqual([0, UNREAD, UNREAD, 1]);
    expect(findings).toMatchObject([
      {
        rule: 'off-the-scale',
        reason: '"hihg" is no level of "a"; 2 times, here first',
        place: { line: 3, column: 3 },
        found: 'hihg',
        expected: ['low', 'high'],
      },
    ]);
  });

  test('of several options in a cell may contain the separator where they are declared', () => {
    const { answers, findings } = read(
      `
items:
  a: { type: multi, separator: ',', options: ['Yes, often', 'Yes', 'No'] }
`,
      responsesOf(['a'], ['Yes, often, No'], ['No,Yes'], ['No,'], ['']),
    );
    const given = answers.get('a');
    if (given?.kind !== 'sets') throw new Error('no sets');
    expect([...given.codes].map((code) => given.sets[code] ?? code)).toEqual([[0, 2], [1, 2], [2], MISSING]);
    expect(findings).toEqual([]);
  });

  test('that may identify somebody are told by their place and not by their words', () => {
    const { findings } = read(
      'items:\n  a: { type: single, options: [x] }\n  b: { type: multi, separator: ";", options: [y] }',
      responsesOf(['a', 'b'], ['x', 'y;192.0.2.7'], ['me@example.org', 'y']),
    );
    expect(findings.map(({ reason, place }) => `${place?.line} ${reason}`).sort()).toEqual([
      '2 an answer (not shown: it may identify somebody) is no option of "b"; once',
      '3 an answer (not shown: it may identify somebody) is no option of "a"; once',
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/example|192/);
  });

  test('of several options that are not declared are told, and those beside them are read', () => {
    const { answers, findings } = read(
      'items:\n  a: { type: multi, separator: ";", options: [x, y] }',
      responsesOf(['a'], ['x;z'], ['y'], ['z'], ['w; z']),
    );
    const given = answers.get('a');
    if (given?.kind !== 'sets') throw new Error('no sets');
    expect([...given.codes].map((code) => given.sets[code] ?? code)).toEqual([[0], [1], UNREAD, UNREAD]);
    expect(findings.map(({ reason, place }) => `${place?.line} ${reason}`)).toEqual([
      '2 "z" is no option of "a"; 3 times, here first',
      '5 "w" is no option of "a"; once',
    ]);
  });

  test('with a column an option are sets; nothing ticked is missing unless a column says no', () => {
    const { answers } = read(
      'items:\n  a: { type: multi, columns: { X: a_1, Y: a_2 } }',
      responsesOf(['a_1', 'a_2'], ['X', ''], ['1', '1'], ['', ''], ['0', '0'], ['no', 'Y']),
    );
    const given = answers.get('a');
    if (given?.kind !== 'sets') throw new Error('no sets');
    expect([...given.codes].map((code) => given.sets[code] ?? code)).toEqual([[0], [0, 1], MISSING, [], [1]]);
  });

  test('of those who were not asked are no missing ones; who answered all the same is counted and told', () => {
    const { codes, findings } = read(
      `
items:
  works: { type: single, options: [yes, no] }
  hours: { type: number, asked-if: { works: yes } }
`,
      responsesOf(['works', 'hours'], ['yes', '8'], ['yes', ''], ['no', ''], ['no', '3'], ['', '']),
    );
    expect(codes('hours')).toEqual([0, MISSING, NOT_ASKED, 0, NOT_ASKED]);
    expect(findings).toMatchObject([{ rule: 'answered-though-not-asked', warning: true }]);
  });

  test('that are no numbers, or out of bounds, are told and left out', () => {
    const { answers, findings } = read(
      'items:\n  age: { type: number, min: 16, max: 99 }',
      responsesOf(['age'], ['20'], ['7'], ['thirty'], ['1e1'], ['30.5']),
    );
    const given = answers.get('age');
    expect(given?.kind === 'numbers' && [...given.values]).toEqual([
      20,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      30.5,
    ]);
    expect(findings.map(({ found }) => found)).toEqual(['7', 'thirty', '1e1']);
  });

  test('have names like those of an object’s own parts without harm', () => {
    const { codes } = read(
      'items:\n  constructor: { type: single, column: __proto__, options: [toString, valueOf] }',
      responsesOf(['__proto__'], ['valueOf'], ['toString'], ['']),
    );
    expect(codes('constructor')).toEqual([1, 0, MISSING]);
  });

  test('of an item whose column is not there are not read, and that is told', () => {
    const { answers, findings } = read(
      'items:\n  a: { type: open, column: Q8 }',
      responsesOf(['Q1', 'Q7'], ['x', 'y']),
    );
    expect(answers.size).toBe(0);
    expect(findings).toMatchObject([{ rule: 'missing-column', found: 'Q8', expected: ['Q1', 'Q7'] }]);
  });
});

test('a condition names cells, and labels where no other answer has that as its cell', () => {
  const { answers, codes } = read(
    `
items:
  a: { type: single, options: [1: '2', 2: '1', 3: three] }
  b: { type: open, asked-if: { a: 1 } }
`,
    responsesOf(['a', 'b'], ['1', 'x'], ['2', ''], ['3', '']),
  );
  const given = answers.get('a');
  if (!given) throw new Error('no answers');
  const holding = (...labels: string[]) => [0, 1, 2].filter(holdsFor(given, labels));
  expect(holding('1')).toEqual([0]);
  expect(holding('2')).toEqual([1]);
  expect(holding('three')).toEqual([2]);
  expect(codes('b')).toEqual([0, NOT_ASKED, NOT_ASKED]);
});

test('parts of cells that are not declared are counted, however many different ones there are', () => {
  const rows = Array.from({ length: 40_000 }, (_, row) => [`x${row};y${row}`]);
  const { findings } = read(
    'items:\n  a: { type: multi, separator: ";", options: [z] }',
    columnOf(rows.map(([text]) => text ?? '')),
  );
  expect(findings).toHaveLength(80_000);
  expect(findings.every(({ reason }) => reason.endsWith('; once'))).toBe(true);
});

test('a row of many columns gives its set, whichever of them are ticked', () => {
  const names = Array.from({ length: 40 }, (_, option) => `o${option}`);
  const columns = names.map((name, option) => `${name}: c${option}`).join(', ');
  const ticked = [[0], [15, 16, 31, 32, 39], [39], [0], names.map((_, option) => option)];
  const { answers } = read(
    `items:\n  a: { type: multi, columns: { ${columns} } }`,
    responsesOf(
      names.map((_, option) => `c${option}`),
      ...ticked.map((set) => names.map((_, option) => (set.includes(option) ? '1' : '0'))),
    ),
  );
  const given = answers.get('a');
  if (given?.kind !== 'sets') throw new Error('no sets');
  expect([...given.codes].map((code) => given.sets[code])).toEqual(ticked);
  expect(given.codes[3]).toBe(given.codes[0]);
});

/** One column of texts that are all different. */
const columnOf = (texts: readonly string[]): Responses => ({
  n: texts.length,
  columns: [
    {
      ...{ kind: 'texts', name: 'a', texts: ['', ...texts] },
      firsts: ['', ...texts].map((_, line) => ({ line: line + 1, column: 1 })),
      cells: Uint16Array.from(texts, (_, at) => at + 1),
    },
  ],
});
