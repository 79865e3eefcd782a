// The coding screen in a pseudo-terminal of 80 by 24, on 10,000 turns, 5,000 codings and 300 codes: how long until the
// first frame, and from a key to its finished frame, key by key and under fast repeat.
//
//     node scripts/bench-coding-screen.mjs        after `npm run build`
// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCodingStudy } from './make-coding-study.mjs';
import { canMeasure, tellKeys, timeToOpen, typeInto } from './measure-screen.mjs';

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
  if (canMeasure('the coding screen')) measure();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) codingScreen();

function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'emic-bench-'));
  try {
    makeCodingStudy(folder, { turns, codings, codes });
    const call = ['code', 'D001', '--rater', 'ana'];
    const opened = timeToOpen(folder, call);
    const result = typeInto(folder, plans, call);
    console.log(`\ncoding screen: ${turns} turns, ${codings} codings, ${codes} codes, 80 x 24\n`);
    console.log(`open to first frame   ${opened.toFixed(0)} ms (median of 5)      goal: under 700 ms`);
    tellKeys(
      'key to frame, all',
      result.plans.flat(),
      'goal: median under 16 ms, 99th percentile under 50 ms',
    );
    for (const [index, { name }] of plans.entries()) tellKeys(`  ${name}`, result.plans[index]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
