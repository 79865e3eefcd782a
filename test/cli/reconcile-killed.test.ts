import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyOfStudy, emic, emicTold, read, repository } from '../helpers/workspace.ts';

/** How often a run is killed; more with KILLS=200. */
const kills = Number(process.env.KILLS ?? 3);
const program = join(repository, 'dist/cli/emic.js');
const args = ['reconcile', '--round', '1', '--by', 'ana', '--plain'];
const choices = ['1', '2', '3', 'both', 'neither', 'difference', 'unclear'];

/**
 * Decides in a process of its own until it is killed at some moment.
 *
 * @returns how many decisions it had told as written.
 */
function killedAfter(folder: string, milliseconds: number): Promise<number> {
  const child = spawn(process.execPath, [program, ...args], { cwd: folder });
  const typed = Array.from(
    { length: 200 },
    (_, index) => `${choices[index % choices.length]}\nreason ${index}\n`,
  );
  child.stdin.on('error', () => undefined);
  let out = '';
  let timer: NodeJS.Timeout | undefined;
  child.stdout.on('data', (data) => {
    // The clock runs from the first decision asked for, so that the moments lie among the decisions.
    timer ??= setTimeout(() => child.kill('SIGKILL'), milliseconds);
    out += data;
  });
  child.stdin.write(typed.join(''));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      resolve([...out.matchAll(/^Written: /gm)].length);
    });
  });
}

test('whatever was told as written is on the disk after a SIGKILL, and the next run completes the consensus', async () => {
  if (!existsSync(program)) throw new Error('dist/cli/emic.js is missing: run "npm run build" first');
  let [told, behind] = [0, 0];
  // On a busy machine the first decisions take longer: then later moments are tried too.
  for (let kill = 0; kill < kills || (told === 0 && kill < kills + 10); kill += 1) {
    const folder = copyOfStudy('practice');
    const shown = await killedAfter(folder, Math.random() * 400 * (told === 0 ? kill + 1 : 1));
    told += shown;
    const path = 'corpus/practice/decisions.jsonl';
    const written = existsSync(join(folder, path)) ? read(folder, path).split('\n').length - 1 : 0;
    expect(written).toBeGreaterThanOrEqual(shown);
    const checked = await emic(folder, 'check');
    expect(checked.status).toBe(0);
    if (checked.out.includes('consensus-behind')) behind += 1;
    const again = await emicTold(folder, ['quit'], ...args);
    expect(again.status).toBe(0);
    expect(again.out).toContain(`: ${written} decided, `);
    const after = await emic(folder, 'check');
    expect(after).toMatchObject({ status: 0, out: expect.not.stringContaining('consensus-behind') });
  }
  expect(told).toBeGreaterThan(0);
  // So many cannot all have missed the moment between a decision and what follows from it.
  if (kills >= 100) expect(behind).toBeGreaterThan(0);
}, 1_200_000);
