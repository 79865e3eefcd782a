import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readRecords } from '../../src/records/read-records.ts';
import type { Records } from '../../src/records/records.ts';
import { missingColumns, summarise } from '../../src/records/summarise.ts';

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

  test('names that are no column are known before anything is computed', () => {
    expect(missingColumns(people, { where: { x: ['1'] }, distinct: ['y'], number: 'years' })).toEqual([
      { part: 'where', name: 'x' },
      { part: 'distinct', name: 'y' },
    ]);
  });
});
