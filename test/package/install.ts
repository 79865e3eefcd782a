import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end, whatever its exit status. */
export function execute(program: string, args: readonly string[], cwd: string): Promise<Ran> {
  // On Windows npm and the programs of packages are scripts for its shell.
  const shell = process.platform === 'win32';
  return new Promise((resolve) => {
    execFile(program, args, { cwd, shell, maxBuffer: 16 * 1024 * 1024 }, (error, stdout, stderr) => {
      const status = error ? (typeof error.code === 'number' ? error.code : -1) : 0;
      resolve({ status, stdout, stderr: stderr || (error?.message ?? '') });
    });
  });
}

/** A folder in which nothing but the packed project is installed, as a user of it has. */
export interface Installed {
  folder: string;
  /** Paths in the tarball. */
  files: string[];
  remove(): Promise<void>;
}

export async function packAndInstall(): Promise<Installed> {
  for (const built of ['dist/index.js', 'dist/index.d.ts', 'dist/cli/emic.js']) {
    if (!existsSync(join(root, built))) throw new Error(`${built} is missing: run "npm run build" first`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'emic-package-'));
  const packed = await must(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', folder],
    root,
  );
  const [tarball] = JSON.parse(packed) as { filename: string; files: { path: string }[] }[];
  if (!tarball) throw new Error('npm pack names no tarball');
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  await must(
    'npm',
    ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${tarball.filename}`],
    folder,
  );
  return {
    folder,
    files: tarball.files.map(({ path }) => path),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function must(program: string, args: readonly string[], cwd: string): Promise<string> {
  const { status, stdout, stderr } = await execute(program, args, cwd);
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr || stdout}`);
  return stdout;
}
