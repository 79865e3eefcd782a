// The screen of emic reconcile in a pseudo-terminal of 80 by 24, on 10,000 turns, 5,000 codings of each of two raters
// and 300 codes: how long until the first frame, before anything was decided and after, and from a key to its finished
// frame.
//
//     node scripts/bench-reconcile-screen.mjs     after `npm run build`
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

/** The first decision begins the consensus, with all that the raters agree on, and is told apart. */
const plans = [
  { name: 'the first decision', keys: '1because\r', times: 1, every: 0 },
  { name: 'a decision, to the disk', keys: '1because\r', times: 200, every: 0 },
  { name: 'leave for later', keys: 's', times: 100, every: 0 },
  { name: 'back', keys: '\u007f', times: 50, every: 0 },
  { name: 'a choice', keys: 'n', times: 1, every: 0 },
  { name: 'a letter of its reason', keys: 'x', times: 50, every: 0 },
  { name: 'taken back', keys: '\u0003', times: 1, every: 0 },
];

/** Measures, and says so where it cannot. */
export function reconcileScreen() {
  if (canMeasure('the screen of emic reconcile')) measure();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) reconcileScreen();

function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'emic-bench-'));
  try {
    makeCodingStudy(folder, { turns, codings, codes, raters: 2 });
    const call = ['reconcile', '--by', 'ana'];
    const before = timeToOpen(folder, call);
    const result = typeInto(folder, plans, call);
    const after = timeToOpen(folder, call);
    console.log(
      `\nreconciling: ${turns} turns, two raters with ${codings} codings each, ${codes} codes, 80 x 24\n`,
    );
    console.log(`open to first frame   ${before.toFixed(0)} ms (median of 5)      goal: under 1000 ms`);
    console.log(`  with a consensus    ${after.toFixed(0)} ms (median of 5)      goal: under 1000 ms`);
    for (const [index, { name }] of plans.entries()) {
      tellKeys(`  ${name}`, result.plans[index], index === 1 ? 'goal: median under 16 ms' : '');
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
