import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ICruiseResult } from 'dependency-cruiser';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const config = join(root, '.dependency-cruiser.cjs');

/** What `npm run architecture` sees in a folder that has a `src`, by the project's own configuration. */
export function cruise(folder: string, options: readonly string[] = []): Promise<ICruiseResult> {
  const args = [program, '--config', config, '--output-type', 'json', ...options, 'src'];
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      args,
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        // Violations are exit status and output; output that is not JSON is a failure to cruise.
        try {
          resolve(JSON.parse(stdout));
        } catch {
          reject(error ?? new Error(stderr));
        }
      },
    );
  });
}

/** Cruises files given as path within `src` and text, with the project's packages beside them. */
export async function cruiseFiles(files: Readonly<Record<string, string>>): Promise<ICruiseResult> {
  const folder = await mkdtemp(join(tmpdir(), 'emic-architecture-'));
  try {
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { target: 'es2023', module: 'nodenext' }, include: ['src'] }),
    );
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, 'src', path)), { recursive: true });
      await writeFile(join(folder, 'src', path), text);
    }
    // Without it the packages would resolve to where the link leads.
    return await cruise(folder, ['--preserve-symlinks']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What was reported as `rule: from -> to`, sorted, with packages by their names. */
export const reported = ({ summary }: ICruiseResult): string[] =>
  summary.violations
    .map(
      ({ rule, from, to }) =>
        `${rule.name}: ${from} -> ${to.replace(/^node_modules\/((?:@[^/]+\/)?[^/]+)\/.*/, '$1')}`,
    )
    .sort();
