import { randomNumbers } from '../statistics/random.ts';
import { compareText } from './time.ts';

/** What was drawn, with all that drawing it again needs. */
export interface Sample {
  generator: 'xoshiro128**';
  seed: number;
  size: number;
  /** How many there were to draw from. */
  of: number;
  /** By name. */
  drawn: string[];
}

/**
 * Draws documents, or turns, that are coded twice: every subset of the size is equally likely. The same
 * names, size and seed draw the same, in whatever order the names are given.
 *
 * @param size a whole number from 0 to the number of names.
 */
export function drawSample(names: Iterable<string>, size: number, seed: number): Sample {
  const left = [...new Set(names)].sort(compareText);
  if (!Number.isInteger(size) || size < 0 || size > left.length) {
    throw new RangeError(`${size} of ${left.length} cannot be drawn`);
  }
  const random = randomNumbers(seed);
  const of = left.length;
  const drawn = Array.from({ length: size }, () => left.splice(random.below(left.length), 1)).flat();
  return { generator: 'xoshiro128**', seed, size, of, drawn: drawn.sort(compareText) };
}

/** How many a share of a number is: rounded up, so that at least this share is drawn. */
export const sizeOfShare = (share: number, of: number): number =>
  Math.max(0, Math.min(of, Math.ceil(share * of - 1e-9)));
