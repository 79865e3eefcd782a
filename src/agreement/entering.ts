import type { Counts } from './counts.ts';

/** 1 for the patterns with so many ratings or more. */
export function ratedByAtLeast({ raters, patterns, times }: Counts, least: number): Uint8Array {
  const width = raters.length;
  return Uint8Array.from(times, (_, pattern) => {
    let ratings = 0;
    for (let at = pattern * width; at < (pattern + 1) * width; at++)
      if ((patterns[at] as number) >= 0) ratings++;
    return Number(ratings >= least);
  });
}

/** How many units patterns stand for, of those that enter where it is said which do. */
export function unitsIn(times: Float64Array, enters?: Uint8Array): number {
  let units = 0;
  for (let pattern = 0; pattern < times.length; pattern++) {
    if (enters === undefined || enters[pattern] === 1) units += times[pattern] as number;
  }
  return units;
}
