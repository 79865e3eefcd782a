import type { VFile } from 'vfile';
import { addProblem, type Place } from '../problem/problem.ts';
import { ByteRows, MORE, ROW } from './byte-rows.ts';
import { type CarefulRow, type Damage, damageIn, readRow } from './careful-row.ts';
import { tellQuoteFault, tellRowLength } from './row-problems.ts';
import type { CsvCell } from './table.ts';

/** So many problems of one kind are told one by one; the others are counted. */
export const MOST_TOLD = 20;

export interface StreamOptions {
  /** The encoding that was declared and has been made UTF-8, with 0xFF for what it does not know. */
  encoding?: string | undefined;
  /** True for bytes that are UTF-8; asked once a part. */
  isUtf8: (bytes: Uint8Array) => boolean;
}

/**
 * The rows of a CSV file in bytes as they come, each with as many cells as the header. A row with something wrong is
 * told with its place, counted and left out, and reading goes on after it; only a quote that is never closed, or a
 * row without an end, ends the table.
 *
 *     stream.put(chunk, isLast);
 *     while (stream.next()) … // cell c: stream.bytes from stream.from[c] to stream.to[c]
 */
export class RowStream {
  bytes = new Uint8Array(0);
  from: Int32Array;
  to: Int32Array;
  /** Rows left out, by the rule that they break. */
  readonly leftOut = new Map<string, number>();
  /** True once a row ended the table before its end. */
  isCut = false;
  private readonly file: VFile;
  private readonly header: readonly CsvCell[];
  private readonly delimiter: string;
  private readonly options: StreamOptions;
  private readonly rows: ByteRows;
  private isLast = false;
  /** True where some byte of this part is not UTF-8, or NUL. */
  private isDoubtful = false;
  private careful: CarefulRow | undefined;

  /** @param line the number of the line that comes first. */
  constructor(
    file: VFile,
    header: readonly CsvCell[],
    delimiter: string,
    line: number,
    options: StreamOptions,
  ) {
    this.file = file;
    this.header = header;
    this.delimiter = delimiter;
    this.options = options;
    this.rows = new ByteRows(delimiter, header.length, line);
    this.from = this.rows.from;
    this.to = this.rows.to;
  }

  put(chunk: Uint8Array, isLast: boolean): void {
    if (this.isCut) return;
    this.rows.put(chunk, isLast);
    this.isLast = isLast;
    const bytes = this.rows.unread();
    const sound = isLast ? bytes : wholeCharacters(bytes);
    this.isDoubtful =
      Buffer.from(sound.buffer, sound.byteOffset, sound.length).includes(0) || !this.options.isUtf8(sound);
  }

  /** The line on which the row begins. */
  get line(): number {
    return this.rows.firstLine;
  }

  next(): boolean {
    while (!this.isCut) {
      this.careful = undefined;
      const step = this.rows.next();
      if (step === MORE) return false;
      if (step === ROW) {
        const damage = this.isDoubtful ? damageIn(this.rows.row(), this.line) : undefined;
        if (damage) this.tellDamage(damage);
        else {
          this.bytes = this.rows.bytes;
          this.from = this.rows.from;
          this.to = this.rows.to;
          return true;
        }
        continue;
      }
      const row = readRow(this.rows.rest(), this.delimiter, this.line, this.isLast);
      if (row === 'more') {
        this.rows.pass(0, 0);
        return false;
      }
      this.rows.pass(row.length, row.breaks);
      if (this.isGood(row)) return true;
    }
    return false;
  }

  /**
   * The bytes of some neighbouring cells with what parts them, as they stand in the file; undefined for a row that has
   * spaces around cells, or needed care.
   */
  asItStands(first: number, last: number): { from: number; to: number } | undefined {
    const { rows, careful } = this;
    if (careful || !rows.isTidy) return undefined;
    return { from: rows.shown[first] as number, to: rows.ends[last] as number };
  }

  /** Where a cell of the row begins for the eye. */
  placeOf(cell: number): { line: number; column: number } {
    return this.careful?.cells[cell]?.place ?? this.rows.placeOf(cell);
  }

  private isGood(row: CarefulRow): boolean {
    const { fault, damage, cells } = row;
    if (row.endless || fault?.kind === 'unclosed') {
      this.isCut = true;
      if (fault && !row.endless) tellQuoteFault(this.file, fault);
      else this.tellEndless(fault?.kind === 'unclosed' ? fault.place : undefined);
      this.count(fault && !row.endless ? 'unclosed-quote' : 'endless-row');
      return false;
    }
    if (damage) this.tellDamage(damage);
    else if (fault) {
      tellQuoteFault(this.file, fault, MOST_TOLD);
      this.count('stray-quote');
    } else if (cells.length !== this.header.length) {
      tellRowLength(this.file, cells, this.header, this.delimiter, MOST_TOLD);
      this.count('row-length');
    } else if (cells.some(({ value }) => value.trim() !== '')) {
      this.take(row);
      return true;
    }
    return false;
  }

  private take(row: CarefulRow): void {
    this.careful = row;
    const encoded = row.cells.map(({ value }) => encoder.encode(value));
    this.bytes = new Uint8Array(encoded.reduce((sum, { length }) => sum + length, 0));
    this.from = new Int32Array(encoded.length);
    this.to = new Int32Array(encoded.length);
    let at = 0;
    for (const [cell, value] of encoded.entries()) {
      this.bytes.set(value, at);
      this.from[cell] = at;
      at += value.length;
      this.to[cell] = at;
    }
  }

  private tellDamage({ byte, place }: Damage): void {
    const { encoding } = this.options;
    const isNul = byte === '0x00';
    addProblem(this.file, {
      rule: encoding === undefined ? 'not-utf-8' : 'not-as-encoded',
      reason: isNul
        ? 'a NUL byte, which no text has'
        : encoding === undefined
          ? `the byte ${byte} is not UTF-8`
          : `this is not ${encoding}, or was damaged before`,
      place,
      ...((isNul || encoding === undefined) && { found: byte }),
      advice:
        encoding === undefined
          ? `${OTHER_ENCODING}; this row is left out`
          : 'is it another encoding? This row is left out',
      most: MOST_TOLD,
    });
    this.count(encoding === undefined ? 'not-utf-8' : 'not-as-encoded');
  }

  /** @param quote where a quote opens that is not closed within what a row may have. */
  private tellEndless(quote: Place | undefined): void {
    addProblem(this.file, {
      rule: 'endless-row',
      reason: quote
        ? 'the quote that opens here is not closed within 1 MB, and no row is longer'
        : 'the row that begins here is longer than 1 MB',
      place: quote ?? { line: this.line, column: 1 },
      advice: 'is this a table with one row a response? Nothing from here on was read',
    });
  }

  private count(rule: string): void {
    this.leftOut.set(rule, (this.leftOut.get(rule) ?? 0) + 1);
  }
}

/** What to do about bytes that are not UTF-8. */
export const OTHER_ENCODING =
  'if the file is in another encoding, say which: --encoding windows-1252, for example';

/** The bytes up to the last character that is there as a whole. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return length > back ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}

const encoder = new TextEncoder();
