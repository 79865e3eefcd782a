/**
 * Writes rows of CSV (RFC 4180) from bytes: commas, LF, quotes where a cell has a comma, a quote or a line break. Texts
 * are written as they are, for a program to read again; `writeCsv` is for spreadsheets.
 */
export class ByteWriter {
  private bytes = new Uint8Array(1 << 16);
  private other = new Uint8Array(1 << 16);
  private length = 0;

  /** A heading: in quotes also where it has what may part cells in other files, for it tells what parts them here. */
  heading(text: string): void {
    const bytes = encoder.encode(text);
    if (/[;\t]/.test(text)) this.quoted(bytes, 0, bytes.length);
    else this.cell(bytes, 0, bytes.length);
  }

  text(text: string): void {
    const bytes = encoder.encode(text);
    this.cell(bytes, 0, bytes.length);
  }

  cell(bytes: Uint8Array, from: number, to: number): void {
    this.reserve(to - from);
    const own = this.bytes;
    const start = this.length;
    let special = false;
    let length = start;
    for (let at = from; at < to; at++) {
      const byte = bytes[at] as number;
      own[length++] = byte;
      if (byte === COMMA || byte === QUOTE || byte === LF || byte === CR) special = true;
    }
    if (special) this.quoted(bytes, from, to);
    else this.length = length;
  }

  /** Cells that are CSV already, with commas between them. */
  raw(bytes: Uint8Array, from: number, to: number): void {
    this.reserve(to - from);
    this.bytes.set(bytes.subarray(from, to), this.length);
    this.length += to - from;
  }

  nextCell(): void {
    this.one(COMMA);
  }

  endRow(): void {
    this.one(LF);
  }

  /** What was written since this was last called; it stays as it is until this is called again. */
  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.length);
    [this.bytes, this.other] = [this.other, this.bytes];
    this.length = 0;
    return taken;
  }

  private quoted(bytes: Uint8Array, from: number, to: number): void {
    this.reserve(2 * (to - from) + 2);
    const own = this.bytes;
    let { length } = this;
    own[length++] = QUOTE;
    for (let at = from; at < to; at++) {
      const byte = bytes[at] as number;
      if (byte === QUOTE) own[length++] = QUOTE;
      own[length++] = byte;
    }
    own[length++] = QUOTE;
    this.length = length;
  }

  private one(byte: number): void {
    this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const bytes = new Uint8Array(Math.max(2 * this.bytes.length, this.length + more));
    bytes.set(this.bytes.subarray(0, this.length));
    this.bytes = bytes;
  }
}

const COMMA = 0x2c;
const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

const encoder = new TextEncoder();
