import { stat } from 'node:fs/promises';
import { errorCode } from './explain-error.ts';
import { fileError } from './file-error.ts';

/** How many bytes a file has; undefined where there is none. */
export async function fileSize(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw fileError('cannot read', path, error);
  }
}
