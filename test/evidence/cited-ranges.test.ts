import { describe, expect, test } from 'vitest';
import { readCited } from '../../src/evidence/read-cited.ts';
import { summariseCited } from '../../src/evidence/summarise-cited.ts';
import { citedTable } from '../../src/exhibit/cited-tables.ts';
import { recordsFrom, tableOf, told } from './data.ts';

/** There is no record 5. */
const numbered = recordsFrom('id\n1\n2\n3\n4\n6\n7\n');

function read(cell: string, records = numbered) {
  const { file, table } = tableOf(`row,cited\na,"${cell}"\n`);
  const summary = summariseCited(
    readCited(file, table, { row: 'row', columns: ['cited'] }, records),
    records,
  );
  return {
    summary,
    told: told(file),
    notes: citedTable('t', { name: 't', head: 'Row', summary, rowLabels: new Map(), against: null }).notes,
  };
}

describe('where every id is a whole number', () => {
  test.each(['1–4', '[1-4]', 'as in [1 — 4]'])('%s is every number from 1 to 4, and that is said', (cell) => {
    const { summary, told, notes } = read(cell);
    expect(summary.cited).toEqual(['1', '2', '3', '4']);
    expect(summary.citations).toBe(4);
    expect(told).toEqual([]);
    expect(notes.join(' ')).toMatch(/Read as every number from the first to the last: 1 ?[–—-] ?4\./);
  });

  test('a range stands among other citations', () => {
    expect(read('[1, 3-4; 7]').summary.cited).toEqual(['1', '3', '4', '7']);
  });

  test('a number in between that no record has is told where the range stands', () => {
    const { summary, told } = read('[4–6]');
    expect(summary.cited).toEqual(['4', '6']);
    expect(told).toEqual([
      '2:5 (warning) unknown-citation: "5" is cited within "4–6", and no record has that id',
    ]);
  });

  test.each(['[4–1]', '[1–9]', '[0–2]', '[1–1]'])(
    '%s does not go from one record to a later one, and is told',
    (cell) => {
      const { summary, told } = read(cell);
      expect(summary.cited).toEqual([]);
      expect(summary.ranges).toEqual([]);
      expect(told).toHaveLength(1);
    },
  );
});

test('where one id is none, no range is made up', () => {
  const { summary, told } = read('[1–3]', recordsFrom('id\n1\n2\n3\nx\n'));
  expect(summary.cited).toEqual([]);
  expect(told).toEqual(['2:5 (warning) unknown-citation: "1–3" is cited, and no record has that id']);
});
