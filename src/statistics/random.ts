/** Random numbers that a seed fixes, on every machine and in every release. */
export interface RandomNumbers {
  /** A whole number from 0 to 2³² − 1. */
  next(): number;
  /** A whole number from 0 to `limit` − 1, each equally likely; `limit` from 1 to 2³². */
  below(limit: number): number;
  /** From 0 up to, but not, 1: the upper 53 of 64 bits, divided by 2⁵³. */
  uniform(): number;
}

/**
 * xoshiro128** 1.1 (Blackman and Vigna 2021, ACM Transactions on Mathematical Software 47(4), 36), its
 * state filled by SplitMix64 from the seed, as its authors recommend.
 *
 * @param seed a whole number from 0 to 2⁵³ − 1.
 */
export function randomNumbers(seed: number): RandomNumbers {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError(`${seed} is not a seed: a whole number from 0`);
  const fill = splitMix64(BigInt(seed));
  const [a, b] = [fill(), fill()];
  return fromState([Number(a & low32), Number(a >> 32n), Number(b & low32), Number(b >> 32n)]);
}

/** xoshiro128** from four numbers of 32 bits, not all 0. */
export function fromState(state: readonly [number, number, number, number]): RandomNumbers {
  let [a, b, c, d] = state;
  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
  return {
    next,
    below(limit) {
      if (!Number.isInteger(limit) || limit < 1 || limit > 2 ** 32)
        throw new RangeError(`nothing is below ${limit}`);
      // Numbers past the last whole multiple of the limit would make small results likelier.
      const end = 2 ** 32 - (2 ** 32 % limit);
      for (;;) {
        const number = next();
        if (number < end) return number % limit;
      }
    },
    uniform: () => (next() * 2 ** 21 + (next() >>> 11)) / 2 ** 53,
  };
}

/** SplitMix64 (Steele, Lea and Flood 2014; Vigna's splitmix64.c): numbers of 64 bits. */
export function splitMix64(seed: bigint): () => bigint {
  let state = seed & low64;
  return () => {
    state = (state + 0x9e3779b97f4a7c15n) & low64;
    let mixed = state;
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & low64;
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & low64;
    return mixed ^ (mixed >> 31n);
  };
}

const low32 = 0xffffffffn;
const low64 = 0xffffffffffffffffn;

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
