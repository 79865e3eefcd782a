import type { Limits } from './limits.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * Wilson's score interval of a share p = count / n: all π with |p − π| ≤ z √(π (1 − π) / n), whose ends are
 *
 *     (p + z²/2n ± z √(p (1 − p) / n + z²/4n²)) / (1 + z²/n)
 *
 * It never leaves [0, 1], holds p, and has a width above 0 even where nobody, or everybody, chose. Equals R's
 * `prop.test(count, n, correct = FALSE)$conf.int`. For an option of a question with several answers n is the number of
 * people who answered the question, not the number of answers; the intervals of its options are not independent.
 *
 * Source: Wilson (1927), Probable inference, the law of succession, and statistical inference, Journal of the
 * American Statistical Association 22(158), 209–212.
 *
 * @param count from 0 to n. @param level 0.95 for a 95% interval.
 * @returns null where n is 0.
 */
export function wilsonInterval(count: number, n: number, level = 0.95): Limits | null {
  if (!(count >= 0 && count <= n)) throw new RangeError(`${count} of ${n} is no share`);
  if (n === 0) return null;
  const z2 = normalQuantile(0.5 + level / 2) ** 2;
  return { low: lowEnd(count / n, n, z2), high: 1 - lowEnd((n - count) / n, n, z2), level };
}

/** The product of the ends is p² / (1 + z²/n), so that a small one is had without cancellation. */
const lowEnd = (p: number, n: number, z2: number): number =>
  p ** 2 / (p + z2 / (2 * n) + Math.sqrt((z2 * p * (1 - p)) / n + (z2 / (2 * n)) ** 2));
