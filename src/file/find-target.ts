import { access, constants, lstat, realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { errorCode } from './explain-error.ts';

export interface Target {
  /** The file itself, where the path leads through links. */
  path: string;
  /** The permissions of the file, if there is one. */
  mode?: number;
}

/**
 * Where writing to a path ends up.
 *
 * @throws when something other than a writable file stands there.
 */
export async function findTarget(path: string): Promise<Target> {
  const real = await realpath(path).catch(nothingThere);
  if (real === undefined) {
    if (await lstat(path).catch(nothingThere)) throw new Error('it is a link to a file that does not exist');
    return { path: resolve(path) };
  }
  const found = await stat(real);
  if (found.isDirectory()) throw new Error('it is a folder, not a file');
  if (!found.isFile()) throw new Error('it is a device or a pipe, not a file');
  // Renaming would replace a read-only file all the same, and whoever made it read-only meant it.
  await access(real, constants.W_OK);
  return { path: real, mode: found.mode & 0o7777 };
}

function nothingThere(error: unknown): undefined {
  if (errorCode(error) !== 'ENOENT') throw error;
}
