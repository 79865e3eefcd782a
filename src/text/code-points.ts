/** A stretch of a text: Unicode code points, 0-based, half-open (`end` is the first one after it). */
export interface Span {
  start: number;
  end: number;
}

/**
 * Translates between positions in code points, which files hold because R and Python count alike, and
 * offsets in UTF-16 units, which JavaScript strings take. Positions outside the text are taken as its
 * nearest end, as `String.prototype.slice` does with too large ones.
 */
export interface CodePointIndex {
  readonly text: string;
  /** How many code points the text has. A lone surrogate counts as one. */
  readonly length: number;
  /** Where a code point begins, in UTF-16 units. */
  offsetOf(codePoint: number): number;
  /** Which code point an offset lies in; the second half of a surrogate pair lies in the pair's. */
  codePointAt(offset: number): number;
  slice(start: number, end: number): string;
}

/** Units between two checkpoints of the index. */
const BLOCK = 256;

/**
 * Reads a text once and answers from then on. A text without surrogates needs no index; for others one
 * number is kept per 256 units, so that a text of a megabyte costs 16 kB.
 */
export function indexCodePoints(text: string): CodePointIndex {
  if (!SURROGATE.test(text)) {
    const within = (position: number): number => Math.min(Math.max(position, 0), text.length);
    return {
      text,
      length: text.length,
      offsetOf: within,
      codePointAt: within,
      slice: (start, end) => text.slice(within(start), within(end)),
    };
  }

  const pairsBefore = countPairs(text);
  const pairs = (offset: number): number => {
    const block = Math.floor(offset / BLOCK);
    let count = pairsBefore[block] ?? 0;
    for (let at = block * BLOCK; at < offset; at++) if (endsPair(text, at)) count++;
    return count;
  };
  const codePointAt = (offset: number): number => {
    const inside = Math.min(Math.max(offset, 0), text.length);
    return inside - pairs(inside) - (endsPair(text, inside) ? 1 : 0);
  };
  const length = codePointAt(text.length);
  const offsetOf = (codePoint: number): number => {
    if (codePoint <= 0) return 0;
    if (codePoint >= length) return text.length;
    const block = lastBlockUpTo(pairsBefore, codePoint);
    let at = block * BLOCK;
    // Where a block begins with the second half of a pair, `codePointAt` has the pair, and one step leaves it.
    for (let here = codePointAt(at); here < codePoint; here++) at += endsPair(text, at + 1) ? 2 : 1;
    return at;
  };
  return {
    text,
    length,
    offsetOf,
    codePointAt,
    slice: (start, end) => text.slice(offsetOf(start), offsetOf(end)),
  };
}

/**
 * `codePointAt` for offsets that are asked for in rising order, each unit being read once. Going back is
 * allowed and starts over.
 */
export function codePointCursor(text: string): (offset: number) => number {
  if (!SURROGATE.test(text)) return (offset) => Math.min(Math.max(offset, 0), text.length);
  let last = 0;
  let pairs = 0;
  return (offset) => {
    const inside = Math.min(Math.max(offset, 0), text.length);
    if (inside < last) last = pairs = 0;
    for (; last < inside; last++) if (endsPair(text, last)) pairs++;
    return inside - pairs - (endsPair(text, inside) ? 1 : 0);
  };
}

const SURROGATE = /[\ud800-\udfff]/;

/** True where the second half of a complete surrogate pair stands. */
function endsPair(text: string, offset: number): boolean {
  if ((text.charCodeAt(offset) & 0xfc00) !== 0xdc00) return false;
  return (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800;
}

/** For each block, how many pairs have their second half before it. */
function countPairs(text: string): Uint32Array {
  const counts = new Uint32Array(Math.floor(text.length / BLOCK) + 1);
  let pairs = 0;
  for (let at = 0; at < text.length; at++) {
    if (at % BLOCK === 0) counts[at / BLOCK] = pairs;
    if (endsPair(text, at)) pairs++;
  }
  if (text.length % BLOCK === 0) counts[text.length / BLOCK] = pairs;
  return counts;
}

/** The last block that begins at a code point or before it. */
function lastBlockUpTo(pairsBefore: Uint32Array, codePoint: number): number {
  let low = 0;
  let high = pairsBefore.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (middle * BLOCK - (pairsBefore[middle] ?? 0) <= codePoint) low = middle;
    else high = middle - 1;
  }
  return low;
}
