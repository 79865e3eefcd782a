import { spawn } from 'node:child_process';
import { chmodSync, chownSync, lchownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { repository } from './workspace.ts';

/** Whom files do not obey as they do root: nobody, where the tests run as root. */
const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/**
 * The built command line with lines typed to it, as somebody to whom what is read-only is read-only. The folder
 * becomes theirs.
 */
export async function emicUnprivileged(
  folder: string,
  typed: readonly string[],
  ...args: string[]
): Promise<{ status: number | null; out: string; err: string }> {
  if (user.uid !== undefined) {
    chownSync(folder, user.uid, user.gid);
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      lchownSync(join(folder, path), user.uid, user.gid);
    }
  }
  const child = spawn(process.execPath, [join(repository, 'dist/cli/emic.js'), ...args], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', COLUMNS: '200' },
    ...user,
  });
  const printed = { out: '', err: '' };
  child.stdout.on('data', (data) => (printed.out += data));
  child.stderr.on('data', (data) => (printed.err += data));
  child.stdin.on('error', () => {});
  child.stdin.end(typed.map((line) => `${line}\n`).join(''));
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, ...printed };
}

/** Takes the right to write away from a file or folder until the test is over. */
export function makeReadOnly(folder: string, path: string): () => void {
  const full = join(folder, path);
  const isFolder = readdirSync(join(full, '..'), { withFileTypes: true }).some(
    (entry) => full.endsWith(`/${entry.name}`) && entry.isDirectory(),
  );
  chmodSync(full, isFolder ? 0o555 : 0o444);
  const giveBack = () => chmodSync(full, isFolder ? 0o755 : 0o644);
  onTestFinished(giveBack);
  return giveBack;
}
