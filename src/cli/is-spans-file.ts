import { VFile } from 'vfile';
import { isSpansHeader } from '../agreement/span-columns.ts';
import { readCsvRows } from '../csv/read.ts';
import { readParts } from '../file/read-parts.ts';

/** Longer than any header. */
const BEGINNING = 1 << 16;

/** Whether a file on disk has the columns of spans. False where it cannot be read, which is told when it is read as a whole. */
export async function isSpansFile(path: string): Promise<boolean> {
  try {
    for await (const part of readParts(path, () => {})) {
      const table = readCsvRows(new VFile(decoded(part.subarray(0, BEGINNING))));
      return table !== undefined && isSpansHeader(table);
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
  }
  return false;
}

/** Names of columns, whatever becomes of letters that are no ASCII. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0);
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(bytes);
}
