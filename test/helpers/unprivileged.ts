import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, lchownSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { repository } from './workspace.ts';

/** Whom files do not obey as they do root: nobody, where the tests run as root. */
const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/**
 * The built command line with lines typed to it, as somebody to whom what is read-only is read-only. The folder
 * becomes theirs. Between lines something can be done, once certain words have been printed.
 */
export async function emicUnprivileged(
  folder: string,
  typed: readonly (string | { once: string; act: () => void })[],
  ...args: string[]
): Promise<{ status: number | null; out: string; err: string }> {
  const program = join(repository, 'dist/cli/emic.js');
  if (!existsSync(program)) throw new Error('dist/cli/emic.js is missing: run "npm run build" first');
  if (user.uid !== undefined) {
    chownSync(folder, user.uid, user.gid);
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      lchownSync(join(folder, path), user.uid, user.gid);
    }
  }
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1' },
    ...user,
  });
  const printed = { out: '', err: '' };
  child.stdout.on('data', (data) => (printed.out += data));
  child.stderr.on('data', (data) => (printed.err += data));
  child.stdin.on('error', () => {});
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  for (const one of typed) {
    if (typeof one === 'string') child.stdin.write(`${one}\n`);
    else {
      await expect.poll(() => printed.out, { timeout: 20_000 }).toContain(one.once);
      one.act();
    }
  }
  child.stdin.end();
  return { status: await ended, ...printed };
}

/** Takes the right to write away from a file or folder until the test is over. */
export function makeReadOnly(folder: string, path: string): () => void {
  const full = join(folder, path);
  const isFolder = statSync(full).isDirectory();
  chmodSync(full, isFolder ? 0o555 : 0o444);
  const giveBack = () => chmodSync(full, isFolder ? 0o755 : 0o644);
  onTestFinished(giveBack);
  return giveBack;
}
