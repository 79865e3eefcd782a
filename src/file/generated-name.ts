import { lstat, realpath } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { RECORD } from './generated-record.ts';

/** True for a path with `/` that stays inside its folder on every system and is not the record. */
export function isInside(name: string): boolean {
  const parts = name.split('/');
  return !/[\\:\0]/.test(name) && name !== RECORD && parts.every((part) => !['', '.', '..'].includes(part));
}

/** True if the file's folder is really inside, where folders on the way may be links. */
export async function staysInside(folder: string, name: string): Promise<boolean> {
  const root = await realpath(folder).catch(() => undefined);
  if (root === undefined) return true;
  for (let parent = dirname(name); parent !== '.'; parent = dirname(parent)) {
    const real = await realpath(join(folder, parent)).catch(() => undefined);
    if (real !== undefined) return !relative(root, real).split(sep).includes('..');
  }
  return true;
}

/** True where a link stands in the place of a file: writing to it would change what it leads to. */
export async function isLink(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  return found?.isSymbolicLink() ?? false;
}
