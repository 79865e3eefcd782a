// Measures what somebody waits for, beside the least that could be waited for: the installed command
// line beside a node that does nothing, reading a large positions file beside a plain parse of it,
// counting 900,000 codings beside reading their bytes, agreement in 10,000,000 rows beside cutting them into fields,
// importing survey responses beside papaparse streaming the same file,
// and kappa and alpha of a million units beside counting them, and beside Python and R.
// Then two full screens, from a key to its frame (bench-coding-screen.mjs, bench-reconcile-screen.mjs), importing references
// (bench-references.mjs), and agreement on spans (bench-spans.mjs).
// Run by `npm run bench`, after `npm run build`.
// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import papaparse from 'papaparse';
import { VFile } from 'vfile';
import { codingScreen } from './bench-coding-screen.mjs';
import { kappas } from './bench-kappas.mjs';
import { ratingsFile } from './bench-ratings-file.mjs';
import { reconcileScreen } from './bench-reconcile-screen.mjs';
import { references } from './bench-references.mjs';
import { responsesFile } from './bench-responses-file.mjs';
import { spans } from './bench-spans.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const library = new URL('../dist/index.js', import.meta.url).href;
/** @type {typeof import('../src/index.ts')} */
const { readMarks, tallyStatement } = await import(library).catch(() => {
  throw new Error('dist/index.js is missing: run "npm run build" first');
});

const statements = 20;
const participants = 2000;
const rows = 200_000;

/** Loaded first, it prints the most memory that a process has held, in MB. */
const tellMemory = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => console.log('memory ' + process.resourceUsage().maxRSS / 1024))",
)}`;

console.log(`node ${process.version}, ${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown'}\n`);
const emic = 'dist/cli/emic.js';
const goal = 'goal: under 120 ms of its own, or 2.5 times';
table([
  compare('emic --help', program(emic, '--help'), 'node -e 0', program('-e', '0'), 15, goal),
  compare('emic replicate', program(emic, 'replicate'), 'node -e 0', program('-e', '0'), 15),
  positions(),
  ...codings(),
  ...ratingsFile(join(root, emic), within, tellMemory, compare),
  responsesFile(join(root, emic), within, tellMemory, compare),
  ...(await kappas(compare)),
  ...(await alphas()),
]);

codingScreen();
reconcileScreen();
references();
await spans();

/** Reading and tallying, in this process. */
function positions() {
  const columns = ['strongly agree', 'agree', 'undecided', 'disagree', 'strongly disagree'];
  const ids = Array.from({ length: participants }, (_, index) => `P${index + 1}`);
  const list = Array.from({ length: statements }, (_, index) => `s${index + 1}`);
  let text = 'statement,session,participant,column,comment\n';
  for (let row = 0; row < rows; row += 1) {
    const [person, statement] = [row % participants, Math.floor(row / participants) % statements];
    const column = columns[(person + statement + row) % columns.length];
    text += `s${statement + 1},${person % 2 ? 'b' : 'a'},P${person + 1},${column},"note ${row}, in words"\n`;
  }

  /** @type {import('../src/index.ts').Scale} */
  const scale = {
    columns: columns.map((label, index) => ({
      label,
      side: index < 2 ? 'agree' : index > 2 ? 'disagree' : 'neutral',
    })),
  };
  const roster = {
    sessionOf: new Map(ids.map((id, index) => [id, index % 2 ? 'b' : 'a'])),
    sessions: ['a', 'b'],
  };
  const declared = {
    statements: list.map((id) => ({
      id,
      title: id,
      polarity: /** @type {const} */ ('positive'),
      kind: null,
    })),
    scale,
    roster,
    rows: /** @type {const} */ ('comment'),
  };
  const ours = () => {
    const marks = readMarks(new VFile({ path: 'positions.csv', value: text }), declared) ?? [];
    const tallies = list.map((id) => tallyStatement(id, marks, scale, roster, 'comment'));
    const counted = tallies
      .flatMap(({ all }) => all.columns)
      .reduce((sum, { comments }) => sum + (comments ?? 0), 0);
    if (counted !== rows) throw new Error(`${counted} of ${rows} rows were counted`);
  };
  const plain = () => {
    if (papaparse.parse(text, { skipEmptyLines: true }).data.length !== rows + 1)
      throw new Error('rows are lost');
  };
  return compare(`${rows} positions`, ours, 'papaparse', plain, 5);
}

/**
 * Three raters, 300 documents of 1,000 turns, 60 codes, 900,000 codings in 170 MB of logs: the commands that count
 * and compare them, and the library's functions, each time in a process of its own, beside reading the same bytes.
 */
function codings() {
  const folder = mkdtempSync(join(tmpdir(), 'emic-bench-'));
  const study = join(folder, 'corpus', 'big');
  program('scripts/generate-codings.mjs', study)();
  writeFileSync(
    join(study, 'study.yaml'),
    'emic: 1\ntitle: Invented\nkind: interviews\nfictional: true\nprotocol: { unit: turn }\n',
  );
  const kappas = `
    const { openCounted, unitsOfRound, compareRaters } = await import(${JSON.stringify(library)});
    const { coded } = await openCounted({ root: '.' }, 'big');
    const units = unitsOfRound(coded.corpus, {
      unit: 'turn', logs: coded.corpus.logs, raters: ['ana', 'ben', 'chloe'], speakers: 'participants',
      onlyCoded: false, rollUp: false, version: null, language: 'en',
    });
    const values = compareRaters(units, { measures: ['cohen-kappa'], interval: 'none' }).flatMap(({ codes }) => codes);
    if (values.length !== 180 || !values.every(({ value }) => Number.isFinite(value))) process.exit(1);`;
  const read = `
    const { readdirSync, readFileSync } = await import('node:fs');
    for (const entry of readdirSync(${JSON.stringify(study)}, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) readFileSync(entry.parentPath + '/' + entry.name);`;
  const command = join(root, emic);
  /** @type {[string, string[]][]} */
  const measured = [
    ['agree, 900000', [command, 'agree', 'big']],
    ['codes, 900000', [command, 'codes', 'big', '--by', 'code,rater']],
    ['kappas by library', ['--input-type=module', '-e', kappas]],
  ];
  const bytes = program('--input-type=module', '-e', read);
  const results = measured.map(([what, args]) => {
    const result = compare(what, within(folder, ...args), 'their bytes', bytes, 3);
    const memory = Number(
      within(folder, '--import', tellMemory, ...args)()
        .split('memory ')
        .at(-1),
    );
    return { ...result, remark: `${memory.toFixed(0)} MB; goal: under 4 s and 500 MB` };
  });
  rmSync(folder, { recursive: true, force: true });
  return results;
}

/**
 * Krippendorff's alpha of 1,000,000 units by 5 raters, a fifth missing, 5 categories, from typed arrays by each
 * metric, and its bootstrap from counts, beside a plain loop that counts the same arrays in this process.
 */
async function alphas() {
  const folder = new URL('../dist/agreement/', import.meta.url).href;
  /** @type {typeof import('../src/agreement/counts.ts')} */
  const { countPatterns } = await import(`${folder}counts.js`);
  /** @type {typeof import('../src/agreement/krippendorff-alpha.ts')} */
  const { krippendorffAlpha } = await import(`${folder}krippendorff-alpha.js`);
  const units = 1_000_000;
  let state = 1;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const cells = Array.from({ length: 5 }, () => new Int8Array(units));
  for (let unit = 0; unit < units; unit += 1) {
    const middle = Math.floor(uniform() * 5);
    for (const column of cells) {
      column[unit] = uniform() < 0.2 ? -1 : uniform() < 0.7 ? middle : Math.floor(uniform() * 5);
    }
  }
  const ratings = { units, raters: ['a', 'b', 'c', 'd', 'e'], categories: ['1', '2', '3', '4', '5'], cells };
  const [a, b, c, d, e] = /** @type {[Int8Array, Int8Array, Int8Array, Int8Array, Int8Array]} */ (cells);
  const plain = () => {
    const table = new Int32Array(6 ** 5);
    for (let unit = 0; unit < units; unit += 1) {
      const [i, j, k, l, m] = [a[unit] ?? 0, b[unit] ?? 0, c[unit] ?? 0, d[unit] ?? 0, e[unit] ?? 0];
      const at = ((((i + 1) * 6 + j + 1) * 6 + k + 1) * 6 + l + 1) * 6 + m + 1;
      table[at] = (table[at] ?? 0) + 1;
    }
    return table;
  };
  const metrics = /** @type {const} */ (['nominal', 'ordinal', 'interval', 'ratio']);
  const values = metrics.map((metric) => {
    const ours = () => {
      const { value } = krippendorffAlpha(ratings, { metric, interval: 'none' });
      if (value === null || !(value > 0.4 && value < 0.6)) throw new Error(`alpha is ${value}`);
    };
    return compare(`alpha ${metric}`, ours, 'plain counting', plain, 15, 'goal: under 3 times');
  });
  const counts = countPatterns(ratings);
  const resampled = () => {
    const options = /** @type {const} */ ({ metric: 'ordinal', interval: 'bootstrap', replicates: 10_000 });
    if (krippendorffAlpha(counts, options).interval === null) throw new Error('there is no interval');
  };
  return [...values, compare('10000 resamples', resampled, 'plain counting', plain, 3, 'goal: under 1 s')];
}

/**
 * A whole process; calling it gives what it printed.
 * @param {string[]} args
 */
function program(...args) {
  return within(root, ...args);
}

/**
 * The same in a folder.
 * @param {string} cwd
 * @param {string[]} args
 */
function within(cwd, ...args) {
  return () => {
    const options = { cwd, encoding: /** @type {const} */ ('utf8'), maxBuffer: 1 << 26 };
    const { status, stdout, stderr } = spawnSync(process.execPath, args, options);
    if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
    return stdout;
  };
}

/**
 * Medians of two things done in alternation, after one turn that does not count.
 * @param {string} what
 * @param {() => unknown} ours
 * @param {string} beside
 * @param {() => unknown} baseline
 * @param {number} turns
 */
function compare(what, ours, beside, baseline, turns, remark = '') {
  /** @type {[number[], number[]]} */
  const times = [[], []];
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const [index, run] of /** @type {const} */ ([
      [0, ours],
      [1, baseline],
    ])) {
      const start = performance.now();
      run();
      if (turn > 0) times[index].push(performance.now() - start);
    }
  }
  const [own, base] = times.map((list) => list.sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN);
  return { what, own: own ?? Number.NaN, beside, base: base ?? Number.NaN, remark };
}

/** @param {ReturnType<typeof compare>[]} results */
function table(results) {
  /** @param {string[]} cells */
  const line = (cells) =>
    cells.map((cell, i) => (i % 2 || i > 3 ? cell.padStart(10) : cell.padEnd(18))).join('  ');
  console.log(line(['what', 'ms', 'beside', 'ms', 'ratio', 'difference']));
  for (const { what, own, beside, base, remark } of results) {
    const numbers = [own / base, own - base].map((value) => value.toFixed(value < 100 ? 2 : 0));
    console.log(
      line([what, own.toFixed(own < 10 ? 2 : 0), beside, base.toFixed(base < 10 ? 2 : 0), ...numbers]),
      remark,
    );
  }
}
