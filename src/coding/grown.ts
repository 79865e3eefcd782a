import type { Span } from './spans.ts';

/** A stretch of the current body in which text was put in: where exactly is not known, only how much more there is. */
export interface Grown extends Span {
  /** By how many code points the stretch is longer than it was. */
  by: number;
}

/** Words that stand in an earlier body and, the same, in the current one. */
export interface Anchored {
  before: Span;
  now: Span;
}

/** What became of an earlier body, as far as passages of it that were found again tell. */
export interface Edited {
  grown: Grown[];
  /** Where a position of the earlier body is now: it moved with the passage before it. Null before the first one. */
  moved(position: number): number | null;
}

/**
 * Where a body grew, as far as passages that were found again tell: between two of them there is more text than
 * there was. What was taken out in the same stretch makes it smaller; what was put in and taken out in equal
 * length is not seen.
 *
 * @param anchored passages of one earlier body; those out of order with most others are taken to be misplaced.
 * @param readTo how far into the earlier body anybody had read: it was that long at least.
 */
export function editedSince(anchored: readonly Anchored[], readTo: number, length: number): Edited {
  const stretches: Grown[] = [];
  let last: Anchored = { before: { start: 0, end: 0 }, now: { start: 0, end: 0 } };
  const look = (next: Anchored) => {
    const by = next.now.start - last.now.end - (next.before.start - last.before.end);
    if (by > 0) stretches.push({ start: last.now.end, end: next.now.start, by });
  };
  const chain = inOrder(anchored);
  for (const next of chain) {
    if (next.before.start >= last.before.end) look(next);
    if (next.before.end > last.before.end) last = next;
  }
  const end = Math.max(readTo, last.before.end);
  look({ before: { start: end, end }, now: { start: length, end: length } });
  const moved = (position: number): number | null => {
    const before = chain.findLast((one) => one.before.end <= position);
    return before ? Math.min(length, position + before.now.end - before.before.end) : null;
  };
  return { grown: stretches, moved };
}

/** True for what stands in a stretch and is no longer than what was put in there: it may be new as a whole. */
export const mayBeNew = (grown: readonly Grown[], { start, end }: Span, length = end - start): boolean =>
  grown.some((one) => start >= one.start && end <= one.end && length <= one.by);

/** The most passages that stand in one order in both bodies (a longest increasing subsequence). */
function inOrder(anchored: readonly Anchored[]): Anchored[] {
  const sorted = anchored.toSorted(
    (a, b) => a.before.start - b.before.start || a.now.start - b.now.start || a.before.end - b.before.end,
  );
  /** Of each length, the chain that ends first in the current body. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [at, one] of sorted.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[ends[middle] ?? 0]?.now.start ?? 0) <= one.now.start) low = middle + 1;
      else high = middle;
    }
    previous.push(ends[low - 1]);
    ends[low] = at;
  }
  const chain: Anchored[] = [];
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) {
    const one = sorted[at];
    if (one) chain.push(one);
  }
  return chain.reverse();
}
