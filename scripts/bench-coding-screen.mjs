// The coding screen in a pseudo-terminal of 80 by 24, on 10,000 turns, 5,000 codings and 300 codes: how long until the
// first frame, and from a key to its finished frame, key by key and under fast repeat.
//
//     node scripts/bench-coding-screen.mjs        after `npm run build`
// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCodingStudy } from './make-coding-study.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const turns = 10_000;
const codings = 5_000;
const codes = 300;

/** What is typed; `times` keys, a new one after each frame or, with `every`, so many milliseconds apart. */
const plans = [
  { name: 'next sentence', keys: 'j', times: 200, every: 0 },
  { name: 'next turn', keys: 'J', times: 200, every: 0 },
  { name: 'next page', keys: ' ', times: 100, every: 0 },
  { name: 'next coding', keys: 'f', times: 100, every: 0 },
  { name: 'next uncoded turn', keys: 'e', times: 50, every: 0 },
  { name: 'select sentence', keys: 's', times: 50, every: 0 },
  { name: 'a code by its digit, to the disk', keys: 'J1', times: 100, every: 0 },
  { name: 'choose: open, type, leave', keys: 'c', times: 1, every: 0 },
  { name: 'choose: a letter', keys: 'o', times: 4, every: 0 },
  { name: 'choose: leave', keys: '\u001b', times: 1, every: 0 },
  { name: 'repeat, 30 a second', keys: 'j', times: 150, every: 33 },
  { name: 'repeat, 60 a second', keys: 'J', times: 200, every: 16 },
];

/** Measures, and says so where it cannot. */
export function codingScreen() {
  if (spawnSync('python3', ['-c', 'import pty, fcntl']).status === 0) measure();
  else
    console.log(
      'the coding screen is not measured: that needs python3 with its module pty for a pseudo-terminal',
    );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) codingScreen();

function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'emic-bench-'));
  try {
    makeCodingStudy(folder, { turns, codings, codes });
    const plan = join(folder, 'plan.json');
    writeFileSync(plan, JSON.stringify(plans));
    const command = [process.execPath, join(root, 'dist/cli/emic.js'), 'code', 'D001', '--rater', 'ana'];
    const openings = Array.from({ length: 5 }, () => run(folder, '[]', command).first);
    const result = run(folder, plan, command);
    const all = result.plans.flat().sort((/** @type {number} */ a, /** @type {number} */ b) => a - b);
    console.log(`\ncoding screen: ${turns} turns, ${codings} codings, ${codes} codes, 80 x 24\n`);
    const opened = openings.sort((a, b) => a - b)[2] ?? 0;
    console.log(`open to first frame   ${opened.toFixed(0)} ms (median of 5)      goal: under 700 ms`);
    tell('key to frame, all', all, 'goal: median under 16 ms, 99th percentile under 50 ms');
    for (const [index, { name }] of plans.entries()) tell(`  ${name}`, result.plans[index], '');
    if (result.status !== 0) throw new Error(`emic code ended with ${result.status}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {string} plan a file, or the plan itself
 * @param {string[]} command
 * @returns {{ first: number, plans: number[][], status: number }}
 */
function run(folder, plan, command) {
  const file = existsSync(plan) ? plan : join(folder, 'empty.json');
  if (file !== plan) writeFileSync(file, plan);
  const { stdout, stderr, status } = spawnSync(
    'python3',
    [join(root, 'scripts/in-terminal.py'), file, ...command],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: undefined },
    },
  );
  if (status !== 0) throw new Error(`in-terminal.py: ${stderr}`);
  return JSON.parse(stdout);
}

/**
 * @param {string} what
 * @param {number[] | undefined} times
 * @param {string} goal
 */
function tell(what, times = [], goal) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1);
  console.log(
    `${what.padEnd(36)} ${String(sorted.length).padStart(5)} keys  median ${at(0.5).padStart(5)}  p99 ${at(0.99).padStart(5)}  most ${at(1).padStart(5)} ms  ${goal}`,
  );
}
