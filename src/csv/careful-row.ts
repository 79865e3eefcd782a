import { firstInvalid, hex } from '../file/decode-text.ts';
import { placeAfter } from '../file/place-after.ts';
import type { Place } from '../problem/problem.ts';
import { LONGEST } from './byte-rows.ts';
import { parseRows } from './parse-rows.ts';
import { type QuoteFault, type RawRow, scan } from './scan.ts';
import type { CsvCell } from './table.ts';

/** One row of a CSV file in bytes, read as `readCsv` does, with all that may be wrong with it. */
export interface CarefulRow {
  /** How many bytes it takes with its line end, and how many lines end in it. */
  length: number;
  breaks: number;
  /** None where there is a fault. */
  cells: CsvCell[];
  /** An unclosed quote takes the rest of the file. */
  fault?: QuoteFault;
  damage?: Damage;
  /** Is longer than a row may be, or has no end within that. */
  endless?: boolean;
}

/** A byte that no text in UTF-8 has there. */
export interface Damage {
  byte: string;
  place: Place;
}

/**
 * The row with which the bytes begin; `more` where they end too early to know.
 *
 * @param line the number of its first line.
 */
export function readRow(
  bytes: Uint8Array,
  delimiter: string,
  line: number,
  isLast: boolean,
): CarefulRow | 'more' {
  for (let window = FIRST; ; window *= 8) {
    const isAll = window >= bytes.length;
    const { raw, after } = cut(bytes.subarray(0, window), delimiter, line);
    const isWhole = raw.fault?.kind !== 'unclosed' && after !== undefined;
    if (isWhole) {
      const row = read(bytes.subarray(0, after), delimiter, line);
      return after > LONGEST ? { ...row, endless: true } : row;
    }
    if (!isAll) continue;
    if (isLast) return read(bytes, delimiter, line);
    if (bytes.length <= LONGEST) return 'more';
    return { ...read(bytes, delimiter, line), endless: true };
  }
}

const FIRST = 1 << 12;

/**
 * Where the first row ends, in bytes, with its line end; undefined where it may go on. Every byte is read as one
 * character, for what parts cells and rows is ASCII.
 */
function cut(bytes: Uint8Array, delimiter: string, line: number): { raw: RawRow; after: number | undefined } {
  const text = new TextDecoder('windows-1252').decode(bytes);
  const raw = scan(text, delimiter, 0, line).next().value as RawRow;
  // A carriage return may have a line feed after it.
  if (text[raw.end] === '\n') return { raw, after: raw.end + 1 };
  if (raw.end + 1 >= text.length) return { raw, after: undefined };
  return { raw, after: raw.end + (text[raw.end + 1] === '\n' ? 2 : 1) };
}

function read(bytes: Uint8Array, delimiter: string, line: number): CarefulRow {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const breaks = text.match(/\r\n|\r|\n/g)?.length ?? 0;
  const damage = damageIn(bytes, line);
  const row = { length: bytes.length, breaks, ...(damage && { damage }) };
  const raw = scan(text, delimiter, 0, line).next().value as RawRow;
  if (raw.fault) return { ...row, cells: [], fault: raw.fault };
  const [parsed] = parseRows(text, delimiter, [raw]);
  return { ...row, cells: parsed?.cells ?? [] };
}

/** The first byte that is not UTF-8, or is NUL, in a row that begins on a line. */
export function damageIn(bytes: Uint8Array, line: number): Damage | undefined {
  const nul = bytes.indexOf(0);
  const text = nul === -1 ? bytes : bytes.subarray(0, nul);
  const found = isUtf8(text) ? undefined : firstInvalid(text);
  if (!found && nul === -1) return undefined;
  const before = found?.before ?? new TextDecoder('utf-8', { ignoreBOM: true }).decode(text);
  const place = placeAfter(before);
  return { byte: hex(found?.byte ?? 0), place: { line: line + place.line - 1, column: place.column } };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
