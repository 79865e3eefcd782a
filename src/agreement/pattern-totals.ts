import type { Counts } from './counts.ts';

/** What measures for many raters need of each pattern, worked out once and used by every resample. */
export interface PatternTotals {
  /** How many rated. */
  ratings: Int32Array;
  /** Category counts: those of pattern p stand from `starts[p]` to `starts[p + 1]`. */
  starts: Int32Array;
  category: Int32Array;
  count: Int32Array;
  /** Pairs of raters who agree, each pair taken in both orders: Σ n_c (n_c − 1). */
  agreeing: Float64Array;
}

export function patternTotals({ raters, categories, patterns, times }: Counts): PatternTotals {
  const width = raters.length;
  const number = times.length;
  const ratings = new Int32Array(number);
  const starts = new Int32Array(number + 1);
  const agreeing = new Float64Array(number);
  const category: number[] = [];
  const count: number[] = [];
  const seen = new Int32Array(categories.length);
  for (let pattern = 0; pattern < number; pattern++) {
    const own = patterns.subarray(pattern * width, (pattern + 1) * width);
    for (const code of own) if (code >= 0) seen[code] = (seen[code] as number) + 1;
    let rated = 0;
    for (const code of own) {
      const times = code >= 0 ? (seen[code] as number) : 0;
      if (times === 0) continue;
      category.push(code);
      count.push(times);
      rated += times;
      agreeing[pattern] = (agreeing[pattern] as number) + times * (times - 1);
      seen[code] = 0;
    }
    ratings[pattern] = rated;
    starts[pattern + 1] = category.length;
  }
  return {
    ratings,
    starts,
    category: Int32Array.from(category),
    count: Int32Array.from(count),
    agreeing,
  };
}

/** The only category that the patterns with at least `least` ratings hold; null where there are several. */
export function onlyCategory(totals: PatternTotals, times: Float64Array, least: number): number | null {
  let only: number | null = null;
  for (let pattern = 0; pattern < times.length; pattern++) {
    if (times[pattern] === 0 || (totals.ratings[pattern] as number) < least) continue;
    const end = totals.starts[pattern + 1] as number;
    for (let at = totals.starts[pattern] as number; at < end; at++) {
      const category = totals.category[at] as number;
      if (only !== null && only !== category) return null;
      only = category;
    }
  }
  return only;
}
