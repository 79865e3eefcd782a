import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { FileError } from '../file/file-error.ts';
import { Held, takeLock } from './session-lock.ts';
import type { Workspace } from './workspace.ts';

/** For so many milliseconds somebody else's writing is waited for; it takes a few as a rule. */
const PATIENCE = 2000;

/**
 * Does work on files that the raters of a study share, its draft and its memos, while nobody else does: what is read
 * there is still so when it is replaced. Not to be called within such work.
 *
 * @throws a FileError where somebody else is at it for two seconds; then nothing was done.
 */
export async function whileAlone<T>(workspace: Workspace, study: string, work: () => Promise<T>): Promise<T> {
  const release = await waitForLock(join(workspace.root, 'reports', study, '.emic', 'writing.lock'));
  try {
    return await work();
  } finally {
    await release();
  }
}

async function waitForLock(path: string): Promise<() => Promise<void>> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await takeLock(path, new Date().toISOString(), 'writing');
    } catch (error) {
      if (!(error instanceof Held)) throw error;
      if (Date.now() >= end) {
        throw new FileError(
          `somebody else is writing to this study${error.by}: try again in a moment; if there is nobody, delete ${path}`,
          { cause: error },
        );
      }
    }
    // Two that wait do not come again at one moment.
    await setTimeout(5 + Math.random() * 20);
  }
}
