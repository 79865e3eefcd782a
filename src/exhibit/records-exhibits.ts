import { columnAt, type RecordColumn, type Records, type RecordValue } from '../records/records.ts';
import { yearsOf } from '../records/years.ts';
import type { Note } from './note.ts';
import { type Cell, count, missing, number, type Table, text } from './table.ts';

/** Records as a table: the named columns in that order, or all. Columns are taken to exist. */
export function recordsTable(id: string, records: Records, names?: readonly string[]): Table {
  const shown = (names ?? records.columns.map(({ name }) => name)).map((name) => columnAt(records, name));
  return {
    id,
    caption: id,
    columns: shown.flatMap((index) => {
      const column = records.columns[index];
      return column ? [{ key: column.name, label: column.label, align: alignment(column.type) }] : [];
    }),
    rows: records.rows.map((row) => shown.map((index) => cellOf(row[index] ?? null))),
    notes: [],
  };
}

/** Counts per value of a column as a table: declared levels and years in their order, else most frequent first. */
export function countsTable(
  id: string,
  column: RecordColumn,
  counts: ReadonlyMap<string, number>,
  blank: number,
): Table {
  const { label, levels } = column;
  const isOrdered = levels ?? yearsOf(column, counts.keys());
  const inOrder = isOrdered ? [...counts] : [...counts].sort(([, a], [, b]) => b - a);
  return {
    id,
    caption: id,
    columns: [
      { key: 'value', label, align: 'left' },
      { key: 'count', label: 'Count', align: 'right' },
    ],
    rows: inOrder.map(([value, n]) => [text(value), count(n)]),
    notes: blank > 0 ? [`${blank} not counted: the cell is blank.`] : [],
  };
}

/** Columns that a file of remarks has: who held it, what (in our words), and where the source says so. */
export const noteColumns = { who: 'participant', text: 'remark', place: 'place' } as const;

/** Records as notes; the columns of `noteColumns` are taken to exist. */
export function notesOf(records: Records): Note[] {
  const at = {
    who: columnAt(records, noteColumns.who),
    text: columnAt(records, noteColumns.text),
    place: columnAt(records, noteColumns.place),
  };
  return records.rows.map((row) => ({
    who: asText(row[at.who]),
    text: asText(row[at.text]) ?? '',
    place: asText(row[at.place]) ?? '',
  }));
}

function cellOf(value: RecordValue): Cell {
  if (value === null) return missing('empty');
  if (typeof value === 'string') return text(value);
  return Number.isInteger(value) ? count(value) : number(value, decimals(value));
}

const alignment = (type: 'text' | 'number') => (type === 'number' ? 'right' : 'left');

/** Digits after the decimal point that a number needs to be shown whole; `1e-7` has seven. */
function decimals(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Math.min(15, Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent)));
}

const asText = (value: RecordValue | undefined): string | null =>
  value === null || value === undefined ? null : String(value);
