/** What `ByteRows.next` found: a row, the need of more bytes, or something that the careful reader must judge. */
export const ROW = 0;
export const MORE = 1;
export const CARE = 2;
export type Step = typeof ROW | typeof MORE | typeof CARE;

/** A row may have so many bytes; a longer one is a quote that was not closed, or no table. The careful reader tells it. */
export const LONGEST = 1 << 20;

/**
 * Cuts the bytes of a CSV file in UTF-8 into rows and cells as `readCsv` does, without making strings of them. Rows
 * whose every cell is blank are passed over. Wherever `readCsv` would tell a problem, it gives `CARE` and no more.
 *
 *     rows.put(chunk, isLast);
 *     while (rows.next() === ROW) … // cell c: rows.bytes from rows.from[c] to rows.to[c]
 */
export class ByteRows {
  bytes = new Uint8Array(0);
  /** Where the text of each cell begins and ends, without quotes and the spaces around it. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Where each cell begins for the eye: at its quote, if it has one. */
  readonly shown: Int32Array;
  /** Where what parts it from the next cell stands, or the row ends. */
  readonly ends: Int32Array;
  /** False where some cell of the row has spaces before or after it. */
  isTidy = true;
  private readonly delimiter: number;
  private rowStart = 0;
  private rowEnd = 0;
  /** The line of the row, from 1, and how many line breaks it has. */
  private line: number;
  private breaks = 0;
  private end = 0;
  private isLast = false;
  /** The same bytes, in which the system looks for one; and where the next carriage return stands, if it is known. */
  private search = Buffer.alloc(0);
  private nextReturn = 0;
  /** True for what ends a cell without quotes. */
  private readonly endsCell = new Uint8Array(256);

  /** @param line the number of the line that comes first. */
  constructor(delimiter: string, cells: number, line: number) {
    this.delimiter = delimiter.charCodeAt(0);
    for (const byte of [this.delimiter, LF, CR]) this.endsCell[byte] = 1;
    this.from = new Int32Array(cells);
    this.to = new Int32Array(cells);
    this.shown = new Int32Array(cells);
    this.ends = new Int32Array(cells);
    this.line = line;
  }

  /** The next bytes, which are copied; those not yet read stay before them. */
  put(chunk: Uint8Array, isLast: boolean): void {
    const rest = this.bytes.subarray(this.rowEnd, this.end);
    const length = rest.length + chunk.length;
    // The second half is for cells that have to be put together anew.
    const bytes = this.bytes.length >= 2 * length ? this.bytes : new Uint8Array(4 * length);
    bytes.set(rest);
    bytes.set(chunk, rest.length);
    this.search = Buffer.from(bytes.buffer, 0, length);
    this.bytes = bytes;
    this.nextReturn = 0;
    this.end = length;
    this.rowEnd = 0;
    this.isLast = isLast;
  }

  next(): Step {
    for (;;) {
      this.rowStart = this.rowEnd;
      this.line += this.breaks;
      this.breaks = 0;
      if (this.rowStart === this.end) return MORE;
      const filled = this.passRow();
      if (filled === MORE_CELLS) {
        return this.end - this.rowStart > LONGEST ? CARE : MORE;
      }
      if (filled === UNCLEAR) return CARE;
      if (filled === FILLED) return this.rowEnd - this.rowStart > LONGEST ? CARE : ROW;
    }
  }

  /** The line on which the row begins. */
  get firstLine(): number {
    return this.line;
  }

  /** The bytes of the row, with its line end. */
  row(): Uint8Array {
    return this.bytes.subarray(this.rowStart, this.rowEnd);
  }

  /** What is not yet read, from the row that needs care on. */
  rest(): Uint8Array {
    return this.bytes.subarray(this.rowStart, this.end);
  }

  /** What is not yet read, from the next row on. */
  unread(): Uint8Array {
    return this.bytes.subarray(this.rowEnd, this.end);
  }

  /** Goes on after so many bytes of the rest, in which so many lines end. */
  pass(bytes: number, breaks: number): void {
    this.rowEnd = this.rowStart + bytes;
    this.breaks = breaks;
  }

  /** Line and column of a cell, the column in UTF-16 units. */
  placeOf(cell: number): { line: number; column: number } {
    const { bytes } = this;
    const shown = this.shown[cell] as number;
    let start = this.rowStart;
    let line = this.line;
    for (let at = start; at < shown; at++) {
      if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) {
        start = at + 1;
        line++;
      }
    }
    return {
      line,
      column: new TextDecoder('utf-8', KEEP_MARK).decode(bytes.subarray(start, shown)).length + 1,
    };
  }

  /** How many line breaks begin in some bytes of a cell in quotes. */
  private breaksIn(from: number, to: number): number {
    if (this.nextReturn < from) this.nextReturn = this.after(CR, from);
    let breaks = 0;
    for (let at = this.nextReturn; at < to; at = this.after(CR, at + 1)) breaks++;
    for (let at = this.after(LF, from); at < to; at = this.after(LF, at + 1)) {
      if (this.bytes[at - 1] !== CR) breaks++;
    }
    return breaks;
  }

  private after(byte: number, from: number): number {
    const at = this.search.indexOf(byte, from);
    return at === -1 ? Number.POSITIVE_INFINITY : at;
  }

  private passRow(): number {
    const { bytes, end, delimiter, endsCell, from, to, shown, ends, isLast } = this;
    const open = isLast ? UNCLEAR : MORE_CELLS;
    let at = this.rowStart;
    let spare = end;
    let breaks = 0;
    let filled = false;
    let tidy = true;
    let cell = 0;
    for (; ; cell++, at++) {
      const start = at;
      while (at < end && isSpace(bytes[at] as number) && bytes[at] !== delimiter) at++;
      if (at === end && !isLast) return MORE_CELLS;
      if (at !== start) tidy = false;
      if (at < end && (bytes[at] as number) >= FIRST_OTHER && isOtherSpace(bytes, at)) return UNCLEAR;
      let first = at;
      let after = at;
      const seen = at;
      if (at < end && bytes[at] === QUOTE) {
        if (at !== start) return UNCLEAR;
        let doubled = false;
        let near = at + NEAR;
        for (at++; ; at++) {
          if (at >= near) {
            const far = this.search.indexOf(QUOTE, at);
            if (far === -1) return open;
            breaks += this.breaksIn(at, far);
            at = far;
            near = far + NEAR;
          }
          if (at >= end) return open;
          const byte = bytes[at];
          if (byte === QUOTE) {
            if (at + 1 === end && !isLast) return MORE_CELLS;
            if (at + 1 === end || bytes[at + 1] !== QUOTE) break;
            doubled = true;
            at++;
          } else if (byte === CR || (byte === LF && bytes[at - 1] !== CR)) breaks++;
        }
        first++;
        after = at++;
        if (at < end && bytes[at] !== delimiter && bytes[at] !== LF && bytes[at] !== CR) return UNCLEAR;
        if (doubled) {
          const copied = spare;
          for (let next = first; next < after; next++) {
            if (bytes[next] === QUOTE) next++;
            bytes[spare++] = bytes[next] as number;
          }
          first = copied;
          after = spare;
        }
      } else {
        while (at < end) {
          if (endsCell[bytes[at] as number] === 1) break;
          at++;
        }
        after = at;
        while (after > first && isSpace(bytes[after - 1] as number)) after--;
        if (after !== at) tidy = false;
      }
      if (at === end && !isLast) return MORE_CELLS;
      if (cell < from.length) {
        from[cell] = first;
        to[cell] = after;
        shown[cell] = seen;
        ends[cell] = at;
      }
      if (!filled && after > first && !isBlank(bytes, first, after)) filled = true;
      if (at === end || bytes[at] !== delimiter) break;
    }
    if (at < end) {
      if (bytes[at] === CR) {
        if (at + 1 === end && !isLast) return MORE_CELLS;
        if (at + 1 < end && bytes[at + 1] === LF) at++;
      }
      at++;
      breaks++;
    }
    this.rowEnd = at;
    this.breaks = breaks;
    this.isTidy = tidy;
    if (!filled) return BLANK;
    return cell + 1 === from.length ? FILLED : UNCLEAR;
  }
}

/** Beyond so many bytes it is quicker to let the system look. */
const NEAR = 32;

const FILLED = 0;
const BLANK = 1;
const MORE_CELLS = 2;
const UNCLEAR = 3;

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const KEEP_MARK = { ignoreBOM: true };

/** True for text in quotes that is nothing but spaces and line breaks. */
function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    const byte = bytes[at] as number;
    if (isSpace(byte) || byte === LF || byte === CR) at++;
    else if (isOtherSpace(bytes, at)) at += byte === 0xc2 ? 2 : 3;
    else return false;
  }
  return true;
}

/** True where a character begins that is a space and not ASCII, from U+0085 to U+FEFF. */
function isOtherSpace(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at] as number;
  if (first !== 0xc2 && first !== 0xe1 && first !== 0xe2 && first !== 0xe3 && first !== 0xef) return false;
  const text = new TextDecoder('utf-8', KEEP_MARK).decode(bytes.subarray(at, at + 3));
  return /^\s/u.test(text);
}

const FIRST_OTHER = 0xc2;

/** Spaces within a line that are ASCII; others are for the careful reader. */
const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x09 || byte === 0x0b || byte === 0x0c;
