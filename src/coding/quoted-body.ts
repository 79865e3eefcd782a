import type { CodePointIndex } from '../text/code-points.ts';
import type { ScannedLine } from './scan-line.ts';

/** A body that the quotes of many codings are held against, byte by byte. */
export interface QuotedBody {
  /** The short hash that codings carry of it. */
  hash: string;
  text: CodePointIndex;
  /** Its UTF-8. */
  bytes: Uint8Array;
  /** Where each code point begins in the bytes, and the end; null where each is one byte. */
  offsets: Int32Array | null;
}

const encoder = new TextEncoder();

export function quotedBody(text: CodePointIndex, hash: string): QuotedBody {
  const bytes = encoder.encode(text.text);
  return { hash, text, bytes, offsets: bytes.length === text.length ? null : offsetsIn(bytes, text.length) };
}

function offsetsIn(bytes: Uint8Array, length: number): Int32Array {
  const offsets = new Int32Array(length + 1);
  let position = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    // Bytes 10xxxxxx go on with a code point.
    if (((bytes[at] ?? 0) & 0xc0) === 0x80) continue;
    offsets[position] = at;
    position += 1;
  }
  offsets[length] = bytes.length;
  return offsets;
}

/** Whether the words of a scanned coding are what stands in its place, which is in the body. False also for escapes with \u. */
export function quotesBody(log: Uint8Array, line: ScannedLine, { bytes, offsets }: QuotedBody): boolean {
  const to = offsets ? (offsets[line.end] ?? 0) : line.end;
  let at = line.quoteFrom;
  for (let place = offsets ? (offsets[line.start] ?? 0) : line.start; place < to; place += 1) {
    let byte = log[at];
    if (at >= line.quoteTo) return false;
    if (byte === 0x5c) {
      at += 1;
      byte = UNESCAPED[log[at] ?? 0];
    }
    if (byte !== bytes[place]) return false;
    at += 1;
  }
  return at === line.quoteTo;
}

/** What stands for a backslash and this byte; 0, which is in no text, where that is not one byte. */
const UNESCAPED = new Uint8Array(256);
for (const [letter, character] of ['""', '\\\\', '//', 'b\b', 'f\f', 'n\n', 'r\r', 't\t']) {
  UNESCAPED[letter?.charCodeAt(0) ?? 0] = character?.charCodeAt(0) ?? 0;
}
