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

/** The record that a row is on, by the id that stands there: also the one that it was merged into. */
export type RecordOf = (id: string) => string;

const itself: RecordOf = (id) => id;

/** What a rater's file says, by record: of several rows on one, the first with a decision. */
export function saidIn(placed: PlacedRows, recordOf = itself): Map<string, Said> {
  const at = columnsOf(placed);
  const telling = new Map<string, PlacedRow>();
  for (const row of placed.rows) {
    const record = recordOf(idIn(row, at));
    const before = telling.get(record);
    if (record !== '' && !(before && decides(before, at)))
      telling.set(record, before && !decides(row, at) ? before : row);
  }
  const said = new Map<string, Said>();
  for (const [record, row] of telling) {
    const value = (name: Name) => row.values[at[name]] || null;
    const verdict = verdicts.find((one) => one === value('decision')?.toLowerCase()) ?? null;
    const reason = value('reason')?.normalize('NFC') ?? null;
    said.set(record, { verdict, reason, note: value('note') });
  }
  return said;
}

const decides = ({ values }: PlacedRow, at: Record<Name, number>): boolean => Boolean(values[at.decision]);

/** The ids that stand in rows with a decision, a row an id. */
export function decidedIds(placed: PlacedRows): string[] {
  const at = columnsOf(placed);
  return placed.rows.flatMap((row) => (decides(row, at) ? [idIn(row, at)] : []));
}

/**
 * A rater's file in which a record's row says this, or that has no such row for null. Only the cells of that row that
 * are to say something else are written; a row that is new stands last, and columns that are missing and needed are added.
 * Of a row that is to go and says more in columns of its own, the decision is emptied. Where several rows decide on one
 * record, which was merged, they go on deciding alike.
 */
export function withSaid(
  placed: PlacedRows,
  record: string,
  said: Said | null,
  recordOf = itself,
): PlacedRows {
  const { header } = placed;
  if (!header) return said ? withSaid(placeRows(`${names.join(',')}\n`), record, said) : placed;
  const at = columnsOf(placed);
  const missing = names.filter((name) => said && at[name] === -1 && textOf(name, record, said) !== '');
  if (missing.length > 0) return withSaid(withColumns(placed, missing), record, said, recordOf);
  const rows = placed.rows.filter((one) => recordOf(idIn(one, at)) === record);
  const telling = rows.find((row) => decides(row, at)) ?? rows[0];
  if (!telling) return said ? appended(placed, header, record, said) : placed;
  // From the last on: a row that is written moves those behind it.
  return rows
    .filter((row) => row === telling || decides(row, at))
    .reduceRight((now, row) => {
      const note = row.values[at.note] || null;
      const after = row === telling ? said : said || note ? { ...(said ?? nothing), note } : null;
      if (!after && isAlone(row, at)) return withRow(now, row, null, withoutRow(now.text, row));
      return changed(now, row, at, after ?? nothing);
    }, placed);
}

const nothing: Said = { verdict: null, reason: null, note: null };

function columnsOf({ header }: PlacedRows): Record<Name, number> {
  const keys = header?.values.map(columnKey) ?? [];
  return Object.fromEntries(names.map((name) => [name, keys.indexOf(name)])) as Record<Name, number>;
}

const idIn = (row: PlacedRow, at: Record<Name, number>): string =>
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
