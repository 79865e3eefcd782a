import { deviance } from './deviance.ts';
import { stirlingError } from './stirling-error.ts';
import type { Tail } from './tail.ts';

/**
 * The regularised incomplete gamma function P(a, x), from 0 at x = 0 to 1, or Q = 1 − P for the upper tail.
 * R's `pgamma`.
 *
 * By the series of DLMF 8.11.4 up to x = a + 1, beyond by the continued fraction of DLMF 8.9.2, evaluated as
 * Lentz does.
 *
 * @param a above 0. @param x from 0.
 */
export function incompleteGamma(a: number, x: number, tail: Tail = 'lower'): number {
  if (!(a > 0 && x >= 0)) throw new RangeError('the gamma function has no value there');
  if (x === 0 || x === Number.POSITIVE_INFINITY) return (x === 0) === (tail === 'lower') ? 0 : 1;
  const own = x < a + 1 ? lower(a, x) : upper(a, x);
  return x < a + 1 === (tail === 'lower') ? own : 1 - own;
}

/** x^a e^−x / Γ(a). */
export function gammaPower(a: number, x: number): number {
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(-stirlingError(a) - deviance(a, x));
}

function lower(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return gammaPower(a, x) * sum;
}

function upper(a: number, x: number): number {
  const power = gammaPower(a, x);
  if (power === 0) return 0;
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 1e6; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / notZero(b + step * d);
    c = notZero(b + step / c);
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 3e-16) break;
  }
  return power * value;
}

const notZero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);
