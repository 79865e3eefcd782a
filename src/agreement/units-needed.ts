import { normalQuantile } from '../statistics/normal-quantile.ts';
import { kappaVariance, leastKappa, sharesOfModel } from './common-correlation.ts';

export interface Plan {
  /** The kappa that is expected, below 1. */
  kappa: number;
  /** The share of units that carry the code, between 0 and 1. */
  prevalence: number;
  /** Half of the width of the interval that is wanted, above 0 and at most 1. */
  halfWidth: number;
  /** 0.95 for a 95% interval, which is also where nothing is said. */
  level?: number;
}

export interface UnitsNeeded {
  /** How many units two raters have to rate. */
  units: number;
  /** How many of them to expect in the rarest of three cells: both, one of them, and neither giving the code. */
  rarest: number;
  /** Where so few are expected that the formula for large samples cannot be relied on. */
  warnings: string[];
}

/**
 * How many units two raters have to rate for an interval of kappa, of one code present or absent, of the half-width wanted:
 * z² V / h², with V as in `kappaVariance`. It takes units as independent.
 *
 *     unitsNeeded({ kappa: 0.7, prevalence: 0.2, halfWidth: 0.1 }).units // 314
 *
 * Source: Donner and Eliasziw (1992), Statistics in Medicine 11(11), 1511–1519, and its large-sample variance.
 *
 * @throws {RangeError} where a number cannot be what it is called.
 */
export function unitsNeeded({ kappa, prevalence, halfWidth, level = 0.95 }: Plan): UnitsNeeded {
  if (!(prevalence > 0 && prevalence < 1)) {
    throw new RangeError(
      `prevalence is a share between 0 and 1, and not ${prevalence}: 0.2 is one unit in five`,
    );
  }
  if (!(kappa < 1)) throw new RangeError(`the expected kappa is below 1, and not ${kappa}`);
  const least = leastKappa(prevalence);
  if (kappa < least) {
    throw new RangeError(
      `at a prevalence of ${prevalence} kappa is ${least.toFixed(3)} at least, and not ${kappa}`,
    );
  }
  if (!(halfWidth > 0 && halfWidth <= 1)) {
    throw new RangeError(`the half-width of an interval is above 0 and at most 1, and not ${halfWidth}`);
  }
  if (!(level > 0 && level < 1)) throw new RangeError('the level of an interval is between 0 and 1');
  const variance = kappaVariance(kappa, prevalence);
  // Rounding must not ask for one unit more.
  const units = Math.max(2, Math.ceil((normalQuantile(0.5 + level / 2) / halfWidth) ** 2 * variance - 1e-9));
  if (!Number.isSafeInteger(units)) {
    throw new RangeError(
      `an interval of ± ${halfWidth} at a prevalence of ${prevalence} takes more units than can be counted`,
    );
  }
  const rarest = units * Math.min(...Object.values(sharesOfModel(kappa, prevalence)));
  const warnings =
    rarest < 5
      ? [
          `of ${units} units ${rarest.toFixed(1)} are expected in the rarest cell, fewer than 5: the interval will be wider, or lopsided`,
        ]
      : [];
  return { units, rarest, warnings };
}
