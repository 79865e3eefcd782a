import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../helpers/workspace.ts';
import { decisions, differingStudy, linesOf } from './reconcile-data.ts';

const program = join(repository, 'dist/cli/emic.js');
/** A terminal to run in, from util-linux; other systems have another program of that name. */
const hasTerminal = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '');

describe.skipIf(!hasTerminal)(
  'emic reconcile in a terminal (skipped where util-linux script is absent)',
  () => {
    test('decides by keys, and gives the terminal back', async () => {
      if (!existsSync(program)) throw new Error('dist/cli/emic.js is missing: run "npm run build" first');
      const folder = await differingStudy();
      const call = `stty cols 80 rows 24; '${process.execPath}' '${program}' reconcile --by ana`;
      const child = spawn('script', ['-qfec', call, '/dev/null'], { cwd: folder });
      let out = '';
      child.stdout.on('data', (data) => {
        out += data;
      });
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      const seen = (words: string) => expect.poll(() => out, { timeout: 20_000 }).toContain(words);
      await seen('3 left');
      child.stdin.write('2');
      await seen('Why');
      child.stdin.write('rain is weather\r');
      await seen('1 left');
      // What the screen shows is on the disk.
      expect(linesOf(folder, decisions)).toMatchObject([
        { code: 'cold', outcome: 'absent', right: 'ben', why: 'rain is weather' },
        { code: 'weather', outcome: 'present' },
      ]);
      child.stdin.write('q');
      expect(await ended).toBe(0);
      const [, after = ''] = out.split('\u001b[?1049l');
      expect(after).toContain('1 difference of round 1 left to decide');
    }, 60_000);
  },
);
