import { type CarefulRow, readRow } from './careful-row.ts';
import { findDialect } from './delimiter.ts';

/** The first rows of a CSV file, from its bytes. */
export interface Begin {
  delimiter: string;
  /** Without those whose every cell is blank. */
  rows: BeginRow[];
}

export interface BeginRow extends CarefulRow {
  line: number;
  /** Where the next row begins, in bytes, and its line. */
  after: number;
  lineAfter: number;
}

/** So many bytes are looked at, and so many rows. */
export const BEGIN_BYTES = 1 << 18;
const MOST_ROWS = 200;

/**
 * Reads how a file in UTF-8 begins. Fewer rows than there are come of rows that go on after these bytes.
 *
 * @param isAll whether these bytes are the whole file.
 */
export function readBegin(bytes: Uint8Array, isAll: boolean): Begin {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(mark, BEGIN_BYTES));
  const dialect = findDialect(text);
  const rows: BeginRow[] = [];
  let at = mark + dialect.start;
  let line = dialect.line;
  while (rows.length < MOST_ROWS && at < bytes.length) {
    const row = readRow(bytes.subarray(at), dialect.delimiter, line, isAll);
    if (row === 'more') break;
    const { length, breaks } = row;
    const begun = { ...row, line, after: at + length, lineAfter: line + breaks };
    if (row.fault || row.cells.some(({ value }) => value.trim() !== '')) rows.push(begun);
    at += length;
    line += breaks;
  }
  return { delimiter: dialect.delimiter, rows };
}
