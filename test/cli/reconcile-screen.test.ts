import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { read, repository, write } from '../helpers/workspace.ts';
import { decisions, differingStudy, linesOf, reconcile } from './reconcile-data.ts';

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

    test('says that somebody else decided meanwhile, and once more at its end what was not written', async () => {
      const folder = await differingStudy();
      // What git brings meanwhile, decided on another machine.
      const elsewhere = await differingStudy();
      await reconcile(elsewhere, ['ana', 'cold it is', 'quit']);
      const call = `stty cols 80 rows 24; '${process.execPath}' '${program}' reconcile --by ana`;
      const child = spawn('script', ['-qfec', call, '/dev/null'], { cwd: folder });
      let out = '';
      child.stdout.on('data', (data) => {
        out += data;
      });
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      const seen = (words: string) => expect.poll(() => out, { timeout: 20_000 }).toContain(words);
      await seen('3 left');
      write(folder, decisions, read(elsewhere, decisions));
      child.stdin.write('2');
      await seen('Why');
      child.stdin.write('rain is weather\r');
      await seen('Not written: ');
      await seen('Enter tries again');
      child.stdin.write('\u0003');
      await seen('The reason was: “rain is weather”');
      child.stdin.write('\u0003');
      expect(await ended).toBe(0);
      const [, after = ''] = out.split('\u001b[?1049l');
      expect(after.replace(/\s+/g, ' ')).toContain(
        'Not written: cold in one, turn 2, “ben is right”, with the reason “rain is weather”.',
      );
      expect(linesOf(folder, decisions).map(({ why }) => why)).toEqual(['cold it is', 'cold it is']);
    }, 60_000);
  },
);
