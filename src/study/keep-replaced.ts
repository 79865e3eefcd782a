import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../file/hash.ts';
import type { NewFile } from '../file/write-files.ts';
import { bodyOf } from '../transcript/frozen.ts';
import { originalsFolder } from './imports.ts';
import type { Workspace } from './workspace.ts';

/** The folder in `originals/` with transcripts that an import replaced. */
export const REPLACED = 'replaced';

/**
 * Where a transcript that is replaced is kept: beside the originals, for it may hold names that the new one does
 * not, and git must not get them. Its name has the short hash of its body, by which codings know it.
 */
export async function keepReplaced(
  workspace: Workspace,
  study: string,
  document: string,
  bytes: Uint8Array,
): Promise<NewFile> {
  const folder = join(originalsFolder(workspace, study), REPLACED);
  const there = new Set(await readdir(folder).catch(() => []));
  const text = Buffer.from(bytes).toString('utf8');
  const hash = sha256(bodyOf(text) ?? text).slice(0, 8);
  for (let number = 1; ; number++) {
    const name = `${document}-${hash}${number === 1 ? '' : `-${number}`}.md`;
    const path = join(folder, name);
    if (!there.has(name)) return { path, content: bytes };
    const kept = await readFile(path).catch(() => undefined);
    if (kept && Buffer.compare(kept, bytes) === 0) return { path, content: bytes };
  }
}
