import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';

export const repository = resolve(import.meta.dirname, '../..');

/** An empty folder that is gone after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'emic-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A workspace with the given files, gone after the test. */
export function workspaceWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = emptyFolder();
  for (const [path, content] of Object.entries(files)) write(folder, path, content);
  return folder;
}

/** A copy of all of the repository's studies. */
export function copyOfRepository(): string {
  const folder = emptyFolder();
  copyStudies(folder, '.');
  return folder;
}

/** A copy of one of the repository's studies in a workspace of its own. */
export function copyOfStudy(study: string): string {
  const folder = emptyFolder();
  copyStudies(folder, study);
  return folder;
}

function copyStudies(folder: string, study: string): void {
  for (const part of ['corpus', 'codebooks', 'reports']) {
    if (!existsSync(join(repository, part, study))) continue;
    cpSync(join(repository, part, study), join(folder, part, study), {
      recursive: true,
      filter: (path) => !path.endsWith('/out'),
    });
  }
}

export function write(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

export const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

/** Replaces a text that stands exactly once in a file. */
export function change(folder: string, path: string, from: string, to: string): void {
  const before = read(folder, path);
  if (before.split(from).length !== 2) throw new Error(`"${from}" does not stand exactly once in ${path}`);
  write(
    folder,
    path,
    before.replace(from, () => to),
  );
}

/** Runs the command line in this process. */
export const emic = (cwd: string, ...args: string[]): Promise<{ status: number; out: string; err: string }> =>
  emicTold(cwd, [], ...args);

/** The same with lines typed to it. */
export async function emicTold(
  cwd: string,
  typed: readonly string[],
  ...args: string[]
): Promise<{ status: number; out: string; err: string }> {
  const printed = { out: '', err: '' };
  const line = (text: string) => (text.endsWith('\n') ? text : `${text}\n`);
  const io: Io = {
    cwd,
    width: 100,
    color: false,
    lines: async function* () {
      yield* typed;
    },
    out: (text) => {
      printed.out += line(text);
    },
    err: (text) => {
      printed.err += line(text);
    },
  };
  const status = await run(args, io);
  return { status, ...printed };
}
