import type { VFile } from 'vfile';
import { findColumn } from '../csv/read.ts';
import type { CsvTable } from '../csv/table.ts';
import { addProblem, quote } from '../problem/problem.ts';

const required = ['document', 'rater', 'start', 'end', 'code'] as const;

/** Which column of a file of spans says what, by index; `length` is -1 where there is none. */
export type SpanColumns = Record<(typeof required)[number] | 'length', number>;

/** Whether a file is one of spans by its header: a file of ratings, whose units may have times, has a column unit. */
export const isSpansHeader = (table: Pick<CsvTable, 'header'>): boolean =>
  findColumn(table, 'start') !== -1 && findColumn(table, 'end') !== -1 && findColumn(table, 'unit') === -1;

/** Undefined, and told, where a column is missing. */
export function findSpanColumns(file: VFile, table: CsvTable): SpanColumns | undefined {
  const found = Object.fromEntries(
    [...required, 'length'].map((name) => [name, findColumn(table, name)]),
  ) as SpanColumns;
  const place = table.header[0]?.place ?? { line: 1, column: 1 };
  const lacking = required.filter((name) => found[name] === -1);
  for (const name of lacking) {
    addProblem(file, {
      rule: 'missing-column',
      reason: `there is no column ${quote(name)}`,
      place,
      advice: `a file of spans has ${required.join(', ')} and, where it is known, the length of the document`,
    });
  }
  const known = new Set(Object.values(found));
  for (const [index, cell] of table.header.entries()) {
    if (known.has(index) || cell.value.trim() === '') continue;
    addProblem(file, {
      rule: 'ignored-column',
      reason: `column ${quote(cell.value)} is not read`,
      place: cell.place,
      advice: `a file of spans has ${required.join(', ')} and length`,
      warning: true,
    });
  }
  return lacking.length === 0 ? found : undefined;
}
