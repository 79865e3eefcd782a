import { toDecimals } from '../statistics/rounding.ts';

/** A proportion as whole percent; what is some but rounds to none, or not all but rounds to all, says so: `<1%`. */
export function inPercent(share: number): string {
  const whole = toDecimals(share * 100, 0);
  if (share > 0 && whole === '0') return '<1%';
  if (share < 1 && whole === '100') return '>99%';
  return `${whole}%`;
}
