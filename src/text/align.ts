import { type Token, tokens } from './tokens.ts';

/** A stretch of a text in UTF-16 units, and how similar it is to what was looked for (0 to 1). */
export interface Alignment {
  start: number;
  end: number;
  score: number;
}

/** A word in more places than this says too little about where a passage went. */
const COMMON = 64;
/** Places that are aligned, besides the old one; of a passage of more than `LONG` words only one. */
const CANDIDATES = 4;
const LONG = 1000;
/** Words to either side of a candidate's diagonal that an alignment may use at most. */
const WIDEST_BAND = 512;

/**
 * Finds, in one text, the stretch of whole words that is most similar to a quote.
 *
 * Candidate places are the old one, and those where the quote's rarer words stand in their order. At each
 * the quote is aligned with the text by a weighted edit distance over words: a word left out or put in
 * costs its length, another word instead costs the letters that are not in a common beginning or end.
 * The score is 1 - cost / the longer length, in letters without spaces. Where several are equally
 * similar, the nearest to the old place is taken.
 *
 * The cost is bounded: at most five candidates, each with (words of the quote) x 1,026 steps.
 */
export function alignerOf(text: string): (quote: string, near: number) => Alignment | undefined {
  const words = tokens(text);
  const places = new Map<string, number[]>();
  for (const [at, { text: word }] of words.entries()) {
    const there = places.get(word);
    if (there) there.push(at);
    else places.set(word, [at]);
  }

  return (quote, near) => {
    const wanted = tokens(quote);
    if (wanted.length === 0 || words.length === 0) return undefined;
    const home = firstAtOrAfter(words, near);
    let best: Alignment | undefined;
    for (const diagonal of [home, ...likelyDiagonals(wanted, places, home)]) {
      const found = align(wanted, words, diagonal, near);
      if (found && (!best || better(found, best, near))) best = found;
    }
    return best;
  };
}

const better = (a: Alignment, b: Alignment, near: number): boolean =>
  a.score !== b.score ? a.score > b.score : Math.abs(a.start - near) < Math.abs(b.start - near);

/** The first word that ends after an offset; the last word, where none does. */
function firstAtOrAfter(words: readonly Token[], offset: number): number {
  let low = 0;
  let high = words.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Where the quote's first word would stand, by its rarer words: each votes with its length, less the more
 * often it stands in the text, for all places that it stands in.
 */
function likelyDiagonals(
  wanted: readonly Token[],
  places: ReadonlyMap<string, readonly number[]>,
  home: number,
): number[] {
  const width = Math.max(4, Math.ceil(wanted.length / 4));
  const votes = new Map<number, number>();
  for (const [at, { text }] of wanted.entries()) {
    const there = places.get(text);
    if (!there || there.length > COMMON) continue;
    for (const place of there) {
      const bucket = Math.floor((place - at) / width);
      votes.set(bucket, (votes.get(bucket) ?? 0) + text.length / there.length);
    }
  }
  const distance = (bucket: number): number => Math.abs(bucket * width - home);
  return [...votes]
    .sort(([a, votesA], [b, votesB]) => votesB - votesA || distance(a) - distance(b))
    .slice(0, wanted.length > LONG ? 1 : CANDIDATES)
    .map(([bucket]) => Math.floor((bucket + 0.5) * width));
}

/**
 * The most similar stretch around a diagonal (the quote's word i beside the text's word diagonal + i),
 * with free ends in the text (Sellers 1980), in a band.
 */
function align(
  wanted: readonly Token[],
  words: readonly Token[],
  diagonal: number,
  near: number,
): Alignment | undefined {
  const band = Math.min(WIDEST_BAND, 16 + wanted.length);
  const width = 2 * band + 1;
  // Column k of row i is the text's word diagonal + i - band + k, as the last one that is used.
  let costs = new Float64Array(width + 1);
  let starts = new Int32Array(width + 1);
  let nextCosts = new Float64Array(width + 1);
  let nextStarts = new Int32Array(width + 1);
  const first = diagonal - band - 1;
  for (let k = 0; k <= width; k++) {
    const word = first + k;
    const inside = word >= -1 && word < words.length;
    costs[k] = inside ? 0 : Number.POSITIVE_INFINITY;
    starts[k] = word + 1;
  }
  costs[width] = Number.POSITIVE_INFINITY;

  let wantedLength = 0;
  for (const [i, want] of wanted.entries()) {
    wantedLength += want.text.length;
    nextCosts.fill(Number.POSITIVE_INFINITY);
    for (let k = 0; k < width; k++) {
      const at = first + i + 1 + k;
      if (at < -1 || at >= words.length) continue;
      const word = words[at];
      // The row moves one word on, so the same word is column k + 1 of the row before.
      let cost = (costs[k + 1] ?? 0) + want.text.length;
      let start = starts[k + 1] ?? 0;
      if (word) {
        const replaced = (costs[k] ?? 0) + difference(want.text, word.text);
        if (replaced <= cost) {
          cost = replaced;
          start = starts[k] ?? 0;
        }
        if (k > 0) {
          const inserted = (nextCosts[k - 1] ?? 0) + word.text.length;
          if (inserted < cost) {
            cost = inserted;
            start = nextStarts[k - 1] ?? 0;
          }
        }
      }
      nextCosts[k] = cost;
      nextStarts[k] = start;
    }
    [costs, nextCosts] = [nextCosts, costs];
    [starts, nextStarts] = [nextStarts, starts];
  }

  let best: Alignment | undefined;
  const lengthUpTo = runningLengths(words, first, first + wanted.length + width);
  for (let k = 0; k < width; k++) {
    const cost = costs[k] ?? Number.POSITIVE_INFINITY;
    const from = starts[k] ?? 0;
    const to = first + wanted.length + k;
    const [a, b] = [words[from], words[to]];
    if (!Number.isFinite(cost) || !a || !b || to < from) continue;
    const length = Math.max(wantedLength, lengthUpTo(to + 1) - lengthUpTo(from));
    const found = { start: a.start, end: b.end, score: Math.max(0, 1 - cost / length) };
    if (!best || better(found, best, near)) best = found;
  }
  return best;
}

/** Sums of the lengths of words, from a word on that lies before all that will be asked for. */
function runningLengths(words: readonly Token[], from: number, to: number): (word: number) => number {
  const base = Math.max(0, from);
  const sums = [0];
  for (let at = base; at < Math.min(to, words.length); at++) {
    sums.push((sums.at(-1) ?? 0) + (words[at]?.text.length ?? 0));
  }
  return (word) => sums[word - base] ?? 0;
}

/** Letters of the longer word outside the common beginning and end; exact for one edit in one place. */
function difference(a: string, b: string): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  let same = 0;
  while (same < shorter && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  let ending = 0;
  while (
    ending < shorter - same &&
    a.charCodeAt(a.length - 1 - ending) === b.charCodeAt(b.length - 1 - ending)
  ) {
    ending++;
  }
  return Math.max(a.length, b.length) - same - ending;
}
