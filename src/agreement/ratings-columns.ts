import type { VFile } from 'vfile';
import { findColumn } from '../csv/read.ts';
import type { CsvCell, CsvTable } from '../csv/table.ts';
import { addProblem, quote } from '../problem/problem.ts';

/** Which column says what, by index; `document` is what units stand in together, and -1 where there is none. */
export type RatingsColumns = LongColumns | WideColumns;

export interface LongColumns {
  form: 'long';
  unit: number;
  rater: number;
  code: number;
  document: number;
  /** What the header calls that. */
  cluster: ClusterName;
}

export interface WideColumns {
  form: 'wide';
  unit: number;
  document: number;
  cluster: ClusterName;
  raters: RaterColumn[];
}

export type ClusterName = 'document' | 'participant';

interface RaterColumn {
  name: string;
  cell: CsvCell;
  column: number;
}

/** Undefined, and told, where a header is that of neither form. */
export function findRatingsColumns(file: VFile, table: CsvTable): RatingsColumns | undefined {
  const unit = findColumn(table, 'unit');
  const rater = findColumn(table, 'rater');
  const code = findColumn(table, 'code');
  const cluster: ClusterName = findColumn(table, 'document') === -1 ? 'participant' : 'document';
  const document = findColumn(table, cluster);
  if (unit === -1) return tellNoColumn(file, table, 'unit');
  if (rater !== -1 && code !== -1) {
    tellIgnored(file, table, new Set([unit, rater, code, document]));
    return { form: 'long', unit, rater, code, document, cluster };
  }
  // A header of these three but one is a long file with a slip, not a rater named "code".
  if (rater !== -1) return tellNoColumn(file, table, 'code');
  if (code !== -1 && table.header.length <= 3) return tellNoColumn(file, table, 'rater');
  const raters = table.header
    .map((cell, column) => ({ name: cell.value, cell, column }))
    .filter(({ column, name }) => column !== unit && column !== document && name.trim() !== '');
  return raters.length > 0
    ? { form: 'wide', unit, document, cluster, raters }
    : tellNoColumn(file, table, 'rater');
}

function tellNoColumn(file: VFile, table: CsvTable, name: 'unit' | 'rater' | 'code'): undefined {
  addProblem(file, {
    rule: 'missing-column',
    reason: name === 'rater' ? 'there is no column of a rater' : `there is no column ${quote(name)}`,
    place: table.header[0]?.place ?? { line: 1, column: 1 },
    advice: 'a wide file has a column unit and one column a rater; a long file has unit, rater and code',
  });
  return undefined;
}

function tellIgnored(file: VFile, table: CsvTable, known: ReadonlySet<number>): void {
  for (const [index, cell] of table.header.entries()) {
    if (known.has(index) || cell.value.trim() === '') continue;
    addProblem(file, {
      rule: 'ignored-column',
      reason: `column ${quote(cell.value)} is not read`,
      place: cell.place,
      advice:
        'a long file has unit, rater, code and, where units stand in documents or are of participants, document or participant',
      warning: true,
    });
  }
}
