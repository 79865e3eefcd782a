import type { Cells } from './ratings.ts';

/** So many words of four units at a time, so that their keys stay near the processor. */
const BLOCK = 1024;

/**
 * How often each combination of ratings occurs, as `tallyKeys` numbers them, from four units in the bytes of one number:
 * their keys are made two at a time, in the halves of another. Null where a key could need more than half, where cells are
 * no bytes or do not lie on whole numbers, and where a rating is no category: then the slower way finds it.
 *
 * @param units a multiple of 4.
 */
export function tallyPackedKeys(cells: readonly Cells[], units: number, base: number): Int32Array | null {
  if (base > 0x80 || base ** cells.length > 0x10000) return null;
  const columns: Int32Array[] = [];
  for (const column of cells) {
    if (!(column instanceof Int8Array) || column.byteOffset % 4 !== 0) return null;
    columns.push(new Int32Array(column.buffer, column.byteOffset, units / 4));
  }
  const table = new Int32Array(base ** cells.length);
  const keys = { even: new Int32Array(BLOCK), odd: new Int32Array(BLOCK) };
  for (let from = 0; from < units / 4; from += BLOCK) {
    const size = Math.min(BLOCK, units / 4 - from);
    keys.even.fill(0);
    keys.odd.fill(0);
    let outside = 0;
    for (let rater = 0; rater < columns.length; rater += 2) {
      const first = columns[rater] as Int32Array;
      const second = columns[rater + 1];
      outside |= second
        ? addTwo(keys, first, second, from, size, base)
        : addOne(keys, first, from, size, base);
    }
    if ((outside & TOPS) !== 0) return null;
    tally(table, keys.even, size);
    tally(table, keys.odd, size);
  }
  return table;
}

interface Keys {
  even: Int32Array;
  odd: Int32Array;
}

/** The top bit of each byte, and what adds a number to each byte. */
const TOPS = 0x80808080;
const ONES = 0x01010101;
const EVEN = 0x00ff00ff;

/** What sets a byte's top bit where it is `base` or more. */
const overOf = (base: number): number => Math.imul(0x80 - base, ONES);

/** Adds 1 to each byte, so that −1 is 0, with no carry from one to the next. */
const next = (word: number): number => ((word & ~TOPS) + ONES) ^ (word & TOPS);

/** Has some top bit where a rating is outside of the categories. */
function addOne({ even, odd }: Keys, column: Int32Array, from: number, size: number, base: number): number {
  const over = overOf(base);
  let outside = 0;
  for (let at = 0; at < size; at++) {
    const digits = next(column[from + at] as number);
    outside |= digits | (digits + over);
    even[at] = Math.imul(even[at] as number, base) + (digits & EVEN);
    odd[at] = Math.imul(odd[at] as number, base) + ((digits >>> 8) & EVEN);
  }
  return outside;
}

/** Two raters at once: every key is taken up and put down half as often. */
function addTwo(
  { even, odd }: Keys,
  first: Int32Array,
  second: Int32Array,
  from: number,
  size: number,
  base: number,
): number {
  const over = overOf(base);
  const square = base * base;
  let outside = 0;
  for (let at = 0; at < size; at++) {
    const a = next(first[from + at] as number);
    const b = next(second[from + at] as number);
    outside |= a | (a + over) | b | (b + over);
    even[at] = Math.imul(even[at] as number, square) + Math.imul(a & EVEN, base) + (b & EVEN);
    odd[at] = Math.imul(odd[at] as number, square) + Math.imul((a >>> 8) & EVEN, base) + ((b >>> 8) & EVEN);
  }
  return outside;
}

function tally(table: Int32Array, keys: Int32Array, size: number): void {
  for (let at = 0; at < size; at++) {
    const both = keys[at] as number;
    const low = both & 0xffff;
    const high = both >>> 16;
    table[low] = (table[low] as number) + 1;
    table[high] = (table[high] as number) + 1;
  }
}
