import type { VFile } from 'vfile';
import { addProblem, quote } from '../problem/problem.ts';
import { binaryKind } from './binary-kind.ts';

/** The name by which an encoding is known, such as `windows-1252` for `latin1`; undefined for no encoding. */
export function encodingName(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** The parts of a file in UTF-8, and which encoding it was in, once the first part was asked for. */
export interface Utf8Parts {
  parts: AsyncIterable<Uint8Array>;
  /** Undefined for a file that is in UTF-8, or ought to be. */
  encoding: string | undefined;
}

/**
 * The parts of a file, in UTF-8: as they are, or, where an encoding is declared or a byte-order mark says UTF-16,
 * decoded from it, with the byte 0xFF for what is no text in that encoding. Nothing is decoded by guess: a mark that
 * contradicts what was declared, and a file that is no text at all, are told on the file and give undefined.
 *
 * @param declared any label of the WHATWG Encoding Standard.
 */
export async function inUtf8(
  file: VFile,
  parts: AsyncIterable<Uint8Array>,
  declared: string | undefined,
): Promise<Utf8Parts | undefined> {
  const source = parts[Symbol.asyncIterator]();
  const first = await source.next();
  const begin = first.done ? new Uint8Array(0) : first.value;
  const kind = binaryKind(begin);
  if (kind) {
    await source.return?.();
    const reason = `this is ${kind.name}`;
    addProblem(file, { rule: 'binary-file', reason, place: START, found: kind.name, advice: kind.advice });
    return undefined;
  }
  const marked = markOf(begin);
  const wanted = declared === undefined ? undefined : encodingName(declared);
  if (marked !== undefined && wanted !== undefined && marked !== wanted) {
    await source.return?.();
    addProblem(file, {
      rule: 'encoding-mark',
      reason: `the file begins with the mark of ${marked}, and ${quote(declared ?? '')} was declared`,
      place: START,
      advice: 'leave out --encoding, unless the first bytes are no mark',
    });
    return undefined;
  }
  const encoding = [marked, wanted].find((one) => one !== undefined && one !== 'utf-8');
  const all = from(first, source);
  return { parts: encoding === undefined ? all : decoded(all, encoding), encoding };
}

async function* from(
  first: IteratorResult<Uint8Array>,
  source: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    for (let next = first; !next.done; next = await source.next()) yield next.value;
  } finally {
    await source.return?.();
  }
}

async function* decoded(parts: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  for await (const part of parts) yield withDamage(decoder.decode(part, { stream: true }));
  yield withDamage(decoder.decode());
}

/** A decoder writes U+FFFD for what it does not know; 0xFF stands for it in a way that no reader takes for text. */
function withDamage(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  if (!text.includes('\uFFFD')) return bytes;
  let to = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) {
      bytes[to++] = 0xff;
      at += 2;
    } else bytes[to++] = bytes[at] as number;
  }
  return bytes.subarray(0, to);
}

function markOf([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

const START = { line: 1, column: 1 };
