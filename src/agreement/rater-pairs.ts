import type { Counts } from './counts.ts';
import { pairCounts } from './part-of-counts.ts';

/** Every two raters by their places, in the order of raters. */
export function raterPairs(raters: number): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let a = 0; a < raters; a++) for (let b = a + 1; b < raters; b++) pairs.push([a, b]);
  return pairs;
}

/** The counts of every two raters, from those of all. */
export const countsOfPairs = (counts: Counts): Counts[] =>
  raterPairs(counts.raters.length).map(([a, b]) => pairCounts(counts, a, b));
