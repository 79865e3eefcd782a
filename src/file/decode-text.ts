import type { VFile } from 'vfile';
import { addProblem } from '../problem/problem.ts';
import { binaryKind } from './binary-kind.ts';
import { placeAfter } from './place-after.ts';

/**
 * The text in the bytes: UTF-8, or UTF-16 where a byte-order mark says so; the mark is no part of the
 * text. Nothing is decoded by guess: bytes that are no text are told on the file and give undefined.
 */
export function decodeText(bytes: Uint8Array, file: VFile): string | undefined {
  const kind = binaryKind(bytes);
  if (kind) return tellBinary(file, kind.name, kind.advice);
  if (startsWith(bytes, 0xff, 0xfe)) return decodeUtf16(bytes.subarray(2), 'utf-16le', file);
  if (startsWith(bytes, 0xfe, 0xff)) return decodeUtf16(bytes.subarray(2), 'utf-16be', file);
  return decodeUtf8(startsWith(bytes, 0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes, file);
}

function decodeUtf8(bytes: Uint8Array, file: VFile): string | undefined {
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    return tellBinary(
      file,
      'no text file: it contains NUL bytes',
      SAVE_AS_UTF_8,
      lenient(bytes.subarray(0, nul)),
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const { before, byte } = firstInvalid(bytes);
    addProblem(file, {
      rule: 'not-utf-8',
      reason: `the byte ${hex(byte)} is not UTF-8`,
      place: placeAfter(before),
      found: hex(byte),
      advice: SAVE_AS_UTF_8,
    });
    return undefined;
  }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', file: VFile): string | undefined {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const nul = text.indexOf('\0');
  if (nul !== -1) {
    return tellBinary(file, 'no text file: it contains NUL characters', SAVE_AS_UTF_8, text.slice(0, nul));
  }
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    addProblem(file, {
      rule: 'not-utf-16',
      reason: 'the file begins as UTF-16 text but is damaged',
      place: placeAfter(text.slice(0, firstDamage(text, bytes, encoding))),
      advice: SAVE_AS_UTF_8,
    });
    return undefined;
  }
}

/**
 * The text before the first byte that is not UTF-8, and that byte. A lenient decoder writes U+FFFD
 * for it; the characters U+FFFD that really stand in the file are passed over.
 */
export function firstInvalid(bytes: Uint8Array): { before: string; byte: number } {
  const text = lenient(bytes);
  let offset = 0;
  let passed = 0;
  for (;;) {
    const index = text.indexOf('\uFFFD', passed);
    offset += Buffer.byteLength(text.slice(passed, index));
    if (!startsWith(bytes.subarray(offset), 0xef, 0xbf, 0xbd)) {
      return { before: text.slice(0, index), byte: bytes[offset] ?? 0 };
    }
    offset += 3;
    passed = index + 1;
  }
}

/** The index of the first U+FFFD that the decoder wrote for half a character. */
function firstDamage(text: string, bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): number {
  const [high, low] = encoding === 'utf-16le' ? [1, 0] : [0, 1];
  for (let index = text.indexOf('\uFFFD'); index !== -1; index = text.indexOf('\uFFFD', index + 1)) {
    if (bytes[2 * index + high] !== 0xff || bytes[2 * index + low] !== 0xfd) return index;
  }
  return text.length;
}

function tellBinary(file: VFile, what: string, advice: string, before = ''): undefined {
  addProblem(file, {
    rule: 'binary-file',
    reason: `this is ${what}`,
    place: placeAfter(before),
    found: what,
    advice,
  });
}

function startsWith(bytes: Uint8Array, ...expected: number[]): boolean {
  return expected.every((byte, index) => bytes[index] === byte);
}

const lenient = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

export const hex = (byte: number): string => `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;

const SAVE_AS_UTF_8 = 'save the file as UTF-8 (in a spreadsheet: "CSV UTF-8")';
