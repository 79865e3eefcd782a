import { normalProbability } from '../statistics/normal-distribution.ts';
import { normalQuantile } from '../statistics/normal-quantile.ts';
import { quantile } from './bootstrap.ts';

/**
 * The limits of the bias-corrected and accelerated bootstrap interval: quantiles of the resamples, of type 7 as in R, at
 *
 *     Φ(z0 + (z0 + z) / (1 − a (z0 + z)))   for z = Φ⁻¹((1 ± level) / 2)
 *
 * with z0 as in `biasCorrection` and a the acceleration. Equals scipy's `bootstrap(method='BCa')` of the same resamples.
 * R's `boot.ci` takes neighbouring resamples a little differently.
 *
 * Source: Efron (1987), Better bootstrap confidence intervals, Journal of the American Statistical Association 82(397),
 * 171–185; Efron and Tibshirani (1993), An introduction to the bootstrap, equations 14.9 and 14.10.
 *
 * @param values of the resamples, ascending.
 * @param correction z0, a number.
 */
export function bcaLimits(
  values: Float64Array,
  correction: number,
  acceleration: number,
  level: number,
): { low: number; high: number } {
  const half = normalQuantile(0.5 + level / 2);
  const at = (z: number): number => {
    const moved = correction + z;
    return normalProbability(correction + moved / (1 - acceleration * moved));
  };
  return { low: quantile(values, at(-half)), high: quantile(values, at(half)) };
}

/**
 * The bias correction z0: the normal quantile of the share of resamples below the value, those equal to it counted half.
 * Null where they all lie on one side.
 *
 * Source: Efron and Tibshirani (1993), equation 14.14; half of the ties is what scipy takes, R's boot none of them.
 */
export function biasCorrection(values: Float64Array, value: number): number | null {
  // As near as rounding puts the same counts added up in another order.
  const tie = 1e-12 * Math.max(1, Math.abs(value));
  let below = 0;
  for (const one of values) {
    if (Math.abs(one - value) <= tie) below += 0.5;
    else if (one < value) below += 1;
  }
  const share = below / values.length;
  return share > 0 && share < 1 ? normalQuantile(share) : null;
}
