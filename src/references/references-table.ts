import type { VFile } from 'vfile';
import { readCsv, requireColumns } from '../csv/read.ts';
import { addProblem, quote } from '../problem/problem.ts';
import { oneLine } from './clean.ts';
import { columns, type Reference } from './reference.ts';
import { writeTable } from './write-table.ts';

/** The text of `references.csv`. */
export const writeReferences = (records: readonly Reference[]): Uint8Array =>
  writeTable(
    columns,
    records.map((record) => columns.map((column) => record[column])),
  );

/**
 * Reads `references.csv`, which may have been edited: columns in any order, and left out where they are blank.
 * Undefined where it cannot be used; a row with something wrong is told and makes it so, for it would be lost.
 */
export function readReferences(file: VFile): Reference[] | undefined {
  const table = readCsv(file);
  const [id, title, ...others] = [
    'id',
    'title',
    ...columns.filter((name) => name !== 'id' && name !== 'title'),
  ];
  const found = table && requireColumns(file, table, [id as string, title as string], others);
  if (!table || !found) return undefined;
  const places = columns.map((column) => found.get(column) ?? -1);
  const lines = new Map<string, number>();
  const records = table.rows.map(({ cells, line }) => {
    const record = {} as Reference;
    columns.forEach((column, at) => {
      record[column] = oneLine(cells[places[at] as number]?.value ?? '');
    });
    const before = lines.get(record.id);
    if (record.id === '' || before !== undefined) {
      const reason =
        record.id === ''
          ? 'this record has no id'
          : `the id ${quote(record.id)} stands in line ${before} already`;
      addProblem(file, {
        rule: 'record-id',
        reason,
        place: { line, column: 1 },
        advice: 'each record has an id of its own',
      });
    }
    lines.set(record.id, line);
    return record;
  });
  return file.messages.some(({ fatal }) => fatal) ? undefined : records;
}
