import { addAt } from './add-at.ts';
import type { ClusterCounts, Counts } from './counts.ts';
import { sortPatterns } from './sort-patterns.ts';

/** Two raters within more. */
export const pairCounts = (counts: Counts, a: number, b: number): Counts =>
  countsAmong(counts, [a, b]).counts;

/** Counts made from others, and for each pattern of those its number here. */
export interface PartOfCounts {
  counts: Counts;
  to: Int32Array;
}

/**
 * Some raters of more, by their places, from the patterns alone: no pass over units.
 *
 * @param ratedByAll only units that every one of them has rated: where one has not, the others' ratings are
 * left out too.
 */
export function countsAmong(counts: Counts, places: readonly number[], ratedByAll = false): PartOfCounts {
  const { raters, patterns } = counts;
  const width = places.length;
  const chosen = new Int32Array(counts.times.length * width);
  for (let pattern = 0; pattern < counts.times.length; pattern++) {
    for (const [to, from] of places.entries()) {
      chosen[pattern * width + to] = patterns[pattern * raters.length + from] as number;
    }
    const own = chosen.subarray(pattern * width, (pattern + 1) * width);
    if (ratedByAll && own.includes(-1)) own.fill(-1);
  }
  return merge({ ...counts, raters: places.map((place) => raters[place] ?? ''), patterns: chosen });
}

/** For measures that do not ask who said what: patterns with the same ratings, by whomever, are one. */
export function forgetRaters(counts: Counts): PartOfCounts {
  const width = counts.raters.length;
  const patterns = counts.patterns.slice();
  for (let start = 0; start < patterns.length; start += width) patterns.subarray(start, start + width).sort();
  return merge({ ...counts, patterns });
}

/** Categories put together, or taken for others: of each its new index, or −1 for not rated. */
export function recode(counts: Counts, categories: readonly string[], to: readonly number[]): PartOfCounts {
  const patterns = counts.patterns.map((category) => (category === -1 ? -1 : (to[category] ?? -1)));
  return merge({ ...counts, categories, order: 'declared', patterns });
}

/** How often each pattern of a part occurs, from those of the whole. */
export function fold(whole: Float64Array, to: Int32Array, times: Float64Array): void {
  times.fill(0);
  for (let pattern = 0; pattern < whole.length; pattern++) {
    const now = to[pattern] as number;
    times[now] = (times[now] as number) + (whole[pattern] as number);
  }
}

/** Adds up patterns that are the same, in ascending order. */
function merge(counts: Counts): PartOfCounts {
  const width = counts.raters.length;
  const { rank, patterns } = sortPatterns(counts.patterns, counts.times.length, width);
  const first = new Int32Array(counts.times.length);
  const kept: number[] = [];
  for (let place = 0; place < first.length; place++) {
    let same = place > 0;
    for (let rater = 0; same && rater < width; rater++) {
      same = patterns[place * width + rater] === patterns[(place - 1) * width + rater];
    }
    if (!same) kept.push(place);
    first[place] = kept.length - 1;
  }
  const to = rank.map((place) => first[place] as number);
  const times = new Float64Array(kept.length);
  for (let pattern = 0; pattern < to.length; pattern++) addAt(times, to[pattern], counts.times[pattern]);
  const merged = new Int32Array(kept.length * width);
  for (const [at, place] of kept.entries()) {
    merged.set(patterns.subarray(place * width, (place + 1) * width), at * width);
  }
  const { clusters } = counts;
  return {
    counts: {
      ...counts,
      patterns: merged,
      times,
      ...(clusters && { clusters: mergeClusters(clusters, to, kept.length) }),
    },
    to,
  };
}

/** @param to the new number of each pattern. */
function mergeClusters(clusters: ClusterCounts, to: Int32Array, patterns: number): ClusterCounts {
  const starts = new Int32Array(clusters.starts.length);
  const pattern: number[] = [];
  const times: number[] = [];
  const sums = new Float64Array(patterns);
  for (let cluster = 0; cluster < clusters.count; cluster++) {
    const end = clusters.starts[cluster + 1] as number;
    const first = pattern.length;
    for (let entry = clusters.starts[cluster] as number; entry < end; entry++) {
      const now = to[clusters.pattern[entry] as number] as number;
      if (sums[now] === 0) pattern.push(now);
      addAt(sums, now, clusters.times[entry]);
    }
    for (let entry = first; entry < pattern.length; entry++) {
      const now = pattern[entry] as number;
      times.push(sums[now] as number);
      sums[now] = 0;
    }
    starts[cluster + 1] = pattern.length;
  }
  return { ...clusters, starts, pattern: Int32Array.from(pattern), times: Float64Array.from(times) };
}
