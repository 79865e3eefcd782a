import type { VFile } from 'vfile';
import { type CsvCell, type CsvTable, findColumn, readCsv } from '../csv/read.ts';
import { addProblem, type Place, quote } from '../problem/problem.ts';
import { parseNumber, type RecordColumn, type Records, type RecordValue } from './records.ts';

/** What is declared about a column; columns that are not declared are read as text. */
export interface ColumnDeclaration {
  label?: string | undefined;
  type?: 'text' | 'number' | undefined;
  levels?: readonly string[] | undefined;
  /** What a value of `levels` is, for messages: "a level of …" unless said. */
  what?: string | undefined;
}

/**
 * Reads a CSV file of records. Numbers may carry no unit and no thousands separator; a cell that
 * is not what its column declares is a problem and is read as blank.
 *
 * @param id column whose cells must be filled and differ from each other.
 * @param blank words that stand for a blank cell, such as NA.
 */
export function readRecords(
  file: VFile,
  declared: ReadonlyMap<string, ColumnDeclaration>,
  id?: string,
  blank: readonly string[] = [],
): Records | undefined {
  const table = readCsv(file);
  return table && recordsOf(file, table, declared, id, blank);
}

/** The same of a table that was read already. */
export function recordsOf(
  file: VFile,
  table: CsvTable,
  declared: ReadonlyMap<string, ColumnDeclaration>,
  id?: string,
  blank: readonly string[] = [],
): Records {
  for (const name of new Set([...(id === undefined ? [] : [id]), ...declared.keys()])) {
    if (findColumn(table, name) === -1) {
      addProblem(file, {
        rule: 'missing-column',
        reason: `column ${quote(name)} is declared in study.yaml and is not in this file`,
        place: table.header[0]?.place,
        found: name,
        expected: table.header.map((cell) => cell.value),
      });
    }
  }
  const spelt = new Map(
    [...declared.keys(), ...(id === undefined ? [] : [id])].map((name) => [findColumn(table, name), name]),
  );
  const columns = table.header.map(({ value }, index): RecordColumn => {
    const name = spelt.get(index) ?? value;
    const declaration = declared.get(name);
    return {
      name,
      label: declaration?.label ?? name,
      type: declaration?.type ?? 'text',
      levels: declaration?.levels,
    };
  });
  if (id !== undefined) checkIds(file, table, id);
  const isBlank = new Set(['', ...blank]);
  const readers = columns.map((column) => (column.name === id ? readId : readerOf(column, declared)));
  return {
    columns,
    rows: table.rows.map((row) =>
      row.cells.map((cell, index) =>
        isBlank.has(cell.value) ? null : (readers[index]?.(file, cell) ?? null),
      ),
    ),
  };
}

type ReadCell = (file: VFile, cell: CsvCell) => RecordValue;

function readerOf(
  column: RecordColumn | undefined,
  declared: ReadonlyMap<string, ColumnDeclaration>,
): ReadCell {
  if (column?.levels)
    return readLevel(column.levels, declared.get(column.name)?.what ?? `a level of ${quote(column.name)}`);
  return column?.type === 'number' ? readNumber(column.name) : (_, cell) => cell.value;
}

/** How an accent is stored is no difference between two people. */
const readId: ReadCell = (_, { value }) => value.normalize('NFC');

function readLevel(levels: readonly string[], what: string): ReadCell {
  const known = new Map(levels.map((level) => [level.normalize('NFC'), level]));
  return (file, { value, place }) => {
    const level = known.get(value.normalize('NFC'));
    if (level !== undefined) return level;
    addProblem(file, {
      rule: 'unknown-level',
      reason: `${quote(value)} is not ${what}`,
      place,
      found: value,
      expected: levels,
    });
    return null;
  };
}

/** Digits that a number is told apart by. */
const significant = (value: string): number => value.replace(/^[+-]?[0.]*|\.(?=\d)/g, '').length;

function tellTooLong(file: VFile, value: string, place: Place, column: string): void {
  addProblem(file, {
    rule: 'too-many-digits',
    reason: `${quote(value)} in column ${quote(column)} has more digits than can be kept exactly`,
    place,
    expected: ['at most 15 digits'],
    advice: 'a long number that names something, such as an account, is a text: leave the type away',
  });
}

function readNumber(column: string): ReadCell {
  return (file, { value, place }) => {
    const number = parseNumber(value);
    if (number !== null) {
      if (significant(value) > 15) tellTooLong(file, value, place, column);
      return number;
    }
    addProblem(file, {
      rule: 'not-a-number',
      reason: `${quote(value)} in column ${quote(column)} is not a number`,
      place,
      expected: ['a number such as 3 or 3.5'],
      advice: /^[+-]?\d+,\d+$/.test(value)
        ? 'write the decimal comma as a point'
        : 'a word for blank cells, such as NA, is declared as "missing" in study.yaml',
    });
    return null;
  };
}

function checkIds(file: VFile, table: CsvTable, id: string): void {
  const index = findColumn(table, id);
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const cell = row.cells[index];
    if (!cell) continue;
    const before = seen.get(cell.value);
    if (cell.value === '') {
      addProblem(file, { rule: 'missing-id', reason: `${quote(id)} is blank`, place: cell.place });
    } else if (cell.value.startsWith('?')) {
      addProblem(file, {
        rule: 'reserved-id',
        reason: `${quote(cell.value)} cannot be an id`,
        place: cell.place,
        advice: 'ids that begin with ? are kept for people whom a source does not name',
      });
    } else if (before !== undefined) {
      addProblem(file, {
        rule: 'duplicate-id',
        reason: `${quote(cell.value)} stands in line ${before} already`,
        place: cell.place,
      });
    }
    if (before === undefined) seen.set(cell.value, row.line);
  }
}
