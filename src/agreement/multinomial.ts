import type { RandomNumbers } from '../statistics/random.ts';

/**
 * Draws `n` times among classes with the given weights and writes how often each came into `into`.
 * One binomial a class, each from what is left, which is a multinomial exactly.
 */
export function multinomial(
  random: RandomNumbers,
  n: number,
  weights: Float64Array,
  into: Float64Array,
): void {
  let left = n;
  let weight = 0;
  for (let index = 0; index < weights.length; index++) weight += weights[index] as number;
  for (let index = 0; index < weights.length; index++) {
    const own = weights[index] as number;
    const drawn = left === 0 ? 0 : own >= weight ? left : binomial(random, left, own / weight);
    into[index] = drawn;
    left -= drawn;
    weight -= own;
  }
}

/** How many of `n` trials succeed, each with probability `p`. */
export function binomial(random: RandomNumbers, n: number, p: number): number {
  if (p <= 0 || n <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - binomial(random, n, 1 - p);
  return n * p < 10 ? byInversion(random, n, p) : byRejection(random, n, p);
}

/** Adds up probabilities until they pass a random number; n·p is small, so it ends soon. */
function byInversion(random: RandomNumbers, n: number, p: number): number {
  const odds = p / (1 - p);
  const none = Math.exp(n * Math.log1p(-p));
  for (;;) {
    let u = random.uniform();
    let probability = none;
    for (let k = 0; k <= n && k < 200; k++) {
      if (u < probability) return k;
      u -= probability;
      probability *= (odds * (n - k)) / (k + 1);
    }
    // Rounding ate the last of the tail.
  }
}

/** Hörmann (1993), The generation of binomial random variates, algorithm BTRS. */
function byRejection(random: RandomNumbers, n: number, p: number): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  const vr = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const logOdds = Math.log(p / (1 - p));
  const mode = Math.floor((n + 1) * p);
  const h = logFactorial(mode) + logFactorial(n - mode);
  for (;;) {
    const u = random.uniform() - 0.5;
    let v = random.uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + centre);
    if (k < 0 || k > n) continue;
    if (us >= 0.07 && v <= vr) return k;
    v = Math.log((v * alpha) / (a / (us * us) + b));
    if (v <= h - logFactorial(k) - logFactorial(n - k) + (k - mode) * logOdds) return k;
  }
}

/** log k!, by Stirling's series from 16 on, good to 1e-13. */
function logFactorial(k: number): number {
  if (k < SMALL.length) return SMALL[k] as number;
  const x = k + 1;
  const square = x * x;
  const tail = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / square) / square) / square) / x;
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + tail;
}

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

const SMALL = Array.from({ length: 16 }, (_, k) => {
  let product = 1;
  for (let factor = 2; factor <= k; factor++) product *= factor;
  return Math.log(product);
});
