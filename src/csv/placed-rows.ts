import { findDialect } from './delimiter.ts';
import { parseRows } from './parse-rows.ts';
import { scan } from './scan.ts';

/** A CSV text with where its rows stand, so that cells can be changed and all else stays. Offsets are UTF-16 units. */
export interface PlacedRows {
  text: string;
  delimiter: string;
  /** What ends its lines: that of the first one. */
  lineEnd: string;
  /** Undefined where there is no row. */
  header: PlacedRow | undefined;
  /** Those with as many cells as the header that are not blank. */
  rows: readonly PlacedRow[];
}

export interface PlacedRow {
  start: number;
  /** Before its line end. */
  end: number;
  values: readonly string[];
}

/** Rows with a quote out of place are left out; `readCsv` tells of them. */
export function placeRows(text: string): PlacedRows {
  const { delimiter, start, line } = findDialect(text);
  let header: PlacedRow | undefined;
  const rows: PlacedRow[] = [];
  for (const { raw, cells } of parseRows(text, delimiter, [...scan(text, delimiter, start, line)])) {
    const row = { start: raw.start, end: raw.end, values: cells.map(({ value }) => value) };
    if (row.values.every((value) => value.trim() === '')) continue;
    if (!header) header = row;
    else if (row.values.length === header.values.length) rows.push(row);
  }
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  return { text, delimiter, lineEnd, header, rows };
}

/** Where each cell of a row stands: from a delimiter to the next, with its quotes and the spaces around it. */
export function spansOf({ text, delimiter }: PlacedRows, row: PlacedRow): { start: number; end: number }[] {
  const words = text.slice(row.start, row.end);
  const [raw] = scan(words, delimiter, 0, 1);
  const lines = [0, ...[...words.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length)];
  // Between a delimiter and where a cell begins there are spaces only.
  const starts = (raw?.cells ?? []).map(({ place }, at) => {
    const begins = (lines[place.line - 1] ?? 0) + place.column - 1;
    return row.start + (at === 0 ? 0 : words.lastIndexOf(delimiter, begins - 1) + 1);
  });
  return starts.map((start, at) => ({ start, end: (starts[at + 1] ?? row.end + 1) - 1 }));
}

/** A text put in place of what stands from `start` to `end`. */
export interface Replacement {
  start: number;
  end: number;
  text: string;
}

/** The text with replacements made, which overlap nowhere and stand in their order. */
export function replaceParts(text: string, replacements: readonly Replacement[]): string {
  let [made, at] = ['', 0];
  for (const { start, end, text: words } of replacements) {
    made += text.slice(at, start) + words;
    at = end;
  }
  return made + text.slice(at);
}

/** The rows with values that were written into one of them, or without that row for null; `text` is what stands there now. */
export function withRow(
  placed: PlacedRows,
  row: PlacedRow,
  values: readonly string[] | null,
  text: string,
): PlacedRows {
  const by = text.length - placed.text.length;
  const rows = placed.rows.flatMap((one) => {
    if (one === row) return values ? [{ start: one.start, end: one.end + by, values }] : [];
    return [one.start > row.start ? { ...one, start: one.start + by, end: one.end + by } : one];
  });
  return { ...placed, text, rows };
}

/** A cell as it stands in a file with a delimiter; the text itself is not changed for a spreadsheet. */
export const cellText = (value: string, delimiter: string): string =>
  value.includes(delimiter) || /["\r\n]|^\s|\s$/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
