import { columnKey } from '../csv/columns.ts';
import {
  cellText,
  type PlacedRow,
  type PlacedRows,
  placeRows,
  type Replacement,
  replaceParts,
  spansOf,
  withRow,
} from '../csv/placed-rows.ts';
import { type Verdict, verdicts } from './stage.ts';

/** What a rater's row says of a record; a note may stand there before a decision does. */
export interface Said {
  verdict: Verdict | null;
  reason: string | null;
  note: string | null;
}

const names = ['record', 'decision', 'reason', 'note'] as const;
type Name = (typeof names)[number];

/** What a rater's file says, by record: of several rows on one, that with a decision. */
export function saidIn(placed: PlacedRows): Map<string, Said> {
  const at = columnsOf(placed);
  const said = new Map<string, Said>();
  for (const row of placed.rows) {
    const value = (name: Name) => row.values[at[name]] || null;
    const record = recordOf(row, at);
    const verdict = verdicts.find((one) => one === value('decision')?.toLowerCase()) ?? null;
    if (record === '' || said.get(record)?.verdict) continue;
    const reason = value('reason')?.normalize('NFC') ?? null;
    said.set(record, { verdict, reason, note: value('note') });
  }
  return said;
}

/**
 * A rater's file in which a record's row says this, or that has no such row for null. Only the cells of that row that
 * are to say something else are written; a row that is new stands last, and columns that are missing and needed are added.
 * Of a row that is to go and says more in columns of its own, the decision is emptied.
 */
export function withSaid(placed: PlacedRows, record: string, said: Said | null): PlacedRows {
  if (!placed.header) return said ? withSaid(placeRows(`${names.join(',')}\n`), record, said) : placed;
  const at = columnsOf(placed);
  const rows = placed.rows.filter((row) => recordOf(row, at) === record);
  const row = rows.find(({ values }) => values[at.decision]) ?? rows[0];
  if (row && !said && isAlone(row, at)) return withRow(placed, row, null, withoutRow(placed.text, row));
  const missing = names.filter((name) => said && at[name] === -1 && textOf(name, record, said) !== '');
  if (missing.length > 0) return withSaid(withColumns(placed, missing), record, said);
  if (row) return changed(placed, row, at, said ?? nothing);
  return said ? appended(placed, placed.header, record, said) : placed;
}

const nothing: Said = { verdict: null, reason: null, note: null };

function columnsOf({ header }: PlacedRows): Record<Name, number> {
  const keys = header?.values.map(columnKey) ?? [];
  return Object.fromEntries(names.map((name) => [name, keys.indexOf(name)])) as Record<Name, number>;
}

const recordOf = (row: PlacedRow, at: Record<Name, number>): string =>
  (row.values[at.record] ?? '').normalize('NFC');

function textOf(name: string, record: string, { verdict, reason, note }: Said): string {
  const values: Record<Name, string | null> = { record, decision: verdict, reason, note };
  return values[name as Name] ?? '';
}

/** Whether nothing stands in a row but what is known here. */
const isAlone = ({ values }: PlacedRow, at: Record<Name, number>): boolean =>
  values.every((value, index) => value.trim() === '' || Object.values(at).includes(index));

function withoutRow(text: string, { start, end }: PlacedRow): string {
  const [lineEnd = ''] = /^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2)) ?? [];
  return text.slice(0, start) + text.slice(end + lineEnd.length);
}

function withColumns({ text, header, rows, delimiter }: PlacedRows, missing: readonly string[]): PlacedRows {
  const behind = ({ end }: PlacedRow, cells: readonly string[]): Replacement => {
    return { start: end, end, text: cells.map((cell) => delimiter + cell).join('') };
  };
  const blank = missing.map(() => '');
  const all = [...(header ? [behind(header, missing)] : []), ...rows.map((row) => behind(row, blank))];
  return placeRows(replaceParts(text, all));
}

function changed(placed: PlacedRows, row: PlacedRow, at: Record<Name, number>, said: Said): PlacedRows {
  const spans = spansOf(placed, row);
  const values = [...row.values];
  const replacements: Replacement[] = [];
  for (const name of names.filter((one) => one !== 'record')) {
    const [span, there = ''] = [spans[at[name]], row.values[at[name]]];
    const value = textOf(name, '', said);
    if (!span || (name === 'decision' ? there.toLowerCase() : there) === value) continue;
    values[at[name]] = value;
    replacements.push({ ...span, text: cellText(value, placed.delimiter) });
  }
  replacements.sort((a, b) => a.start - b.start);
  return withRow(placed, row, values, replaceParts(placed.text, replacements));
}

function appended(placed: PlacedRows, header: PlacedRow, record: string, said: Said): PlacedRows {
  const { text, delimiter, lineEnd } = placed;
  const values = header.values.map((name) => textOf(columnKey(name), record, said));
  const before = text + (/[\r\n]$/.test(text) ? '' : lineEnd);
  const row = values.map((value) => cellText(value, delimiter)).join(delimiter);
  const placedRow = { start: before.length, end: before.length + row.length, values };
  return { ...placed, text: before + row + lineEnd, rows: [...placed.rows, placedRow] };
}
