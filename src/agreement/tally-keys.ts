import type { Cells } from './ratings.ts';
import { tallyPackedKeys } from './tally-packed-keys.ts';

/** So many units at a time, so that their keys stay near the processor. */
const BLOCK = 4096;

/**
 * How often each combination of ratings occurs. A combination is a number with a digit for each rater, the first
 * rater's foremost, in base `base`: 0 for not rated, 1 for the first category.
 *
 * @throws {RangeError} where a rating is not −1 and not the index of a category.
 */
export function tallyKeys(cells: readonly Cells[], units: number, base: number): Float64Array {
  const fours = units & ~3;
  const packed = tallyPackedKeys(cells, fours, base);
  const table = packed ?? new Int32Array(base ** cells.length);
  const keys = new Int32Array(BLOCK);
  for (let from = packed ? fours : 0; from < units; from += BLOCK) {
    const size = Math.min(BLOCK, units - from);
    keys.fill(0);
    let outside = 0;
    for (const column of cells) outside |= addOne(keys, column, from, size, base);
    if (outside < 0) throw new RangeError(NO_CATEGORY);
    for (let unit = 0; unit < size; unit++) {
      const key = keys[unit] as number;
      table[key] = (table[key] as number) + 1;
    }
  }
  return Float64Array.from(table);
}

/** The same number for each unit. Throws as `tallyKeys` does. */
export function keysOf(cells: readonly Cells[], units: number, base: number): Int32Array {
  const keys = new Int32Array(units);
  let outside = 0;
  for (const column of cells) outside |= addOne(keys, column, 0, units, base);
  if (outside < 0) throw new RangeError(NO_CATEGORY);
  return keys;
}

const NO_CATEGORY = 'a rating is not the index of a category';

/** Negative where a rating is outside of the categories. */
function addOne(keys: Int32Array, column: Cells, from: number, size: number, base: number): number {
  const last = base - 2;
  let outside = 0;
  for (let unit = 0; unit < size; unit++) {
    const code = column[from + unit] as number;
    outside |= (code + 1) | (last - code);
    keys[unit] = Math.imul(keys[unit] as number, base) + code + 1;
  }
  return outside;
}
