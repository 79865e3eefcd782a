import { readFile } from 'node:fs/promises';
import { VFile } from 'vfile';
import { decodeText } from '../file/decode-text.ts';
import { errorCode } from '../file/explain-error.ts';
import { FileError, fileError } from '../file/file-error.ts';
import { removeFile } from '../file/remove-file.ts';
import { writeFiles } from '../file/write-files.ts';

/** What an act makes of one file: the bytes that it read, and those that it writes. Undefined is no file. */
export interface FileChange {
  path: string;
  before: Buffer | undefined;
  after: Buffer | undefined;
}

/**
 * Carries a change out.
 *
 * @throws a FileError; also where the file is no longer what was read, which then stays as it is.
 */
export async function changeFile({ path, before, after }: FileChange): Promise<void> {
  if (after) return writeFiles([{ path, content: after, was: before ?? null }]);
  if (!isSame(await contentOf(path), before)) {
    throw new FileError(`cannot remove ${path}: another program has changed it meanwhile`);
  }
  await removeFile(path);
}

/** The bytes of a file; undefined where there is none. */
export async function contentOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw fileError('cannot read', path, error);
  }
}

/**
 * The bytes of a file that was read as a text.
 *
 * @throws a FileError where they say something else by now.
 */
export async function bytesRead(path: string, text: string): Promise<Buffer> {
  const bytes = await contentOf(path);
  if (bytes && decodeText(bytes, new VFile({ path })) === text) return bytes;
  throw new FileError(`cannot write ${path}: another program has changed it meanwhile; try again`);
}

export const isSame = (a: Buffer | undefined, b: Buffer | undefined): boolean =>
  a && b ? a.equals(b) : a === b;
