import { isTime } from './time.ts';

/**
 * Recognises the lines of a log exactly as `formatLine` writes them, byte by byte, without making strings.
 * Whatever is written in any other way is not recognised, and is for `parseLine` to read.
 */
export interface ScannedLine {
  kind: 'coding' | 'removal';
  rev: number;
  /** Where the values stand in the bytes, half-open, without quotation marks. */
  idFrom: number;
  idTo: number;
  codeFrom: number;
  codeTo: number;
  versionFrom: number;
  versionTo: number;
  quoteFrom: number;
  quoteTo: number;
  textFrom: number;
  textTo: number;
  start: number;
  end: number;
}

export const newScannedLine = (): ScannedLine => ({
  kind: 'coding',
  ...{ rev: 0, idFrom: 0, idTo: 0, codeFrom: 0, codeTo: 0, versionFrom: 0, versionTo: 0 },
  ...{ quoteFrom: 0, quoteTo: 0, textFrom: 0, textTo: 0, start: 0, end: 0 },
});

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

const ID = ascii('{"id":"');
const REV = ascii('","rev":');
const REMOVED = ascii(',"removed":true,"at":"');
const CODE = ascii(',"code":"');
const VERSION = ascii('","version":"');
const START = ascii('","start":');
const END = ascii(',"end":');
const QUOTE = ascii(',"quote":"');
const TEXT = ascii('","text":"');
const MEMO = ascii('","memo":"');
const AT = ascii('","at":"');
const CLOSE = ascii('"}');

/** Reads the line from `from` to `to`, its line feed apart, into `line`; false if it is not recognised. */
export function scanLine(bytes: Uint8Array, from: number, to: number, line: ScannedLine): boolean {
  let at = after(bytes, from, ID);
  line.idFrom = at;
  at = nameEnd(bytes, at);
  line.idTo = at;
  at = after(bytes, at, REV);
  let digits = digitsEnd(bytes, at);
  line.rev = wholeNumber(bytes, at, digits);
  if (line.rev < 1) return false;
  at = digits;

  const removed = after(bytes, at, REMOVED);
  if (removed >= 0) {
    line.kind = 'removal';
    return endsWithTime(bytes, removed, to);
  }
  line.kind = 'coding';
  at = after(bytes, at, CODE);
  line.codeFrom = at;
  at = nameEnd(bytes, at);
  line.codeTo = at;
  at = after(bytes, at, VERSION);
  line.versionFrom = at;
  at = nameEnd(bytes, at);
  line.versionTo = at;
  at = after(bytes, at, START);
  digits = digitsEnd(bytes, at);
  line.start = wholeNumber(bytes, at, digits);
  at = after(bytes, digits, END);
  digits = digitsEnd(bytes, at);
  line.end = wholeNumber(bytes, at, digits);
  if (line.start < 0 || line.start >= line.end) return false;
  at = after(bytes, digits, QUOTE);
  line.quoteFrom = at;
  at = textEnd(bytes, at);
  line.quoteTo = at;
  if (at === line.quoteFrom) return false;
  at = after(bytes, at, TEXT);
  line.textFrom = at;
  at = nameEnd(bytes, at);
  line.textTo = at;
  const memo = after(bytes, at, MEMO);
  if (memo >= 0) at = textEnd(bytes, memo);
  return endsWithTime(bytes, after(bytes, at, AT), to);
}

/** The position behind a literal; −1 if it does not stand there, or if `at` is already −1. */
function after(bytes: Uint8Array, at: number, literal: Uint8Array): number {
  if (at < 0) return -1;
  for (let index = 0; index < literal.length; index += 1) {
    if (bytes[at + index] !== literal[index]) return -1;
  }
  return at + literal.length;
}

/** The end of a short text, not empty, of printable ASCII without escapes; −1 for any other. */
function nameEnd(bytes: Uint8Array, from: number): number {
  if (from < 0) return -1;
  let at = from;
  for (;;) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x22) return at === from ? -1 : at;
    if (byte < 0x20 || byte > 0x7e || byte === 0x5c) return -1;
    at += 1;
  }
}

/** The end of any text in JSON; −1 if JSON would refuse it. */
function textEnd(bytes: Uint8Array, from: number): number {
  if (from < 0) return -1;
  let at = from;
  for (;;) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x22) return at;
    if (byte < 0x20) return -1;
    if (byte !== 0x5c) at += 1;
    else {
      const size = escapeSize(bytes, at);
      if (size < 0) return -1;
      at += size;
    }
  }
}

function escapeSize(bytes: Uint8Array, at: number): number {
  const byte = bytes[at + 1] ?? 0;
  if (byte !== 0x75) return ESCAPED.includes(byte) ? 2 : -1;
  for (let digit = at + 2; digit < at + 6; digit += 1) if (!HEX.includes(bytes[digit] ?? 0)) return -1;
  return 6;
}

const ESCAPED = ascii('"\\/bfnrt');
const HEX = ascii('0123456789abcdefABCDEF');

function digitsEnd(bytes: Uint8Array, from: number): number {
  if (from < 0) return -1;
  let at = from;
  while (isDigit(bytes[at] ?? 0)) at += 1;
  return at;
}

/** A number of up to nine digits without a leading zero; −1 for any other. */
function wholeNumber(bytes: Uint8Array, from: number, to: number): number {
  if (from < 0 || to === from || to - from > 9 || (bytes[from] === 0x30 && to - from > 1)) return -1;
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + (bytes[at] ?? 0) - 0x30;
  return value;
}

/** True if a time and the end of the line stand here. */
function endsWithTime(bytes: Uint8Array, from: number, to: number): boolean {
  if (from < 0) return false;
  const end = nameEnd(bytes, from);
  if (end < 0 || after(bytes, end, CLOSE) !== to) return false;
  return isPlainTime(bytes, from, end) || isTime(String.fromCharCode(...bytes.subarray(from, end)));
}

/** 2025-03-01T09:30:00Z, up to the 28th of a month: certainly a time. */
function isPlainTime(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== 20) return false;
  for (let index = 0; index < 20; index += 1) {
    const expected = PLAIN[index] ?? 0;
    const byte = bytes[from + index] ?? 0;
    if (expected === 0x30 ? !isDigit(byte) : byte !== expected) return false;
  }
  const month = wholePart(bytes, from + 5);
  const day = wholePart(bytes, from + 8);
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 28 &&
    wholePart(bytes, from + 11) < 24 &&
    wholePart(bytes, from + 14) < 60 &&
    wholePart(bytes, from + 17) < 60
  );
}

const PLAIN = ascii('0000-00-00T00:00:00Z');

const wholePart = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) - 0x30) * 10 + (bytes[at + 1] ?? 0) - 0x30;

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
