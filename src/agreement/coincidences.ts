import type { Counts } from './counts.ts';
import { patternTotals } from './pattern-totals.ts';

/**
 * How often two categories stand together in a unit: each ordered pair of ratings of a unit with m ratings counts 1 / (m − 1).
 * Rows add up to how many pairable values a category has.
 *
 * Source: Krippendorff (2011), Computing Krippendorff's alpha-reliability, section C.
 */
export function coincidences(counts: Counts): { matrix: Float64Array; values: Float64Array } {
  const k = counts.categories.length;
  const { ratings, starts, category, count } = patternTotals(counts);
  const matrix = new Float64Array(k * k);
  const values = new Float64Array(k);
  for (const [pattern, often] of counts.times.entries()) {
    const m = ratings[pattern] as number;
    if (m < 2) continue;
    const end = starts[pattern + 1] as number;
    for (let a = starts[pattern] as number; a < end; a++) {
      const [one, times] = [category[a] as number, count[a] as number];
      values[one] = (values[one] as number) + often * times;
      for (let b = starts[pattern] as number; b < end; b++) {
        const at = one * k + (category[b] as number);
        const pairs = times * ((count[b] as number) - (a === b ? 1 : 0));
        matrix[at] = (matrix[at] as number) + (often * pairs) / (m - 1);
      }
    }
  }
  return { matrix, values };
}
