import { stat } from 'node:fs/promises';
import { errorCode } from './explain-error.ts';
import { fileError } from './file-error.ts';

/** What tells whether a file is as it was. */
export interface FileState {
  /** In bytes. */
  size: number;
  /** When it was last written to, in milliseconds. */
  changed: number;
}

/** How many bytes a file has; undefined where there is none. */
export const fileSize = async (path: string): Promise<number | undefined> => (await fileState(path))?.size;

/** Undefined where there is no such file. */
export async function fileState(path: string): Promise<FileState | undefined> {
  try {
    const { size, mtimeMs } = await stat(path);
    return { size, changed: mtimeMs };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw fileError('cannot read', path, error);
  }
}
