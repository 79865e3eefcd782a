import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { countsTable, recordsTable } from '../../src/exhibit/records-exhibits.ts';
import { readRecords } from '../../src/records/read-records.ts';
import { summarise } from '../../src/records/summarise.ts';

function counted(levels: string[] | undefined) {
  const records = readRecords(new VFile('level\nlow\nhigh\nlow\n'), new Map([['level', { levels }]]));
  const column = records?.columns[0];
  const counts = records && summarise(records, { countBy: 'level' }).counts;
  if (!column || !counts) throw new Error('not read');
  return countsTable('t', column, counts, 0).rows.map((row) =>
    row.map((cell) => ('text' in cell ? cell.text : 'value' in cell ? cell.value : '')),
  );
}

test('counts stand in the order of declared levels, else the most frequent first', () => {
  expect(counted(['none', 'high', 'low'])).toEqual([
    ['none', 0],
    ['high', 1],
    ['low', 2],
  ]);
  expect(counted(undefined)).toEqual([
    ['low', 2],
    ['high', 1],
  ]);
});

test('small numbers are shown whole', () => {
  const records = readRecords(
    new VFile('x\n0.0000001\n2.50\n'),
    new Map([['x', { type: 'number' as const }]]),
  );
  const cells = records ? recordsTable('t', records).rows.flat() : [];
  expect(cells).toEqual([
    { kind: 'number', value: 1e-7, digits: 7 },
    { kind: 'number', value: 2.5, digits: 1 },
  ]);
});
