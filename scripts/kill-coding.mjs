// Kills `emic code` at random moments, 200 times unless told, line by line and on a full screen in a pseudo-terminal,
// and sees that every coding that had been shown is on the disk and that the log can be coded on:
//
//     node scripts/kill-coding.mjs [TIMES] [plain|screen]        after `npm run build`
// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCodingStudy } from './make-coding-study.mjs';

const emic = fileURLToPath(new URL('../dist/cli/emic.js', import.meta.url));
const inTerminal = fileURLToPath(new URL('kill-in-terminal.py', import.meta.url));
const times = Number(process.argv[2] ?? 200);
/** Codings that one session may make. */
const most = 150;
/** Each session begins so many turns behind the one before, so that its names have room in the margin. */
const apart = 20;
const turns = 2000;
/** The longest time from the first coding that is shown to the kill, in milliseconds. */
const latest = 250;
/** From the frame that shows a coding to the keys of the next, in milliseconds. */
const every = 2;

/** @typedef {(code: string, before: Coding[], folder: string) => Promise<(after: Coding[]) => number>} Kill */
/** @typedef {{ id: string, code: string, quote: string }} Coding */

/** @type {Record<string, Kill>} */
const kills = { plain: killPlain, screen: killScreen };

for (const [mode, kill] of Object.entries(kills)) {
  if (process.argv[3] !== undefined && process.argv[3] !== mode) continue;
  if (mode === 'screen' && spawnSync('python3', ['-c', 'import pty, fcntl']).status !== 0) {
    console.log('screen: not killed; that needs python3 with its module pty for a pseudo-terminal');
    continue;
  }
  await killAll(mode, kill);
}

/**
 * @param {string} mode
 * @param {Kill} kill
 */
async function killAll(mode, kill) {
  const folder = mkdtempSync(join(tmpdir(), 'emic-kill-'));
  try {
    makeCodingStudy(folder, { turns, codings: 10, codes: Math.max(2, times) });
    const log = join(folder, 'corpus/big/codings/1/D001/ana.jsonl');
    let shown = 0;
    for (let time = 0; time < times; time += 1) {
      const code = `code-${String(time + 1).padStart(2, '0')}`;
      const before = codingsIn(log);
      try {
        shown += (await kill(code, before, folder))(codingsIn(log));
      } catch (error) {
        throw new Error(`${mode}, kill ${time + 1}: ${error instanceof Error ? error.message : error}`);
      }
    }
    const check = spawnSync(process.execPath, [emic, 'check', 'big'], { cwd: folder, encoding: 'utf8' });
    if (check.status !== 0) throw new Error(`emic check: ${check.stdout}${check.stderr}`);
    console.log(
      `${mode}: ${times} kills: all of the ${shown} codings that had been shown are in the log; emic check finds no error`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The codings in a log to which codings were only ever added; a line that the kill cut off does not count.
 *
 * @param {string} log
 * @returns {Coding[]}
 */
function codingsIn(log) {
  const lines = readFileSync(log, 'utf8').split('\n').slice(0, -1);
  return lines
    .filter((line) => line.startsWith('{"id"'))
    .map((line) => JSON.parse(line))
    .map(({ id, code, quote }) => ({ id, code, quote: String(quote).replace(/\s+/g, ' ') }));
}

/**
 * What is shown line by line is a line of the coding, with the words that it is on.
 *
 * @type {Kill}
 */
async function killPlain(code, _before, folder) {
  const said = await saidUntilKilled(code, folder);
  const quotes = [...said.matchAll(/^ {2}coded (\S+) on “(.*)”$/gm)].filter(([, id]) => id === code);
  return (after) => {
    const kept = new Set(after.filter((one) => one.code === code).map(({ quote }) => quote));
    for (const [, , quote = ''] of quotes) {
      if (!kept.has(quote)) throw new Error(`${code} on “${quote}” was shown and is not in the log`);
    }
    return quotes.length;
  };
}

/**
 * What is shown on the screen is the number of codings in its first line, and the names in its margin.
 *
 * @type {Kill}
 */
async function killScreen(code, before, folder) {
  const skipped = ((Number(code.slice(5)) - 1) * apart) % (turns - most - 10);
  const call = [emic, 'code', 'D001', '--rater', 'ana'];
  const { status, stdout, stderr } = spawnSync(
    'python3',
    [inTerminal, `Coded ${code}\\.`, String(every), String(latest), process.execPath, ...call],
    {
      ...{ cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
      input: `${JSON.stringify(`g${'J'.repeat(skipped)}`)}\n${`${JSON.stringify(`Jc${code}\r`)}\n`.repeat(most)}`,
    },
  );
  if (status !== 0) throw new Error(stderr);
  const counts = [...stdout.matchAll(/ (\d+) coded · /g)].map(([, count]) => Number(count));
  const last = Math.max(before.length, ...counts);
  const name = new RegExp(`[\\]┐┓│┃┘┛┫┋].* ${code}(?=[ ,]|\\r|$)`, 'gmu');
  const frames = stdout.split('\u001b[?2026h').map((frame) => [...frame.matchAll(name)].length);
  return (after) => {
    const made = after.filter((one) => one.code === code);
    if (last > after.length) throw new Error(`“${last} coded” was shown, and ${after.length} are in the log`);
    const named = Math.max(...frames);
    if (named > made.length) {
      throw new Error(`${code} was shown on ${named} passages, and is in the log on ${made.length}`);
    }
    if (last === before.length) throw new Error(`no coding was found among what was shown`);
    return last - before.length;
  };
}

/**
 * What `emic code --plain` said until it was killed.
 *
 * @param {string} code
 * @param {string} folder
 * @returns {Promise<string>}
 */
function saidUntilKilled(code, folder) {
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
    child.stdin.write(`first\n${`next turn\ncode ${code}\n`.repeat(most)}`);
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      if (signal === 'SIGKILL') resolve(out);
      else reject(new Error(`emic code ended by itself with ${status}: ${err || out.slice(-300)}`));
    });
  });
}
