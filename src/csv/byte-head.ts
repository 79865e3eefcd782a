import { VFile } from 'vfile';
import { findDialect } from './delimiter.ts';
import { readCsv } from './read.ts';
import { scan } from './scan.ts';
import type { CsvTable } from './table.ts';

export interface ByteHead {
  /** The header, without rows. */
  table: CsvTable;
  /** Where the rows begin, in bytes, and the number of that line. */
  start: number;
  line: number;
}

/** A header is looked for in so many bytes. */
const FARTHEST = 1 << 16;

/**
 * The header of a CSV file in UTF-8 from its first bytes; `more` where they end too early, undefined where something
 * in it needs care.
 *
 * @param isAll whether these bytes are the whole file.
 */
export function readHead(bytes: Uint8Array, isAll: boolean): ByteHead | 'more' | undefined {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const begin = bytes.subarray(mark, mark + FARTHEST);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(begin, { stream: !isAll });
  const dialect = findDialect(text);
  for (const raw of scan(text, dialect.delimiter, dialect.start, dialect.line)) {
    // A carriage return may have a line feed after it.
    const isWhole = isAll || raw.end + 1 < text.length || text[raw.end] === '\n';
    if (!isWhole) return bytes.length < FARTHEST ? 'more' : undefined;
    // Before the header is there, what separates cells is not known.
    if (/^[\s,;]*$/.test(text.slice(raw.start, raw.end).replaceAll(dialect.delimiter, ''))) continue;
    if (raw.fault || NO_TEXT.test(text.slice(0, raw.end))) return undefined;
    const end = raw.end + (/^(?:\r\n|\r|\n)?/.exec(text.slice(raw.end, raw.end + 2))?.[0].length ?? 0);
    const file = new VFile({ value: text.slice(0, raw.end) });
    const table = readCsv(file);
    if (!table || file.messages.length > 0 || !table.header.every(isComposed)) return undefined;
    const breaks = text.slice(raw.start, end).match(/\r\n|\r|\n/g)?.length ?? 0;
    const start = mark + new TextEncoder().encode(text.slice(0, end)).length;
    return { table, start, line: raw.line + breaks };
  }
  return isAll || bytes.length >= FARTHEST ? undefined : 'more';
}

/** What only a damaged or a binary file begins with. */
const NO_TEXT = /^%PDF-|^\uFEFF|[\0-\x08\x0e-\x1f\uFFFD]/;

const isComposed = ({ value }: { value: string }): boolean => value === value.normalize('NFC');
