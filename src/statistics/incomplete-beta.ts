import { deviance } from './deviance.ts';
import { stirlingError } from './stirling-error.ts';

/**
 * The regularised incomplete beta function I_x(a, b), from 0 at x = 0 to 1 at x = 1: the probability that a
 * beta variable is at most x. R's `pbeta`.
 *
 * By the continued fraction of DiDonato and Morris (1992), Algorithm 708, ACM Transactions on Mathematical
 * Software 18(3), 360–373, the even part of DLMF 8.17.22, evaluated as Lentz does.
 *
 * @param x from 0 to 1. @param y 1 − x, where it is known to more digits.
 * @param a above 0, as is b.
 */
export function incompleteBeta(x: number, a: number, b: number, y: number = 1 - x): number {
  if (!(a > 0 && b > 0 && x >= 0 && y >= 0)) throw new RangeError('the beta function has no value there');
  if (x === 0 || y === 0) return x === 0 ? 0 : 1;
  return x <= (a + 1) / (a + b + 2) ? fromBelow(x, y, a, b) : 1 - fromBelow(y, x, b, a);
}

/** x^a y^b / B(a, b). */
export function betaPower(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  return Math.sqrt((a * b) / (2 * Math.PI * n)) * Math.exp(exponent);
}

function fromBelow(x: number, y: number, a: number, b: number): number {
  const power = betaPower(x, y, a, b);
  if (power === 0) return 0;
  // a y − b x is how far x is from the mean; taken so, it keeps its digits where x is near 0 or 1.
  const away = a * y - b * x + 1;
  let value = notZero((a * away) / (a + 1));
  let c = value;
  let d = 0;
  for (let m = 1; m < 1e6; m++) {
    const s = a + 2 * m;
    const above = ((((a + m - 1) / (s - 1)) * (a + b + m - 1)) / (s - 1)) * m * (b - m) * x * x;
    const below = m + (m * (b - m) * x) / (s - 1) + ((a + m) * (away + m * (1 + y))) / (s + 1);
    d = 1 / notZero(below + above * d);
    c = notZero(below + above / c);
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < 3e-16) break;
  }
  return power / value;
}

const notZero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);
