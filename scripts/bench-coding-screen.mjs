// The coding screen in a pseudo-terminal of 80 by 24, on 10,000 turns, 5,000 codings and 300 codes: how long until the
// first frame, and from a key to its finished frame, key by key and under fast repeat.
//
//     node scripts/bench-coding-screen.mjs        after `npm run build`
// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

const python = spawnSync('python3', ['-c', 'import pty, fcntl']);
if (python.status !== 0) {
  console.log(
    'the coding screen is not measured: python3 with its module pty is needed for a pseudo-terminal',
  );
} else measure();

function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'emic-bench-'));
  try {
    makeStudy(folder);
    const plan = join(folder, 'plan.json');
    writeFileSync(plan, JSON.stringify(plans));
    const command = [process.execPath, join(root, 'dist/cli/emic.js'), 'code', 'D001', '--rater', 'ana'];
    const openings = Array.from({ length: 5 }, () => run(folder, '[]', command).first);
    const result = run(folder, plan, command);
    const all = result.plans.flat().sort((/** @type {number} */ a, /** @type {number} */ b) => a - b);
    console.log(`coding screen: ${turns} turns, ${codings} codings, ${codes} codes, 80 x 24\n`);
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

/** @param {string} folder */
function makeStudy(folder) {
  const study = join(folder, 'corpus', 'big');
  const generate = [
    join(root, 'scripts/generate-codings.mjs'),
    study,
    '1',
    String(turns),
    '1',
    String(codes),
  ];
  if (spawnSync(process.execPath, generate).status !== 0) throw new Error('no study was made');
  const log = join(study, 'codings', '1', 'D001', 'ana.jsonl');
  const [header = '', ...lines] = readFileSync(log, 'utf8').split('\n');
  // A coding on every second turn, and nothing said yet of how far was read.
  const kept = lines.filter((line) => line.startsWith('{"id"')).filter((_, index) => index % 2 === 0);
  writeFileSync(log, `${[header, ...kept.slice(0, codings)].join('\n')}\n`);
  writeFileSync(
    join(study, 'study.yaml'),
    'emic: 1\ntitle: Invented\nkind: interviews\nfictional: true\ncoding: { raters: [ana], rounds: [1] }\n',
  );
  const book = Array.from({ length: codes }, (_, index) => {
    const id = `code-${String(index + 1).padStart(2, '0')}`;
    return `## Invented code ${index + 1} \`${id}\`\n\n**Definition.** What somebody says of number ${index + 1}.\n`;
  });
  mkdirSync(join(folder, 'codebooks', 'big'), { recursive: true });
  writeFileSync(
    join(folder, 'codebooks', 'big', '1.0.0.md'),
    `---\nname: Invented\nversion: 1.0.0\ndate: 2026-01-01\n---\n\n# Invented\n\n${book.join('\n')}`,
  );
}
