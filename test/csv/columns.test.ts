import { expect, test } from 'vitest';
import { type CsvTable, findColumn, readCsv, requireColumns } from '../../src/csv/read.ts';
import { csv, told } from './told.ts';

function table(text: string): { file: ReturnType<typeof csv>; table: CsvTable } {
  const file = csv(text);
  const read = readCsv(file);
  if (!read) throw new Error('no table');
  return { file, table: read };
}

test('columns are found whatever their case and spaces', () => {
  const { table: read } = table('" Participant ",AGE\n1,2\n');
  expect(findColumn(read, 'participant')).toBe(0);
  expect(findColumn(read, ' age')).toBe(1);
  expect(findColumn(read, 'name')).toBe(-1);
});

test('required and optional columns are given by the name that was asked for', () => {
  const { file, table: read } = table('Age,__proto__,Participant\n1,2,3\n');
  expect(requireColumns(file, read, ['participant', '__proto__'], ['age', 'comment'])).toEqual(
    new Map([
      ['participant', 2],
      ['__proto__', 1],
      ['age', 0],
    ]),
  );
  expect(told(file)).toEqual([]);
});

test('a missing column is told in the header line and gives no result', () => {
  const { file, table: read } = table('\nage\n1\n');
  expect(requireColumns(file, read, ['participant', 'age'])).toBeUndefined();
  expect(told(file)).toEqual(['2:1 missing-column']);
  expect(file.messages[0]).toMatchObject({
    reason: 'there is no column "participant"',
    note: expect.stringContaining('one column'),
  });
});

test('an unknown column is told at its cell with the nearest name that is not there yet', () => {
  const { file, table: read } = table('participant,coment,\n1,2,\n');
  expect(requireColumns(file, read, ['participant'], ['comment', 'place'])).toEqual(
    new Map([['participant', 0]]),
  );
  expect(told(file)).toEqual(['1:13 unknown-column']);
  expect(file.messages[0]).toMatchObject({ actual: 'coment', expected: ['comment', 'place'] });
  expect(file.messages[0]?.note).toContain('did you mean "comment"?');
});

test('a column that is there already is not suggested', () => {
  const { file, table: read } = table('code,codes\n1,2\n');
  requireColumns(file, read, ['code']);
  expect(told(file)).toEqual(['1:6 unknown-column']);
  expect(file.messages[0]?.note).toBe('columns are "code"');
});
