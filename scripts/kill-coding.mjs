// Kills `emic code` at random moments, 200 times unless told, and sees that every coding that had been shown is on the
// disk and that the log can be coded on:
//
//     node scripts/kill-coding.mjs [TIMES]        after `npm run build`
// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCodingStudy } from './make-coding-study.mjs';

const emic = fileURLToPath(new URL('../dist/cli/emic.js', import.meta.url));
const times = Number(process.argv[2] ?? 200);
const turns = 150;
/** The longest time from the first coding that is shown to the kill, in milliseconds. */
const latest = 250;

const folder = mkdtempSync(join(tmpdir(), 'emic-kill-'));
try {
  makeCodingStudy(folder, { turns, codings: 10, codes: Math.max(2, times) });
  const log = join(folder, 'corpus/big/codings/1/D001/ana.jsonl');
  let shown = 0;
  for (let time = 0; time < times; time += 1) {
    const code = `code-${String(time + 1).padStart(2, '0')}`;
    const said = await killed(code);
    // What is shown is the line of the coding, with the words that it is on.
    const quotes = [...said.matchAll(/^ {2}coded (\S+) on “(.*)”$/gm)].filter(([, id]) => id === code);
    const lines = readFileSync(log, 'utf8').split('\n');
    const kept = new Set(lines.filter((line) => line.includes(`"code":"${code}"`)).map(quoteOf));
    for (const [, , quote = ''] of quotes) {
      shown += 1;
      if (!kept.has(quote))
        throw new Error(`kill ${time + 1}: ${code} on “${quote}” was shown and is not in the log`);
    }
  }
  const check = spawnSync(process.execPath, [emic, 'check', 'big'], { cwd: folder, encoding: 'utf8' });
  if (check.status !== 0) throw new Error(`emic check: ${check.stdout}${check.stderr}`);
  console.log(
    `${times} kills: all of the ${shown} codings that had been shown are in the log; emic check finds no error`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} line */
function quoteOf(line) {
  return String(JSON.parse(line).quote).replace(/\s+/g, ' ');
}

/**
 * What `emic code` said until it was killed.
 * @param {string} code
 * @returns {Promise<string>}
 */
function killed(code) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [emic, 'code', 'D001', '--rater', 'ana', '--plain'], {
      cwd: folder,
    });
    let [out, err] = ['', ''];
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    child.stdout.setEncoding('utf8').on('data', (part) => {
      out += part;
      if (out.includes('Coded')) timer ??= setTimeout(() => child.kill('SIGKILL'), Math.random() * latest);
    });
    child.stderr.setEncoding('utf8').on('data', (part) => {
      err += part;
    });
    child.stdin.on('error', () => {});
    child.stdin.write(`first\n${`next turn\ncode ${code}\n`.repeat(turns - 1)}`);
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      if (signal === 'SIGKILL') resolve(out);
      else reject(new Error(`emic code ended by itself with ${status}: ${err || out.slice(-300)}`));
    });
  });
}
