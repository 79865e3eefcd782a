import type { VFile } from 'vfile';
import { columnKey } from '../csv/columns.ts';
import { readCsvRows, requireColumns } from '../csv/read.ts';
import { addProblem, quote } from '../problem/problem.ts';
import { ownText } from '../text/own-text.ts';
import { bareDoi, oneLine } from './clean.ts';
import { columns, type Reference } from './reference.ts';
import { MOST } from './tell.ts';
import { writeTable } from './write-table.ts';

/** The text of `references.csv`; columns that somebody added stand last. */
export function writeReferences(records: readonly Reference[]): Uint8Array {
  const added = [...new Set(records.flatMap(({ own }) => [...(own?.keys() ?? [])]))];
  return writeTable(
    [...columns, ...added],
    records.map((record) => [
      ...columns.map((column) => record[column]),
      ...added.map((name) => record.own?.get(name) ?? ''),
    ]),
  );
}

/**
 * Reads `references.csv`, which may have been edited: columns in any order, left out where they are blank, and others added.
 * Undefined where it cannot be used; a row with something wrong is told and makes it so, for it would be lost.
 */
export function readReferences(file: VFile): Reference[] | undefined {
  const table = readCsvRows(file);
  const [id, title, ...others] = [
    'id',
    'title',
    ...columns.filter((name) => name !== 'id' && name !== 'title'),
  ];
  const known = new Set<string>(columns.map(columnKey));
  const added = (table?.header ?? [])
    .map(({ value }, at) => ({ name: value, at }))
    .filter(({ name }) => name !== '' && !known.has(columnKey(name)));
  const optional = [...others, ...added.map(({ name }) => name)];
  const found = table && requireColumns(file, table, [id as string, title as string], optional);
  if (!table || !found) return undefined;
  const places = columns.map((column) => found.get(column) ?? -1);
  const lines = new Map<string, number>();
  const records: Reference[] = [];
  for (const { cells, line } of table.rows) {
    const record = {} as Reference;
    columns.forEach((column, at) => {
      record[column] = ownText(oneLine(cells[places[at] as number]?.value ?? ''));
    });
    record.doi = LINKED_DOI.test(record.doi) ? bareDoi(record.doi) : record.doi;
    if (record.year !== '' && !/^\d{4}$/.test(record.year)) {
      const at = cells[found.get('year') ?? -1];
      addProblem(file, {
        rule: 'no-year-in-field',
        reason: `${quote(record.year)} is no year; duplicates are looked for as if there were none`,
        place: at?.place,
        found: record.year,
        suggest: false,
        advice: 'a year has four digits, such as 2019',
        warning: true,
        most: MOST,
      });
    }
    if (added.length > 0) record.own = new Map(added.map(({ name, at }) => [name, cells[at]?.value ?? '']));
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
    records.push(record);
  }
  return file.messages.some(({ fatal }) => fatal) ? undefined : records;
}

/** A DOI as a link, or with its prefix, as people paste it. */
const LINKED_DOI = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)10\.\d{4,9}(?:\.\d+)*\/\S+$/i;
