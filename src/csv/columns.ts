import type { VFile } from 'vfile';
import { addProblem, quote } from '../problem/problem.ts';
import type { CsvCell, CsvTable } from './table.ts';

/** All that columns are found by. */
type Header = Pick<CsvTable, 'header'>;

/** The index of a column, or -1; case and surrounding spaces of names do not count. */
export function findColumn(table: Header, name: string): number {
  const wanted = columnKey(name);
  return table.header.findIndex((cell) => columnKey(cell.value) === wanted);
}

/**
 * The index of each column that is there, by its name as spelt in `required` and `optional`.
 * Missing and unknown columns are told; without the required ones there is no result. Columns
 * without a name are not asked about.
 */
export function requireColumns(
  file: VFile,
  table: Header,
  required: readonly string[],
  optional: readonly string[] = [],
): Map<string, number> | undefined {
  const known = [...required, ...optional];
  const found = new Map<string, number>();
  for (const name of known) {
    const index = findColumn(table, name);
    if (index !== -1) found.set(name, index);
  }
  const missing = required.filter((name) => !found.has(name));
  for (const name of missing) tellMissing(file, table, name);
  tellUnknown(file, table, known, found);
  return missing.length === 0 ? found : undefined;
}

function tellMissing(file: VFile, table: Header, name: string): void {
  addProblem(file, {
    rule: 'missing-column',
    reason: `there is no column ${quote(name)}`,
    place: { line: table.header[0]?.place.line ?? 1, column: 1 },
    advice:
      table.header.length === 1
        ? 'the header was read as one column: cells are separated by a comma, a semicolon or a tab'
        : `the columns here are ${table.header.map(({ value }) => quote(value)).join(', ')}`,
  });
}

function tellUnknown(
  file: VFile,
  table: Header,
  known: readonly string[],
  found: ReadonlyMap<string, number>,
): void {
  const knownKeys = new Set(known.map(columnKey));
  const absent = known.filter((name) => !found.has(name));
  for (const cell of table.header) {
    const key = columnKey(cell.value);
    if (key === '' || knownKeys.has(key)) continue;
    addProblem(file, {
      rule: 'unknown-column',
      reason: `nothing is known about a column ${quote(cell.value)}`,
      place: cell.place,
      found: cell.value,
      // A column that is there already is not what was meant.
      ...(absent.length > 0 && { expected: absent }),
      advice: `columns are ${known.map(quote).join(', ')}`,
    });
  }
}

/** The columns without a name, by index, with nothing found in them yet. */
export const unnamedColumns = (header: readonly CsvCell[]): Map<number, CsvCell | undefined> =>
  new Map(header.flatMap(({ value }, index) => (columnKey(value) === '' ? [[index, undefined]] : [])));

/**
 * Tells of columns with the same name, and of data in columns without one. All columns stay.
 *
 * @param unnamed the first datum of each column without a name.
 */
export function checkHeader(
  file: VFile,
  header: readonly CsvCell[],
  unnamed: ReadonlyMap<number, CsvCell | undefined>,
): void {
  const seen = new Map<string, CsvCell>();
  for (const cell of header) {
    const key = columnKey(cell.value);
    const before = seen.get(key);
    if (before) tellDuplicate(file, cell, before);
    else if (key !== '') seen.set(key, cell);
  }
  for (const [index, datum] of unnamed) if (datum) tellUnnamed(file, header, index, datum);
}

function tellDuplicate(file: VFile, cell: CsvCell, before: CsvCell): void {
  addProblem(file, {
    rule: 'duplicate-column',
    reason: `column ${quote(cell.value)} has the name of column ${quote(before.value)} at ${before.place.line}:${before.place.column}`,
    place: cell.place,
    found: cell.value,
    advice: 'give each column a name of its own; case and surrounding spaces do not tell names apart',
  });
}

function tellUnnamed(file: VFile, header: readonly CsvCell[], index: number, datum: CsvCell): void {
  addProblem(file, {
    rule: 'unnamed-column',
    reason: `column ${index + 1} has no name but holds data, first ${quote(datum.value)} at ${datum.place.line}:${datum.place.column}`,
    place: header[index]?.place,
    advice:
      'give it a name in the header, or remove it (R writes such a column unless told row.names = FALSE)',
  });
}

export const columnKey = (name: string): string => name.trim().toLowerCase().normalize('NFC');
