import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../helpers/workspace.ts';
import { tinyStudy } from './coding-data.ts';

const program = join(repository, 'dist/cli/emic.js');
/** A terminal to run in, from util-linux; other systems have another program of that name. */
const hasTerminal = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '');

describe.skipIf(!hasTerminal)(
  'emic code as a job of a shell (skipped where util-linux script is absent)',
  () => {
    test('ctrl-z gives the terminal back, and fg brings the screen back as it was', async () => {
      if (!existsSync(program)) throw new Error('dist/cli/emic.js is missing: run "npm run build" first');
      const code = `'${process.execPath}' '${program}' code one --rater ana`;
      const mode = `stty -a | grep -o -- '-\\?icanon' | sed 's/^/mode: /'`;
      const call = `stty cols 80 rows 24; set -m; ${code}; ${mode}; fg; ${mode}`;
      const child = spawn('script', ['-qfec', call, '/dev/null'], {
        cwd: tinyStudy(),
        env: { ...process.env, SHELL: '/bin/sh' },
      });
      let out = '';
      child.stdout.on('data', (data) => {
        out += data;
      });
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      const seen = (words: string, times = 1) =>
        expect.poll(() => out.split(words).length - 1, { timeout: 20_000 }).toBeGreaterThanOrEqual(times);
      await seen('0 coded');
      child.stdin.write('jm\u001bscweather\r');
      await seen('1 coded');
      child.stdin.write('\u001a');
      await seen('mode: icanon');
      const [before = '', after = ''] = out.split('mode: icanon');
      expect(before).toContain('\u001b[?1049l');
      // What shows once the shell has it in front again.
      await expect.poll(() => out.slice(before.length), { timeout: 20_000 }).toContain('1 coded');
      expect(`${after}${out.slice(before.length)}`).toContain('\u001b[?1049h');
      child.stdin.write('q');
      expect(await ended).toBe(0);
      expect(out.split('mode: icanon').length - 1).toBe(2);
      expect(out).not.toContain('mode: -icanon');
    }, 60_000);
  },
);
