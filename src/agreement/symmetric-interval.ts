import { normalQuantile } from '../statistics/normal-quantile.ts';
import { tQuantile } from '../statistics/t-distribution.ts';
import { type Agreement, type Interval, positiveZero } from './agreement.ts';

/**
 * value ± q · se, cut off where values of the measure end.
 *
 * @param df degrees of freedom where q is a quantile of t; null for the normal distribution.
 * @param from what the standard error comes from: the method is said as `analytic (Gwet 2008; z)`.
 */
export function symmetricInterval(
  { measure }: Agreement,
  value: number,
  se: number,
  level: number,
  df: number | null,
  from: { method: string; source: string },
): Interval {
  const p = 0.5 + level / 2;
  const half = se * (df === null ? normalQuantile(p) : tQuantile(p, df));
  const least = /percent|holsti|kendall/.test(measure) ? 0 : -1;
  const low = value - half;
  const high = value + half;
  const ends = [...(low < least ? [least] : []), ...(high > 1 ? [1] : [])];
  const quantiles = df === null ? 'z' : `t with ${df} degree${df === 1 ? '' : 's'} of freedom`;
  const words = [from.source, quantiles].filter((word) => word !== '').join('; ');
  return {
    low: positiveZero(Math.max(least, low)),
    high: positiveZero(Math.min(1, high)),
    level,
    method: `${from.method} (${words})${ends.length > 0 ? `, cut off at ${ends.join(' and ')}` : ''}`,
  };
}
