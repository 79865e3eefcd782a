import { constants, copyFile, readFile, rm } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { errorCode, explainError } from './explain-error.ts';
import { isInside, staysInside } from './generated-name.ts';
import { RECORD, readRecord, writeRecord } from './generated-record.ts';
import { sha256 } from './hash.ts';
import { writeFiles } from './write-files.ts';

export interface GeneratedFile {
  /** Relative to the folder, with `/`. */
  name: string;
  content: string;
}

/** Names relative to the folder. */
export interface GeneratedResult {
  written: string[];
  /** Where work by hand is now: copies made before writing, and edited files that are no longer generated. */
  kept: string[];
  removed: string[];
}

/**
 * Writes generated files without losing work by hand. A record in the folder says what was last
 * written; a file that is not as it was written is copied to `NAME.edited.EXT` first. Files of an
 * earlier run that are no longer generated are removed if nobody changed them. All other files stay.
 *
 * @throws an Error when a name leads out of the folder, or when writing fails; then nothing is changed.
 */
export async function writeGenerated(
  folder: string,
  files: readonly GeneratedFile[],
): Promise<GeneratedResult> {
  await checkNames(folder, files);
  const before = await readRecord(folder);
  const after = new Map(files.map(({ name, content }) => [name, sha256(content)]));

  const copies: string[] = [];
  try {
    for (const [name, hash] of after) {
      const there = await hashOf(join(folder, name));
      if (there === undefined || there === hash || there === before.get(name)) continue;
      copies.push(await copyAside(folder, name, after));
    }
    await writeFiles([
      ...files.map(({ name, content }) => ({ path: join(folder, name), content })),
      { path: join(folder, RECORD), content: writeRecord(after) },
    ]);
  } catch (error) {
    for (const name of copies) await rm(join(folder, name), { force: true });
    throw error;
  }

  const { removed, edited } = await removeOld(folder, before, after);
  return { written: [...after.keys()], kept: [...copies, ...edited], removed };
}

async function checkNames(folder: string, files: readonly GeneratedFile[]): Promise<void> {
  for (const { name } of files) {
    if (!isInside(name) || !(await staysInside(folder, name))) {
      throw new Error(`${JSON.stringify(name)} cannot be written: generated files stay in ${folder}`);
    }
  }
}

async function hashOf(path: string): Promise<string | undefined> {
  try {
    return sha256(await readFile(path));
  } catch (error) {
    // A folder in the way is told when the file is written.
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errorCode(error) ?? '')) return undefined;
    throw new Error(`Cannot read ${path}: ${explainError(error)}`, { cause: error });
  }
}

/** Copies a file to the first free name of `a.edited.csv`, `a.edited-2.csv` and so on. */
async function copyAside(folder: string, name: string, taken: ReadonlyMap<string, string>): Promise<string> {
  const { dir, name: stem, ext } = posix.parse(name);
  for (let number = 1; ; number++) {
    const copy = posix.join(dir, `${stem}.edited${number === 1 ? '' : `-${number}`}${ext}`);
    if (taken.has(copy)) continue;
    try {
      await copyFile(join(folder, name), join(folder, copy), constants.COPYFILE_EXCL);
      return copy;
    } catch (error) {
      if (errorCode(error) === 'EEXIST') continue;
      throw new Error(`Cannot keep the changes in ${name}: ${explainError(error)}`, { cause: error });
    }
  }
}

async function removeOld(
  folder: string,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Promise<{ removed: string[]; edited: string[] }> {
  const removed: string[] = [];
  const edited: string[] = [];
  for (const [name, hash] of before) {
    // The record is a file that anybody can change: it must not lead to files elsewhere.
    if (after.has(name) || !isInside(name) || !(await staysInside(folder, name))) continue;
    const there = await hashOf(join(folder, name));
    if (there === undefined) continue;
    if (there !== hash) edited.push(name);
    else {
      await rm(join(folder, name), { force: true });
      removed.push(name);
    }
  }
  return { removed, edited };
}
