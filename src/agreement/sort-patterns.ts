/** In ascending order, so that the order of units changes nothing, not even a resample. */
export function sortPatterns(
  patterns: Int32Array,
  number: number,
  width: number,
): { rank: Int32Array; patterns: Int32Array } {
  const order = Int32Array.from({ length: number }, (_, pattern) => pattern).sort((a, b) => {
    for (let rater = 0; rater < width; rater++) {
      const difference = (patterns[a * width + rater] as number) - (patterns[b * width + rater] as number);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  const rank = new Int32Array(number);
  const sorted = new Int32Array(patterns.length);
  for (const [place, pattern] of order.entries()) {
    rank[pattern] = place;
    sorted.set(patterns.subarray(pattern * width, (pattern + 1) * width), place * width);
  }
  return { rank, patterns: sorted };
}
