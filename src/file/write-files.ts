import { constants, copyFile, link, mkdir, open, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { errorCode, explainError } from './explain-error.ts';
import { FileError, fileError } from './file-error.ts';
import { findTarget, type Target } from './find-target.ts';
import { backupName, temporaryName } from './temporary-name.ts';

export interface NewFile {
  path: string;
  content: string | Uint8Array;
  /** What has to stand there still, null for no file; where it is something else nothing is written. Not given, anything may. */
  was?: Uint8Array | null;
}

/**
 * Writes all files or none, as near as a file system allows: everything is written beside its target
 * and forced to the disk first, then renamed into place; a failure on the way puts back what was there.
 * They are put into place in the order given. Folders are created, links are written through, and an existing file keeps its permissions.
 *
 * @throws a FileError that names the path and says in plain words what went wrong.
 */
export async function writeFiles(files: readonly NewFile[]): Promise<void> {
  const steps: Step[] = [];
  try {
    for (const file of files) await naming(file.path, () => stage(file, steps));
    for (const step of steps) await naming(step.path, () => replace(step));
  } catch (error) {
    const stuck = await takeBack(steps);
    if (stuck.length === 0) throw error;
    throw new FileError(`${explainError(error)}; what was there before is kept in ${stuck.join(', ')}`, {
      cause: error,
    });
  }
  await tidyUp(steps);
}

/** One file on its way; what is set has been done and may have to be undone. */
interface Step {
  path: string;
  target: Target;
  temporary: string;
  was: NewFile['was'];
  /** The topmost folder that was created for it. */
  newFolder?: string | undefined;
  /** Holds what the target was before. */
  backup?: string | undefined;
  replaced?: boolean;
}

async function stage(file: NewFile, steps: Step[]): Promise<void> {
  const target = await findTarget(file.path);
  if (steps.some((step) => step.target.path === target.path)) {
    throw new Error('it is to be written twice at once');
  }
  const step: Step = { path: file.path, target, temporary: temporaryName(target.path), was: file.was };
  steps.push(step);
  step.newFolder = await mkdir(dirname(target.path), { recursive: true });
  const handle = await open(step.temporary, 'wx');
  try {
    await handle.writeFile(file.content);
    if (target.mode !== undefined) await handle.chmod(target.mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function replace(step: Step): Promise<void> {
  step.backup = backupName(step.target.path);
  if (!(await keep(step.target.path, step.backup))) step.backup = undefined;
  if (!(await isStill(step))) throw new Error('another program has changed it meanwhile; try again');
  await rename(step.temporary, step.target.path);
  step.replaced = true;
}

/** Whether what is about to be replaced is what its writer took it for. */
async function isStill({ was, backup }: Step): Promise<boolean> {
  if (was === undefined) return true;
  const there = backup === undefined ? null : await readFile(backup);
  return was === null || there === null ? was === there : there.equals(was);
}

/** Keeps a file under a second name; false if there is none. */
async function keep(path: string, backup: string): Promise<boolean> {
  try {
    await link(path, backup);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    // Not every file system has hard links.
    await copyFile(path, backup, constants.COPYFILE_EXCL);
  }
  return true;
}

/** Undoes the steps, the last one first; gives the backups that could not be put back. */
async function takeBack(steps: readonly Step[]): Promise<string[]> {
  const stuck: string[] = [];
  for (const { target, temporary, newFolder, backup, replaced } of steps.toReversed()) {
    await rm(temporary, { force: true }).catch(ignore);
    if (replaced && backup === undefined) await rm(target.path, { force: true }).catch(ignore);
    else if (replaced && backup !== undefined) {
      await rename(backup, target.path).catch(() => stuck.push(backup));
    } else if (backup !== undefined) await rm(backup, { force: true }).catch(ignore);
    if (newFolder !== undefined) await removeEmptyFolders(dirname(target.path), resolve(newFolder));
  }
  return stuck;
}

async function removeEmptyFolders(deepest: string, topmost: string): Promise<void> {
  for (let folder = deepest; folder.startsWith(topmost); folder = dirname(folder)) {
    await rmdir(folder).catch(ignore);
  }
}

async function tidyUp(steps: readonly Step[]): Promise<void> {
  for (const { backup } of steps) {
    if (backup !== undefined) await rm(backup, { force: true }).catch(ignore);
  }
  // A rename survives a power cut only when its folder is on the disk; not every system can do this.
  for (const folder of new Set(steps.map(({ target }) => dirname(target.path)))) {
    const handle = await open(folder, 'r').catch(ignore);
    await handle?.sync().catch(ignore);
    await handle?.close().catch(ignore);
  }
}

async function naming(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw fileError('cannot write', path, error);
  }
}

const ignore = (): undefined => undefined;
