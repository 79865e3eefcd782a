import type { VFile } from 'vfile';
import type { CsvCell, CsvTable } from '../csv/read.ts';
import { findColumn } from '../csv/read.ts';
import { addProblem, type Place, quote } from '../problem/problem.ts';
import { citationsIn } from './citations.ts';
import { areNumbered, endsOf, expandRange } from './expand-range.ts';
import { placesIn } from './place-in-cell.ts';
import { type RecordBase, whyNot } from './record-base.ts';
import type { RecordIndex } from './record-index.ts';
import { type Follow, tellMerged } from './tell-merged.ts';

/** Which columns of a table hold what. */
export interface CitingColumns {
  /** The column that names a row; several rows may have one name and then count as one. */
  row: string;
  /** The columns with citations. */
  columns: readonly string[];
}

/** The citations of a table. */
export interface CitedTable {
  /** In the order of the file. */
  rows: CitedRow[];
  columns: { name: string; label: string }[];
  /** Citations that name no record, each time they stand. */
  unknown: { record: string; row: string; column: string }[];
  /** Records that are cited and not included, each time they are. */
  notIncluded: string[];
  /** Ranges as they stand, of which every number counts as cited. */
  ranges: string[];
  /** Brackets without their other half. */
  unbalanced: number;
}

export interface CitedRow {
  row: string;
  /** Records that are cited, each time they are, a list for each of the table's columns. */
  cited: string[][];
}

/**
 * Reads the citations in some columns of a table, which are taken to exist, and holds each against the records. One of a record that was
 * merged counts for the record that is kept, and is told. One that no record has, and a bracket without its other half, is told as a warning at its place: a table that somebody else printed is kept as it is.
 */
export function readCited(
  file: VFile,
  table: CsvTable,
  { row: key, columns }: CitingColumns,
  records: RecordIndex,
  { base = null, follow }: { base?: RecordBase | null; follow?: Follow | undefined } = {},
): CitedTable {
  const at = columns.map((name) => findColumn(table, name));
  const place = placesIn(file);
  const rows = new Map<string, CitedRow>();
  const unknown: CitedTable['unknown'] = [];
  const notIncluded: string[] = [];
  const ranges: string[] = [];
  let halves = 0;
  const isNumbered = areNumbered(records);
  for (const { cells } of table.rows) {
    const name = (cells[findColumn(table, key)]?.value ?? '').normalize('NFC');
    const row = rows.get(name) ?? { row: name, cited: columns.map(() => []) };
    rows.set(name, row);
    at.forEach((column, index) => {
      const cell = cells[column];
      if (!cell) return;
      const { citations, unbalanced } = citationsIn(cell.value);
      halves += unbalanced.length;
      for (const offset of unbalanced) tellBracket(file, cell, offset, place(cell, offset));
      for (const { record: citation, offset } of citations) {
        const where = place(cell, offset);
        const range = isNumbered ? expandRange(citation, records) : undefined;
        if (range) ranges.push(citation);
        for (const named of range ?? [citation]) {
          const merged = records.at.has(named) ? undefined : follow?.(named);
          if (merged)
            tellMerged(file, 'citation', { place: where, named, into: merged.id, where: merged.where });
          const record = merged?.id ?? named;
          if (!records.at.has(record)) {
            unknown.push({ record, row: name, column: columns[index] ?? '' });
            tellUnknown(file, where, record, records, range && citation);
          } else if (base && !base.included.has(record)) {
            notIncluded.push(record);
            tellNotIncluded(file, where, record, base);
          } else row.cited[index]?.push(record);
        }
      }
    });
  }
  return {
    rows: [...rows.values()],
    columns: columns.map((name) => ({ name, label: name })),
    unknown,
    notIncluded,
    ranges,
    unbalanced: halves,
  };
}

const notRead =
  'a range is read only from one record to a later one where every id is a whole number: name each record';

function tellBracket(file: VFile, { value }: CsvCell, offset: number, place: Place): void {
  addProblem(file, {
    rule: 'unbalanced-bracket',
    reason: `the bracket at ${quote(value.slice(offset, offset + 20))} has no other half`,
    place,
    warning: true,
  });
}

function tellNotIncluded(file: VFile, place: Place, record: string, base: RecordBase): void {
  addProblem(file, {
    rule: 'record-not-included',
    reason: `${quote(record)} is cited and not included (${whyNot(base, record)}); it is not counted`,
    place,
    warning: true,
  });
}

function tellUnknown(
  file: VFile,
  place: Place,
  record: string,
  { at, likely }: RecordIndex,
  range?: string,
): void {
  const [from = '', to = ''] = endsOf(record) ?? [];
  addProblem(file, {
    rule: 'unknown-citation',
    reason: `${quote(record)} is cited${range === undefined ? '' : ` within ${quote(range)}`}, and no record has that id`,
    place,
    found: record,
    expected: likely(record),
    ...(at.has(from) && to !== '' && { advice: notRead, suggest: false }),
    warning: true,
  });
}
