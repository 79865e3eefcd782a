import type { Cells } from './ratings.ts';

/** So many units at a time, so that their keys stay near the processor. */
const BLOCK = 4096;

/**
 * How often each combination of ratings occurs. A combination is a number with a digit for each rater, the first
 * rater's foremost, in base `base`: 0 for not rated, 1 for the first category.
 *
 * @throws {RangeError} where a rating is not −1 and not the index of a category.
 */
export function tallyKeys(cells: readonly Cells[], units: number, base: number): Float64Array {
  const table = new Int32Array(base ** cells.length);
  const keys = new Int32Array(BLOCK);
  const pairs: [Cells, Cells | undefined][] = [];
  for (let rater = 0; rater < cells.length; rater += 2) {
    const first = cells[rater];
    if (first) pairs.push([first, cells[rater + 1]]);
  }
  let outside = 0;
  for (let from = 0; from < units; from += BLOCK) {
    const size = Math.min(BLOCK, units - from);
    keys.fill(0);
    for (const [first, second] of pairs) {
      outside |= second
        ? addTwo(keys, first, second, from, size, base)
        : addOne(keys, first, from, size, base);
    }
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

/** Two raters at once: every key is taken up and put down half as often. */
function addTwo(
  keys: Int32Array,
  first: Cells,
  second: Cells,
  from: number,
  size: number,
  base: number,
): number {
  const last = base - 2;
  const square = base * base;
  let outside = 0;
  for (let unit = 0; unit < size; unit++) {
    const a = first[from + unit] as number;
    const b = second[from + unit] as number;
    outside |= (a + 1) | (last - a) | (b + 1) | (last - b);
    keys[unit] = Math.imul(keys[unit] as number, square) + (a + 1) * base + b + 1;
  }
  return outside;
}
