import type { CronbachAlpha } from '../statistics/cronbach-alpha.ts';
import type { Limits } from '../statistics/limits.ts';
import type { McDonaldOmega } from '../statistics/mcdonald-omega.ts';
import { isResult, type NoResult } from '../statistics/no-result.ts';
import type { ScaleResult } from './scale-result.ts';

/** A scale's reliability, of data in which chance may have had no part: then without intervals. */
export interface DescribedScale extends Omit<ScaleResult, 'alpha' | 'omega'> {
  alpha: (Omit<CronbachAlpha, 'interval'> & { interval: Limits | null }) | NoResult;
  omega: (Omit<McDonaldOmega, 'interval' | 'se'> & { interval: Limits | null; se: number | null }) | NoResult;
}

/** @param untested why no interval is given; null where it may be. */
export function describedScale(result: ScaleResult, untested: string | null): DescribedScale {
  if (untested === null) return result;
  const { alpha, omega } = result;
  return {
    ...result,
    alpha: isResult(alpha) ? { ...alpha, interval: null } : alpha,
    omega: isResult(omega) ? { ...omega, interval: null, se: null } : omega,
  };
}
