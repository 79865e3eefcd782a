// Cohen's kappa of two raters from typed arrays and from strings, its bootstrap, and that of many codes, each beside a
// plain loop that counts the same arrays in this process, and beside Python and R.
// @ts-check
import { others } from './bench-others.mjs';

const folder = new URL('../dist/agreement/', import.meta.url).href;

/** @typedef {{ what: string, own: number, beside: string, base: number, remark: string }} Result */

/**
 * @param {(what: string, ours: () => unknown, beside: string, plain: () => unknown, turns: number, remark?: string) => Result} compare
 */
export async function kappas(compare) {
  /** @type {typeof import('../src/agreement/cohen-kappa.ts')} */
  const { cohenKappa } = await import(`${folder}cohen-kappa.js`);
  /** @type {typeof import('../src/agreement/ratings.ts')} */
  const { encodeRatings } = await import(`${folder}ratings.js`);
  /** @type {typeof import('../src/agreement/per-code.ts')} */
  const { perCode } = await import(`${folder}per-code.js`);
  const raters = ['ana', 'ben'];
  const categories = Array.from({ length: 10 }, (_, code) => `category ${code}`);
  const cells = twoColumns(1_000_000, 10, 0.7);
  const labels = cells.map((column) => Array.from(column, (code) => categories[code]));
  const few = cells.map((column) => column.slice(0, 10_000));
  const binary = Array.from({ length: 100 }, () => twoColumns(100_000, 2, 0.8));
  const coded = { units: 100_000, raters, codes: binary.map((_, code) => `code ${code}`), cells: binary };

  const results = {
    kappa: compare(
      'kappa, 1000000',
      () => check(cohenKappa({ units: 1_000_000, raters, categories, cells })),
      'plain counting',
      () => count(cells, 10),
      25,
      'goal: under 3 times',
    ),
    strings: compare(
      'of strings',
      () => check(cohenKappa(encodeRatings(raters, labels))),
      'plain counting',
      () => count(cells, 10),
      9,
      'goal: under 50 ms',
    ),
    resamples: compare(
      '1000 resamples',
      () => check(cohenKappa({ units: 10_000, raters, categories, cells: few }, { interval: 'bootstrap' })),
      'plain counting',
      () => count(few, 10),
      15,
      'of 10000 units; goal: under 30 ms',
    ),
    codes: compare(
      'perCode, 100 codes',
      () => perCode(coded).codes.map(({ all }) => check(all)),
      'plain counting',
      () => binary.map((one) => count(one, 2)),
      9,
      'of 100000 units; goal: under 30 ms',
    ),
  };
  /** @type {Result[]} */
  const all = Object.values(results);
  for (const { what, tool, ms } of others()) {
    const { base, beside } = results[/** @type {keyof typeof results} */ (what)];
    all.push({ what: `${what}, elsewhere`, own: ms, beside, base, remark: tool });
  }
  return all;
}

let state = 1;
function uniform() {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
}

/**
 * @param {number} units
 * @param {number} categories
 * @param {number} same
 */
function twoColumns(units, categories, same) {
  const first = Int8Array.from({ length: units }, () => Math.floor(uniform() * categories));
  return [first, first.map((code) => (uniform() < same ? code : Math.floor(uniform() * categories)))];
}

/**
 * @param {readonly Int8Array[]} cells
 * @param {number} categories
 */
function count([a, b], categories) {
  if (!a || !b) throw new Error('two raters are counted');
  const table = new Int32Array(categories * categories);
  for (let unit = 0; unit < a.length; unit += 1) {
    const at = (a[unit] ?? 0) * categories + (b[unit] ?? 0);
    table[at] = (table[at] ?? 0) + 1;
  }
  return table;
}

/** @param {import('../src/agreement/agreement.ts').Agreement} result */
function check({ value, interval }) {
  if (value === null || !(value > 0.5 && value < 0.9) || interval === null)
    throw new Error(`kappa is ${value}`);
}
