import { constants, copyFile, readFile, rm } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { errorCode } from './explain-error.ts';
import { FileError, fileError } from './file-error.ts';
import { isInside, isLink, staysInside } from './generated-name.ts';
import { type Hashes, RECORD, readRecord, writeRecord } from './generated-record.ts';
import { sha256 } from './hash.ts';
import { removeRemains } from './remove-remains.ts';
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
 * What a killed run left half done is emic's own and is replaced.
 *
 * @throws a FileError when a name leads out of the folder, or when writing fails; then nothing is changed.
 */
export async function writeGenerated(
  folder: string,
  files: readonly GeneratedFile[],
): Promise<GeneratedResult> {
  await checkNames(folder, files);
  const before = await readRecord(folder);
  const after = new Map(files.map(({ name, content }) => [name, sha256(content)]));
  const old = await oldFiles(folder, before, after);
  const record = new Map<string, readonly string[]>(old.unchanged);

  const copies: string[] = [];
  try {
    for (const [name, hash] of after) {
      const there = await hashOf(join(folder, name));
      const isOwn = there !== undefined && there !== hash && before.get(name)?.includes(there);
      record.set(name, isOwn ? [there, hash] : [hash]);
      if (there === undefined || there === hash || isOwn) continue;
      copies.push(await copyAside(folder, name, after));
    }
    // The record goes first: whatever is replaced before the run ends is known in it.
    await writeFiles([
      { path: join(folder, RECORD), content: writeRecord(record) },
      ...files.map(({ name, content }) => ({ path: join(folder, name), content })),
    ]);
  } catch (error) {
    for (const name of copies) await rm(join(folder, name), { force: true });
    throw error;
  }

  for (const name of old.unchanged.keys()) await rm(join(folder, name), { force: true });
  const folders = new Set([RECORD, ...after.keys()].map((name) => join(folder, dirname(name))));
  await removeRemains(folders, new Set([...before.values()].flat()));
  return { written: [...after.keys()], kept: [...copies, ...old.edited], removed: [...old.unchanged.keys()] };
}

async function checkNames(folder: string, files: readonly GeneratedFile[]): Promise<void> {
  for (const { name } of files) {
    if (!isInside(name) || !(await staysInside(folder, name))) {
      throw new FileError(`${JSON.stringify(name)} cannot be written: generated files stay in ${folder}`);
    }
  }
  for (const name of [RECORD, ...files.map((file) => file.name)]) {
    if (!(await isLink(join(folder, name)))) continue;
    throw new FileError(
      `${JSON.stringify(name)} cannot be written: it is a link, and generated files stay in ${folder}; remove the link`,
    );
  }
}

async function hashOf(path: string): Promise<string | undefined> {
  try {
    return sha256(await readFile(path));
  } catch (error) {
    // A folder in the way is told when the file is written.
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errorCode(error) ?? '')) return undefined;
    throw fileError('cannot read', path, error);
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
      throw fileError('cannot keep the changes in', name, error);
    }
  }
}

/** What an earlier run wrote and this one does not, and is there still. */
async function oldFiles(
  folder: string,
  before: Hashes,
  after: ReadonlyMap<string, string>,
): Promise<{ unchanged: Map<string, readonly string[]>; edited: string[] }> {
  const unchanged = new Map<string, readonly string[]>();
  const edited: string[] = [];
  for (const [name, hashes] of before) {
    // The record is a file that anybody can change: it must not lead to files elsewhere.
    if (after.has(name) || !isInside(name) || !(await staysInside(folder, name))) continue;
    const there = await hashOf(join(folder, name));
    if (there === undefined) continue;
    if (hashes.includes(there)) unchanged.set(name, [there]);
    else edited.push(name);
  }
  return { unchanged, edited };
}
