import { readdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** A folder with `corpus/` in it. Everything emic reads and writes is below it. */
export interface Workspace {
  root: string;
}

/** The workspace that a folder is in: the folder itself or the nearest above it that has a `corpus/`. */
export async function findWorkspace(from: string): Promise<Workspace | undefined> {
  let folder = resolve(from);
  for (;;) {
    if (await isFolder(join(folder, 'corpus'))) return { root: folder };
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
}

/** Names of the studies in a workspace, in order: the folders of `corpus/` with a `study.yaml`. */
export async function listStudies(workspace: Workspace): Promise<string[]> {
  const entries = await readdir(join(workspace.root, 'corpus'), { withFileTypes: true });
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

export async function exists(path: string): Promise<boolean> {
  return (await kindOf(path)) !== undefined;
}

async function isFolder(path: string): Promise<boolean> {
  return (await kindOf(path)) === 'folder';
}

async function kindOf(path: string): Promise<'folder' | 'file' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}
