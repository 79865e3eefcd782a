import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { errorCode, explainError } from '../file/explain-error.ts';
import { FileError, fileError } from '../file/file-error.ts';
import { temporaryName } from '../file/temporary-name.ts';
import { exists } from './workspace.ts';

/** Who is at work, as the lock's file says. */
interface Holder {
  pid: number;
  host: string;
  /** ISO 8601. */
  since: string;
}

type Doing = 'coding' | 'reconciling' | 'screening' | 'writing';

/** A lock that somebody else has. */
export class Held extends FileError {
  /** ` (process 12 on HOST, since TIME)`; empty where that is not known. */
  readonly by: string;

  constructor(path: string, doing: Doing, holder: Holder | undefined) {
    const by = holder ? ` (process ${holder.pid} on ${holder.host}, since ${holder.since})` : '';
    super(
      holder
        ? `somebody is ${doing} this already${by}: leave that session first; if there is none, delete ${path}`
        : `somebody may be ${doing} this already, and it is not known who, for ${path} does not say: if nobody is, delete that file`,
    );
    this.by = by;
  }
}

/**
 * Takes a lock, so that two never write to one file from two states. That of a process which is gone is
 * taken over.
 *
 * @param doing what the holder does, for whoever is refused.
 * @returns gives it back.
 * @throws a FileError; a Held, which says who has it, since when, and what to do.
 */
export async function takeLock(
  path: string,
  since: string,
  doing: Doing = 'coding',
): Promise<() => Promise<void>> {
  const content = JSON.stringify({ pid: process.pid, host: hostname(), since } satisfies Holder);
  const own = temporaryName(path);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(own, content, { flag: 'wx' });
    await claim(path, own, doing);
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw refusals.has(errorCode(error) ?? '')
      ? await noPlace(path, doing, error)
      : fileError('cannot write', path, error);
  } finally {
    await rm(own, { force: true });
  }
  return async () => {
    const held = await readFile(path, 'utf8').catch(() => '');
    if (held === content) await rm(path, { force: true });
  };
}

/** What a system says where a folder may not be written to. */
const refusals: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS']);

/** Names the folder that is in the way: the nearest that is there. */
async function noPlace(path: string, doing: string, error: unknown): Promise<FileError> {
  let folder = dirname(path);
  while (dirname(folder) !== folder && !(await exists(folder))) folder = dirname(folder);
  return new FileError(
    `nothing can be written to ${folder} (${explainError(error)}): there it is kept who is ${doing} what, so that two sessions do not write to one file. Make that folder writable (chmod u+w), or work in a copy of the workspace that you can write to`,
    { cause: error },
  );
}

/** A link appears with all of its content or not at all, and never replaces another. */
async function claim(path: string, own: string, doing: Doing): Promise<void> {
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      await link(own, path);
      return;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    const held = await readFile(path, 'utf8').catch(() => undefined);
    if (held === undefined) continue;
    const holder = holderOf(held);
    if (!holder || isThere(holder)) throw new Held(path, doing, holder);
    await moveAway(path, held);
  }
  throw new Held(path, doing, undefined);
}

/** Takes a lock away that nobody holds, unless somebody else did so first and has it now. */
async function moveAway(path: string, held: string): Promise<void> {
  const aside = temporaryName(path);
  await rename(path, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => held);
  if (moved !== held) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

function holderOf(text: string): Holder | undefined {
  try {
    const { pid, host, since } = JSON.parse(text) as Holder;
    return Number.isInteger(pid) && typeof host === 'string' ? { pid, host, since } : undefined;
  } catch {
    return undefined;
  }
}

/** Of another machine nothing is known. */
function isThere({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}
