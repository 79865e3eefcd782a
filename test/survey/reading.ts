import { isUtf8 } from 'node:buffer';
import { VFile } from 'vfile';
import { readResponses } from '../../src/survey/read-responses.ts';
import type { ReadOptions, ReadResponses } from '../../src/survey/read-result.ts';
import type { ResponseColumn } from '../../src/survey/responses.ts';
import { told } from '../csv/told.ts';

export type Options = Omit<ReadOptions, 'isUtf8' | 'write'>;

/** Reads a file in parts, and gives what is kept as CSV, too. */
export async function reading(content: string | Uint8Array, options: Options = {}, part = 1 << 16) {
  const bytes = Buffer.from(content);
  const file = new VFile({ path: 'export.csv' });
  let csv = '';
  const result = await readResponses(file, inParts(bytes, part), {
    ...options,
    isUtf8,
    write: async (written) => {
      csv += Buffer.from(written).toString();
    },
  });
  if (result && 'unknown' in result) throw new Error('there are unknown columns');
  return { read: result as ReadResponses, csv, told: told(file), file };
}

async function* inParts(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const part = new Uint8Array(size);
  for (let at = 0; at < bytes.length; at += size) {
    const length = Math.min(size, bytes.length - at);
    part.set(bytes.subarray(at, at + length));
    yield part.subarray(0, length);
  }
}

/** The texts of a column, respondent by respondent. */
export function textsOf(column: ResponseColumn | undefined): string[] {
  if (column?.kind !== 'texts') throw new Error('no column of texts');
  return [...column.cells].map((cell) => column.texts[cell] ?? '?');
}
