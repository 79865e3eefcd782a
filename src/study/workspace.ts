import { readdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { errorCode } from '../file/explain-error.ts';
import { fileError } from '../file/file-error.ts';

/** A folder with `corpus/` in it. Everything emic reads and writes is below it. */
export interface Workspace {
  root: string;
}

/**
 * The workspace that a folder is in: the folder itself or the nearest above it that has a `corpus/`.
 *
 * @throws a FileError when it cannot be seen whether there is one.
 */
export async function findWorkspace(from: string): Promise<Workspace | undefined> {
  let folder = resolve(from);
  for (;;) {
    if (await isFolder(join(folder, 'corpus'))) return { root: folder };
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
}

/**
 * Names of the studies in a workspace, in order: the folders of `corpus/` with a `study.yaml`.
 *
 * @throws a FileError when `corpus/` cannot be read.
 */
export async function listStudies(workspace: Workspace): Promise<string[]> {
  const corpus = join(workspace.root, 'corpus');
  const entries = await readdir(corpus, { withFileTypes: true }).catch((error) => {
    throw fileError('cannot read', corpus, error);
  });
  const names: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const file = join(workspace.root, 'corpus', entry.name, 'study.yaml');
    if (await exists(file)) names.push(entry.name);
  }
  return names.sort();
}

/** A path as a user sees it in messages: from the workspace's root, with forward slashes. */
export const shownPath = (workspace: Workspace, path: string): string =>
  relative(workspace.root, path).split(sep).join('/');

/**
 * True unless it is certain that nothing is there: what cannot be read is no missing file, and whoever
 * opens it will be told why.
 */
export async function exists(path: string): Promise<boolean> {
  return (await look(path)) !== 'nothing';
}

async function isFolder(path: string): Promise<boolean> {
  const found = await look(path);
  if (typeof found === 'object') throw fileError('cannot read', path, found.error);
  return found === 'folder';
}

async function look(path: string): Promise<'folder' | 'file' | 'nothing' | { error: unknown }> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '') ? 'nothing' : { error };
  }
}
