/**
 * A quantile of numbers that are given as how often each occurs: with n numbers in order, that at place
 * (n − 1) p, counted from 0, and between two places in proportion (Hyndman and Fan's definition 7). R's
 * `quantile(rep(values, counts), p, type = 7)`, its default.
 *
 * Source: Hyndman and Fan (1996), Sample quantiles in statistical packages, The American Statistician 50(4), 361–365.
 *
 * @param values in ascending order. @param counts how often each occurs, whole numbers from 0.
 * @param p from 0 to 1.
 * @returns null without numbers.
 */
export function quantileOfCounts(
  values: readonly number[],
  counts: readonly number[],
  p: number,
): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError('a probability is between 0 and 1');
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) return null;
  const place = (n - 1) * p;
  const below = Math.floor(place);
  const low = at(values, counts, below);
  if (place === below) return low;
  return low + (place - below) * (at(values, counts, below + 1) - low);
}

/** The number at a place from 0 to n − 1. */
function at(values: readonly number[], counts: readonly number[], place: number): number {
  let passed = 0;
  const level = counts.findIndex((count) => {
    passed += count;
    return passed > place;
  });
  return values[level] as number;
}
