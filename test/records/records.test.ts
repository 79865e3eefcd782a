import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { checkQuestion } from '../../src/records/check-question.ts';
import { readRecords } from '../../src/records/read-records.ts';
import type { Records } from '../../src/records/records.ts';
import { summarise } from '../../src/records/summarise.ts';

const declared = new Map([
  ['id', { label: 'ID' }],
  ['years', { type: 'number' as const }],
  ['level', { levels: ['low', 'high'] }],
]);

function read(csv: string): { records: Records | undefined; told: string[] } {
  const file = new VFile({ path: 'people.csv', value: csv });
  const records = readRecords(file, declared, 'id');
  return { records, told: file.messages.map((one) => `${one.line}:${one.column} ${one.ruleId}`) };
}

function sound(csv: string): Records {
  const { records, told } = read(csv);
  expect(told).toEqual([]);
  if (!records) throw new Error('not read');
  return records;
}

describe('reading', () => {
  test('numbers are numbers, blanks are null, other columns are texts under their own name', () => {
    const { columns, rows } = sound('ID,years,level,town\nA,3.5,low,Bari\nB,,high,\n');
    expect(columns.map(({ name, label, type }) => [name, label, type])).toEqual([
      ['id', 'ID', 'text'],
      ['years', 'years', 'number'],
      ['level', 'level', 'text'],
      ['town', 'town', 'text'],
    ]);
    expect(rows).toEqual([
      ['A', 3.5, 'low', 'Bari'],
      ['B', null, 'high', null],
    ]);
  });

  test.each([
    ['a level that is not declared', 'id,years,level\nA,1,hihg\n', ['2:5 unknown-level']],
    ['a number with a unit', 'id,years,level\nA,3 years,low\n', ['2:3 not-a-number']],
    ['a decimal comma', 'id;years;level\nA;3,5;low\n', ['2:3 not-a-number']],
    [
      'not a number in words',
      'id,years,level\nA,NaN,low\nB,Infinity,low\nC,0x10,low\n',
      ['2:3 not-a-number', '3:3 not-a-number', '4:3 not-a-number'],
    ],
    ['a declared column that is missing', 'id,level\nA,low\n', ['1:1 missing-column']],
  ])('%s', (_, csv, told) => {
    expect(read(csv).told).toEqual(told);
  });
});

describe('questions', () => {
  const people = sound('id,years,level\nA,3,low\nB,4,high\nC,5,high\nD,,\n');

  test('where keeps rows, and everything else is about those', () => {
    const { count, numbers } = summarise(people, { where: { level: ['high'] }, number: 'years' });
    expect(count).toBe(2);
    expect(numbers).toMatchObject({ n: 2, min: 4, max: 5, mean: 4.5, median: 4.5 });
  });

  test('blanks are counted apart from values', () => {
    const { counts, blank } = summarise(people, { countBy: 'level' });
    expect([...(counts ?? [])]).toEqual([
      ['low', 1],
      ['high', 2],
    ]);
    expect(blank).toBe(1);
  });

  test('distinct counts combinations, with blank as a value of its own', () => {
    expect(summarise(people, { distinct: ['level'] }).distinct).toBe(3);
    expect(summarise(people, { distinct: ['level', 'years'] }).distinct).toBe(4);
  });

  test('no numbers give no mean, and say so by null', () => {
    expect(summarise(people, { where: { id: ['D'] }, number: 'years' }).numbers).toEqual({
      n: 0,
      sum: 0,
      mean: null,
      median: null,
      min: null,
      max: null,
    });
  });

  test('declared levels are counted in their order, with 0 for those that nobody has', () => {
    const declared = new Map([['level', { levels: ['none', 'high', 'low'] }]]);
    const file = new VFile({ path: 'a.csv', value: 'level\nlow\nhigh\nlow\n' });
    const records = readRecords(file, declared);
    expect([...(records ? (summarise(records, { countBy: 'level' }).counts ?? []) : [])]).toEqual([
      ['none', 0],
      ['high', 1],
      ['low', 2],
    ]);
  });

  test('a condition on a number holds for the number however it is written', () => {
    for (const value of [4, '4', '4.0', '+4'])
      expect(summarise(people, { where: { years: [value] } }).count).toBe(1);
  });

  describe('what is wrong with them is known before anything is computed', () => {
    const told = (question: Parameters<typeof checkQuestion>[1]) =>
      checkQuestion(people, question).map(
        ({ path, reason, warning }) => `${path.join('.')}: ${reason}${warning ? ' (warning)' : ''}`,
      );

    test('columns that are not there', () => {
      expect(told({ where: { x: ['1'] }, distinct: ['y'], number: 'years' })).toEqual([
        'where.x: there is no column "x"',
        'distinct: there is no column "y"',
      ]);
    });
    test('levels that a column cannot have', () => {
      expect(told({ where: { level: ['hihg'] } })).toEqual(['where.level: "hihg" is not a level of "level"']);
    });
    test('values that no record has', () => {
      expect(told({ where: { id: ['a'] } })).toEqual(['where.id: no record has "a" in "id" (warning)']);
      expect(told({ where: { years: ['4.0', 6] } })).toEqual([
        'where.years: no record has "6" in "years" (warning)',
      ]);
    });
    test('nothing, where all is well, levels that nobody has included', () => {
      expect(told({ where: { level: ['low'], id: ['A'] }, countBy: 'level' })).toEqual([]);
    });
  });
});

test('words declared as missing are blank, in columns of every type', () => {
  const file = new VFile({ path: 'people.csv', value: 'id,years,level\nA,NA,-\n' });
  expect(readRecords(file, declared, 'id', ['NA', '-'])?.rows).toEqual([['A', null, null]]);
  expect(file.messages).toEqual([]);
});

test('an id is the same however its accents are stored', () => {
  expect(sound('id,years,level\nZoe\u0308,1,low\n').rows[0]?.[0]).toBe('Zo\u00eb');
});
