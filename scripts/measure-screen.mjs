// What the measurements of full screens share: running a command in a pseudo-terminal, and telling the times of keys.
// @ts-check
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {{ name: string, keys: string, times: number, every: number }} Plan */

/** Whether there is a pseudo-terminal to measure in; says so where there is none. */
export function canMeasure(/** @type {string} */ screen) {
  const has = spawnSync('python3', ['-c', 'import pty, fcntl']).status === 0;
  if (!has) {
    console.log(`${screen} is not measured: that needs python3 with its module pty for a pseudo-terminal`);
  }
  return has;
}

/**
 * Runs emic at 80 by 24 and types.
 *
 * @param {string} folder
 * @param {readonly Plan[]} plans
 * @param {string[]} args
 * @returns {{ first: number, plans: number[][] }} milliseconds: to the first frame, and of each key
 */
export function typeInto(folder, plans, args) {
  const file = join(folder, 'plan.json');
  writeFileSync(file, JSON.stringify(plans));
  const command = [process.execPath, join(root, 'dist/cli/emic.js'), ...args];
  const { stdout, stderr, status } = spawnSync(
    'python3',
    [join(root, 'scripts/in-terminal.py'), file, ...command],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: undefined } },
  );
  if (status !== 0) throw new Error(`in-terminal.py: ${stderr}`);
  const result = JSON.parse(stdout);
  if (result.status !== 0) throw new Error(`emic ${args[0]} ended with ${result.status}`);
  return result;
}

/** The median time to the first frame of five. */
export function timeToOpen(/** @type {string} */ folder, /** @type {string[]} */ args) {
  const times = Array.from({ length: 5 }, () => typeInto(folder, [], args).first);
  return times.sort((a, b) => a - b)[2] ?? Number.NaN;
}

/**
 * @param {string} what
 * @param {number[] | undefined} times
 * @param {string} goal
 */
export function tellKeys(what, times = [], goal = '') {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1);
  console.log(
    `${what.padEnd(36)} ${String(sorted.length).padStart(5)} keys  median ${at(0.5).padStart(5)}  p99 ${at(0.99).padStart(5)}  most ${at(1).padStart(5)} ms  ${goal}`,
  );
}
