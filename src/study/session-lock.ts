import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { errorCode } from '../file/explain-error.ts';
import { FileError, fileError } from '../file/file-error.ts';
import { temporaryName } from '../file/temporary-name.ts';

/** Who is at work, as the lock's file says. */
interface Holder {
  pid: number;
  host: string;
  /** ISO 8601. */
  since: string;
}

/**
 * Takes a lock, so that two sessions never write to one log from two states. That of a process which is gone is
 * taken over.
 *
 * @param doing what the holder does, for whoever is refused.
 * @returns gives it back.
 * @throws a FileError that says who has it, since when, and what to do.
 */
export async function takeLock(
  path: string,
  since: string,
  doing: 'coding' | 'reconciling' = 'coding',
): Promise<() => Promise<void>> {
  const content = JSON.stringify({ pid: process.pid, host: hostname(), since } satisfies Holder);
  const own = temporaryName(path);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(own, content, { flag: 'wx' });
    await claim(path, own, doing);
  } catch (error) {
    throw error instanceof FileError ? error : fileError('cannot write', path, error);
  } finally {
    await rm(own, { force: true });
  }
  return async () => {
    const held = await readFile(path, 'utf8').catch(() => '');
    if (held === content) await rm(path, { force: true });
  };
}

/** A link appears with all of its content or not at all, and never replaces another. */
async function claim(path: string, own: string, doing: string): Promise<void> {
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
    if (!holder || isThere(holder)) throw new FileError(refusal(path, doing, holder));
    await moveAway(path, held);
  }
  throw new FileError(refusal(path, doing, undefined));
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

const refusal = (path: string, doing: string, holder: Holder | undefined): string =>
  `somebody is ${doing} this already${holder ? ` (process ${holder.pid} on ${holder.host}, since ${holder.since})` : ''}: leave that session first; if there is none, delete ${path}`;
