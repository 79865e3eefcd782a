// `emic agree` of a ratings file with 10,000,000 rows, in a process of its own, beside one that cuts the same bytes into
// fields and does nothing else. The rows are in three orders: both raters of a unit, rater by rater, and anyhow.
// @ts-check
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const units = 5_000_000;

const split = `
  const { openSync, readSync } = await import('node:fs');
  const file = openSync('ratings.csv');
  const part = new Uint8Array(1 << 20);
  let [cells, letters, length] = [0, 0, 0];
  for (let read = readSync(file, part); read > 0; read = readSync(file, part)) {
    for (let at = 0; at < read; at++) {
      const byte = part[at];
      if (byte === 0x2c || byte === 0x0a) { cells++; letters += length; length = 0; } else length++;
    }
  }
  if (cells !== 3 * ${2 * units + 1}) throw new Error(cells + ' cells, ' + letters + ' letters');`;

const orders = {
  'by unit': (/** @type {number} */ row) => row,
  'by rater': (/** @type {number} */ row) => (row % units) * 2 + Math.floor(row / units),
  anyhow: (/** @type {number} */ row) => (row * 7_654_321) % (2 * units),
};

/**
 * @param {string} command
 * @param {(folder: string, ...args: string[]) => () => string} within
 * @param {string} tellMemory
 * @param {(what: string, ours: () => unknown, beside: string, plain: () => unknown, turns: number) => import('./bench-kappas.mjs').Result} compare
 */
export function ratingsFile(command, within, tellMemory, compare) {
  const folder = mkdtempSync(join(tmpdir(), 'emic-bench-'));
  const results = Object.entries(orders).map(([order, rowAt]) => {
    write(join(folder, 'ratings.csv'), rowAt);
    const agree = [command, 'agree', 'ratings.csv', '--measure', 'cohen-kappa', '--json'];
    const ours = () => {
      const [result] = JSON.parse(within(folder, ...agree)());
      if (result.n !== units) throw new Error(`${result.n} units were compared`);
    };
    const plain = within(folder, '--input-type=module', '-e', split);
    const result = compare(`10 M rows ${order}`, ours, 'split into fields', plain, 3);
    const memory = within(folder, '--import', tellMemory, ...agree)()
      .split('memory ')
      .at(-1);
    return { ...result, remark: `${Number(memory).toFixed(0)} MB; goal: under 8 times and 600 MB` };
  });
  rmSync(folder, { recursive: true, force: true });
  return results;
}

/**
 * @param {string} path
 * @param {(row: number) => number} rowAt
 */
function write(path, rowAt) {
  const file = openSync(path, 'w');
  const bytes = Buffer.alloc(1 << 22);
  let length = bytes.write('unit,rater,code\n');
  for (let row = 0; row < 2 * units; row += 1) {
    const at = rowAt(row);
    const unit = at >> 1;
    const code = ((Math.imul(unit, 2_654_435_761) >>> 0) + (at & 1 && at % 7 < 3 ? at : 0)) % 10;
    length += bytes.write(
      `unit-${String(unit).padStart(7, '0')},${at & 1 ? 'ben' : 'ana'},code-${code}\n`,
      length,
      'latin1',
    );
    if (length < bytes.length - 100) continue;
    writeSync(file, bytes, 0, length);
    length = 0;
  }
  writeSync(file, bytes, 0, length);
  closeSync(file);
}
