import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './explain-error.ts';
import { sha256 } from './hash.ts';
import { parseTemporaryName } from './temporary-name.ts';

/** Another machine may write to the same folder over a network, and its processes are not known here. */
const oldEnough = 10 * 60 * 1000;

/**
 * Removes what a run that was killed left in some folders: temporary files by our naming, older than
 * ten minutes, of processes that are gone. What a file was before it was replaced is removed only
 * when its hash is in `known`, for anything else may be work by hand.
 */
export async function removeRemains(
  folders: Iterable<string>,
  known: ReadonlySet<string>,
  now = Date.now(),
): Promise<void> {
  for (const folder of folders) {
    for (const name of await readdir(folder).catch(() => [])) {
      const parsed = parseTemporaryName(name);
      if (!parsed || isAlive(parsed.pid)) continue;
      const path = join(folder, name);
      // A remain that cannot be removed harms nobody, and another run may be just as quick.
      await removeRemain(path, parsed.kind === 'new' ? undefined : known, now).catch(() => undefined);
    }
  }
}

async function removeRemain(
  path: string,
  known: ReadonlySet<string> | undefined,
  now: number,
): Promise<void> {
  const found = await stat(path);
  if (!found.isFile() || now - found.mtimeMs < oldEnough) return;
  if (known && !known.has(sha256(await readFile(path)))) return;
  await rm(path);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}
