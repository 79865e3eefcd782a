import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { explainError } from '../file/explain-error.ts';
import { temporaryName } from '../file/temporary-name.ts';
import { type NewFile, writeFiles } from '../file/write-files.ts';
import type { ReadImport } from './import-transcript.ts';
import { type ImportRecord, originalsFolder, RECORDS, writeImports } from './imports.ts';
import { exists, shownPath, type Workspace } from './workspace.ts';

/**
 * Writes what was planned for one file, all or nothing: the original, the transcript and the decisions. What is
 * there already, and the same, is not touched.
 *
 * @param records all records of the study; the new one is put in once it is written.
 * @returns the paths written, as users see them.
 * @throws an Error in plain words.
 */
export async function writeImport(
  workspace: Workspace,
  study: string,
  read: ReadImport,
  records: Map<string, ImportRecord>,
): Promise<string[]> {
  const folder = originalsFolder(workspace, study);
  const after = new Map(records).set(read.record.document, read.record);
  const wanted: NewFile[] = [
    ...(read.keeps ? [{ ...read.keeps, path: join(workspace.root, read.keeps.path) }] : []),
    { path: join(workspace.root, read.transcript), content: read.content },
    { path: join(folder, RECORDS), content: writeImports(after.values()) },
    ...(await ignoreFile(workspace, study)),
  ];
  const files: NewFile[] = [];
  for (const file of wanted) if (!(await isAlready(file))) files.push(file);
  const original = join(folder, read.record.original);
  const copied = !(await exists(original));
  if (copied) await writeOriginal(original, read.bytes);
  try {
    await writeFiles(files);
  } catch (error) {
    if (copied) await rm(original, { force: true });
    throw error;
  }
  records.set(read.record.document, read.record);
  return [...(copied ? [original] : []), ...files.map(({ path }) => path)].map((path) =>
    shownPath(workspace, path),
  );
}

async function isAlready({ path, content }: NewFile): Promise<boolean> {
  const there = await readFile(path, 'utf8').catch(() => undefined);
  return typeof content === 'string' && there?.replace(/\r\n?/g, '\n') === content;
}

/** The bytes as they are, whole or not at all; a file that is there is never replaced. */
async function writeOriginal(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = temporaryName(path);
  try {
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw new Error(`Cannot write ${path}: ${explainError(error)}`, { cause: error });
  }
}

/** Originals stay out of git also in a workspace that `emic init` did not make. */
export async function ignoreFile(workspace: Workspace, study: string): Promise<NewFile[]> {
  const lines = await readFile(join(workspace.root, '.gitignore'), 'utf8').catch(() => '');
  const covers = ['corpus/*/originals', `corpus/${study}/originals`, 'originals', '**/originals'];
  const covered = lines.split(/\r?\n/).some((line) =>
    covers.includes(
      line
        .trim()
        .replace(/^\//, '')
        .replace(/\/\**$/, ''),
    ),
  );
  const path = join(originalsFolder(workspace, study), '.gitignore');
  if (covered || (await exists(path))) return [];
  const content = '# Originals hold identities. To keep them in git all the same, empty this file.\n*\n';
  return [{ path, content }];
}
