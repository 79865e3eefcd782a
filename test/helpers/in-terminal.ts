import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { repository } from './workspace.ts';

/** Whether there is a terminal to run in, from util-linux; other systems have another program of that name. */
export const hasTerminal = /util-linux/.test(
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '',
);

/** The built command line in a terminal of a size. */
export function emicInTerminal(
  folder: string,
  args: readonly string[],
  { columns = 80, rows = 24 }: { columns?: number; rows?: number } = {},
) {
  const program = join(repository, 'dist/cli/emic.js');
  if (!existsSync(program)) throw new Error('dist/cli/emic.js is missing: run "npm run build" first');
  const call = `stty cols ${columns} rows ${rows}; '${process.execPath}' '${program}' ${args.join(' ')}`;
  const child = spawn('script', ['-qfec', call, '/dev/null'], { cwd: folder });
  let out = '';
  child.stdout.on('data', (data) => {
    out += data;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    /** Waits until words have been shown. */
    seen: (words: string) => expect.poll(() => out, { timeout: 20_000 }).toContain(words),
    type: (keys: string) => child.stdin.write(keys),
    /** Its exit status, once it has ended. */
    ended,
    /** All that came so far. */
    shown: () => out,
    /** What came after the full screen was left. */
    after: () => out.split('\u001b[?1049l')[1] ?? '',
  };
}
