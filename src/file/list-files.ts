import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './explain-error.ts';
import { FileError, fileError } from './file-error.ts';

/**
 * Paths of the files in a folder with an ending, by name; none where there is no such folder. README.md is not one
 * of them, nor is any hidden file.
 *
 * @throws a FileError when the folder cannot be read, or is a file.
 */
export async function listFiles(folder: string, ending: string): Promise<string[]> {
  const entries = await entriesOf(folder);
  return entries
    .filter((entry) => !entry.isDirectory() && entry.name.endsWith(ending) && !entry.name.startsWith('.'))
    .filter((entry) => entry.name !== 'README.md')
    .map((entry) => join(folder, entry.name));
}

/** Names of the folders in a folder, in order; else as {@link listFiles}. */
export async function listFolders(folder: string): Promise<string[]> {
  const entries = await entriesOf(folder);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name);
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR') {
      throw new FileError(`cannot read ${folder}: a folder is expected here, and it is a file`, {
        cause: error,
      });
    }
    throw fileError('cannot read', folder, error);
  }
}
