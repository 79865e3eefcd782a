import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { countsTable } from '../../src/exhibit/records-exhibits.ts';
import { readRecords } from '../../src/records/read-records.ts';
import { summarise } from '../../src/records/summarise.ts';

function counted(
  head: string,
  values: readonly string[],
  declared: { type?: 'number'; label?: string } = {},
) {
  const records = readRecords(new VFile(`${head}\n${values.join('\n')}\n`), new Map([[head, declared]]));
  const column = records?.columns[0];
  const counts = records && summarise(records, { countBy: head }).counts;
  if (!column || !counts) throw new Error('not read');
  return countsTable('t', column, counts, 0).rows.map((row) =>
    row.map((cell) => ('text' in cell ? cell.text : 'value' in cell ? cell.value : '')).join(': '),
  );
}

const values = ['2021', '2018', '2021'];
const byYear = ['2018: 1', '2019: 0', '2020: 0', '2021: 2'];

describe('counts by year stand in the order of years, with those between that no record has', () => {
  test.each([
    ['year', {}],
    ['year', { type: 'number' as const }],
    ['published', { label: 'Year of publication' }],
    ['publication_year', {}],
  ])('%s %j', (head, declared) => {
    expect(counted(head, values, declared)).toEqual(byYear);
  });

  test.each([
    ['birthyears', values],
    ['year', ['2021', '2018', '2021', 'in press']],
    ['year', ['2', '1', '2']],
  ])('%s with %j is counted like any other column', (head, some) => {
    expect(counted(head, some)[0]).toMatch(/^(2021|2): 2$/);
  });

  test('a slip of a thousand years does not make a thousand rows', () => {
    expect(counted('year', ['2021', '1021', '2021'])).toEqual(['1021: 1', '2021: 2']);
  });
});
