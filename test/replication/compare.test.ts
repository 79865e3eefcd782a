import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import type { Value, Values } from '../../src/exhibit/value.ts';
import { compare, type Ours } from '../../src/replication/compare.ts';
import { readPublished } from '../../src/replication/published.ts';
import { holds, summarise } from '../../src/replication/summary.ts';
import type { Rounding } from '../../src/statistics/rounding.ts';

const table: Record<string, Record<string, Value>> = { A: { n: 3, name: 'x' }, B: { n: 4.25, name: 'y' } };

/** Compares one target, given as the lines after its id, what and place, with one value of ours. */
function outcome(target: string, own: Value | Values = 0, rounding: Rounding = 'half-up') {
  const head = `emic: 1\nrounding: ${rounding}\ntargets:\n  - id: t\n    what: a value\n    place: p. 1\n`;
  const file = new VFile({ path: 'published.yaml', value: `${head}${target.replace(/^/gm, '    ')}\n` });
  const read = readPublished(file);
  if (!read) throw new Error(file.messages.join('\n'));
  const ours: Ours = {
    value: () => own,
    cell: (_result, key, _keyColumn, column) => table[key]?.[column],
    keys: () => Object.keys(table),
  };
  const [one] = compare(read.published, (path) => read.document.source(path), ours);
  if (!one) throw new Error('no outcome');
  return one;
}

const verdicts = (target: string, own: Value | Values, rounding?: Rounding) =>
  outcome(target, own, rounding).cells.map(({ name, verdict }) =>
    name === '' ? verdict : `${name} ${verdict}`,
  );

const derived = (rest: string) => `basis: derived\nresult: r\n${rest}`;

describe('a value compares at the precision printed', () => {
  test.each([
    ['4.20', 4.2, 'match'],
    ['4.20', 4.2049, 'match'],
    ['4.20', 4.206, 'differs'],
    ['4.2', 4.2499, 'match'],
    ['4.2', 4.25, 'differs'],
    ['4', 4.4, 'match'],
    ["'4.20'", 4.2, 'match'],
    ['-0.5', -0.5, 'match'],
    ['some words', 'some words', 'match'],
    ['some words', 'Some words', 'differs'],
    ['3', { none: 'not reported' }, 'differs'],
    ['not reported', { none: 'not reported' }, 'match'],
    ['empty', { none: 'empty' }, 'differs'],
    ['blank', { none: 'empty' }, 'differs'],
    ["''", { none: 'empty' }, 'match'],
    ['1,000', 1000, 'match'],
    ['1,000.5', 1000.54, 'match'],
    ['10,00', 1000, 'differs'],
    [`0.${'0'.repeat(101)}`, 0, 'match'],
  ] satisfies [string, Value, string][])('%s against %j: %s', (printed, own, verdict) => {
    expect(verdicts(derived(`value: ${printed}`), own)).toEqual([verdict]);
  });

  test('the rounding rule decides halves', () => {
    expect(verdicts(derived('value: 0.12'), 0.125, 'half-even')).toEqual(['match']);
    expect(verdicts(derived('value: 0.13'), 0.125, 'half-up')).toEqual(['match']);
  });
});

describe('relations', () => {
  test('at least and at most', () => {
    expect(verdicts(derived('relation: at-least\nvalue: 3'), 3)).toEqual(['match']);
    expect(verdicts(derived('relation: at-least\nvalue: 3'), 2.999)).toEqual(['differs']);
    expect(verdicts(derived('relation: at-most\nvalue: 3'), 3)).toEqual(['match']);
    expect(verdicts(derived('relation: at-most\nvalue: 3'), 3.001)).toEqual(['differs']);
    expect(outcome(derived('relation: at-least\nvalue: 3'), 2.5).cells[0]?.ours).toBe('2.5');
    const most = (own: number) => outcome(derived('relation: at-most\nvalue: 0.40'), own).cells[0];
    expect(most(0.3987915407854985)?.ours).toBe('0.40');
    expect(most(0.4004)).toMatchObject({ ours: '0.4004', verdict: 'differs' });
    expect(outcome(derived('relation: at-least\nvalue: 3'), 5).cells[0]?.published).toBe('at least 3');
  });
});

describe('a group of values', () => {
  const ours = new Map<string, Value>([
    ['yes', 2],
    ['no', 0],
  ]);
  test('what the paper does not name is expected to be 0', () => {
    expect(verdicts(derived('value: { yes: 2 }'), ours)).toEqual(['yes match']);
    expect(verdicts(derived('value: { no: 0 }'), ours)).toEqual(['no match', 'yes differs']);
  });
  test('a 0 in the paper is matched by a name that we have none of', () => {
    expect(verdicts(derived('value: { yes: 2, other: 0 }'), ours)).toEqual(['yes match', 'other match']);
  });
  test('what we do not have differs', () => {
    expect(verdicts(derived('value: { yes: 2, maybe: 1 }'), ours)).toEqual(['yes match', 'maybe differs']);
  });
  test('a group against a single value differs', () => {
    expect(verdicts(derived('value: { yes: 2 }'), 2)).toEqual(['yes differs']);
    expect(verdicts(derived('value: 2'), ours)).toEqual(['differs']);
  });
});

describe('a documented difference', () => {
  const documented = derived('value: 48\ndiffers: { ours: 60, because: counted otherwise }');
  test('is one while ours is as documented', () => {
    expect(verdicts(documented, 60)).toEqual(['documented']);
    expect(holds(summarise([outcome(documented, 60)]))).toBe(true);
  });
  test('of a group is one only while every value is as documented', () => {
    const group = derived('value: { a: 1, b: 3 }\ndiffers: { ours: { a: 2, b: 2 }, because: one moved }');
    const ours = (a: number, b: number) =>
      new Map([
        ['a', a],
        ['b', b],
      ]);
    expect(verdicts(group, ours(2, 2))).toEqual(['a documented', 'b documented']);
    expect(verdicts(group, ours(1, 2))).toEqual(['a differs', 'b documented']);
  });
  test('shows what was expected instead, at its own precision', () => {
    const stale = outcome(derived('value: -0.5\ndiffers: { ours: -0.40, because: another base }'), -0.375)
      .cells[0];
    expect(stale).toMatchObject({
      published: '-0.5',
      ours: '-0.38',
      documented: '-0.40',
      verdict: 'differs',
    });
  });
  test('is a difference when ours is something else, or is suddenly what the paper prints', () => {
    expect(verdicts(documented, 61)).toEqual(['differs']);
    expect(verdicts(documented, 48)).toEqual(['differs']);
    expect(outcome(documented, 48).remark).toContain('although a difference is documented');
    expect(holds(summarise([outcome(documented, 48)]))).toBe(false);
  });
});

describe('a table', () => {
  const rows = (cells: string) => `basis: transcribed\nresult: r\ncolumns: [id, n, name]\nrows:\n${cells}`;
  test('compares cell by cell, the key too', () => {
    const { cells } = outcome(rows('  - [A, 3, x]\n  - [B, 4.3, z]'));
    expect(cells).toHaveLength(6);
    expect(cells.filter(({ verdict }) => verdict === 'differs')).toEqual([
      { name: 'B, name', published: 'z', ours: 'y', verdict: 'differs' },
    ]);
  });
  test('a blank cell is matched by a blank cell', () => {
    expect(
      outcome(rows("  - [A, '', x]\n  - [B, 4.3, null]")).cells.filter(
        ({ verdict }) => verdict === 'differs',
      ),
    ).toEqual([
      { name: 'A, n', published: 'blank', ours: '3', verdict: 'differs' },
      { name: 'B, name', published: 'blank', ours: 'y', verdict: 'differs' },
    ]);
  });
  test('a row that only one side has differs', () => {
    const { cells } = outcome(rows('  - [A, 3, x]\n  - [C, 1, w]'));
    expect(cells.filter(({ verdict }) => verdict === 'differs').map(({ name }) => name)).toEqual([
      'C, id',
      'C, n',
      'C, name',
      'B, id',
    ]);
  });
});

test('a typed cell that differs is a difference too', () => {
  expect(holds(summarise([outcome('basis: transcribed\nresult: r\nvalue: 1', 2)]))).toBe(false);
  expect(holds(summarise([outcome('basis: reconstructed\nresult: r\nvalue: 1', 2)]))).toBe(false);
});

test('classes are counted apart, and what cannot be recovered is counted by target', () => {
  const some = [
    outcome(derived('value: 1'), 1),
    outcome(derived('value: 1'), 2),
    outcome('basis: transcribed\nresult: r\nvalue: { a: 1 }', new Map([['a', 1]])),
    outcome('basis: reconstructed\nresult: r\nvalue: 1', 1),
    outcome('basis: not recoverable\nbecause: a picture'),
  ];
  expect(summarise(some)).toEqual({
    derived: { match: 1, documented: 0, differs: 1 },
    transcribed: { match: 1, documented: 0, differs: 0 },
    reconstructed: { match: 1, documented: 0, differs: 0 },
    notRecoverable: 1,
  });
});

describe('what published.yaml cannot say', () => {
  const told = (targets: string) => {
    const file = new VFile({ path: 'published.yaml', value: `emic: 1\ntargets:\n${targets}` });
    expect(readPublished(file)).toBeUndefined();
    return file.messages.map((one) => `${one.line}:${one.column} ${one.reason}`);
  };
  const start = '  - id: a\n    basis: derived\n    what: w\n    place: p\n    result: r\n';
  test.each([
    ['neither value nor rows', start, '3:5 target "a" needs either a value or rows'],
    ['one id twice', `${start}    value: 1\n${start}    value: 1\n`, '9:9 target "a" stands here twice'],
    [
      'a ragged row',
      `${start}    columns: [x, y]\n    rows: [[1, 2, 3]]\n`,
      '9:12 this row has 3 cells and there are 2 columns',
    ],
    [
      'rows without columns',
      `${start}    rows: [[1, 2]]\n`,
      '8:11 rows need columns, the first naming the row',
    ],
    [
      'a relation between texts',
      `${start}    relation: at-least\n    value: few\n`,
      '8:15 "at-least" needs a number as value',
    ],
    ['an unknown basis', start.replace('derived', 'guessed'), '4:12 "targets.0.basis" is "guessed"'],
  ])('%s', (_, targets, expected) => {
    expect(told(targets)).toContain(expected);
  });
});
