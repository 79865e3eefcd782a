/** Which probability is meant: of at most a value, or of more than it. */
export type Tail = 'lower' | 'upper';

/** Both tails of a distribution of numbers above 0, and x times its density. */
export interface Distribution {
  tail: (x: number, tail: Tail) => number;
  power: (x: number) => number;
}

/**
 * The x with probability `lower` below and `upper` above it. Newton's method on logarithms of both, where
 * tails are nearly straight lines, inside of a bracket that it never leaves.
 *
 * @param lower 0 to 1. @param upper 1 − lower, where it is known to more digits.
 */
export function quantileAbove0({ tail, power }: Distribution, lower: number, upper: number): number {
  if (!(lower >= 0 && lower <= 1)) throw new RangeError('a probability is between 0 and 1');
  if (lower === 0 || upper === 0) return lower === 0 ? 0 : Number.POSITIVE_INFINITY;
  const side = lower <= upper ? 'lower' : 'upper';
  const wanted = Math.min(lower, upper);
  let low = -745;
  let high = 709;
  let at = 0;
  for (let turn = 0; turn < 2000 && low < high; turn++) {
    const x = Math.exp(at);
    const found = tail(x, side);
    if (found === wanted) return x;
    if (found > wanted === (side === 'lower')) high = at;
    else low = at;
    const slope = power(x) / found;
    const step = (Math.log(found / wanted) / slope) * (side === 'lower' ? -1 : 1);
    const next = at + step;
    if (Math.abs(step) < 1e-16 * Math.max(1, Math.abs(at))) return Math.exp(next);
    const inside = next > low && next < high;
    const middle = low + (high - low) / 2;
    if (!inside && (middle === low || middle === high)) return x;
    at = inside ? next : middle;
  }
  return Math.exp(at);
}
