import { normalQuantile } from '../statistics/normal-quantile.ts';
import { type Agreement, positiveZero, withoutValue } from './agreement.ts';
import { completeUnits, onCompleteUnits } from './complete-units.ts';
import { type Counts, countsOf } from './counts.ts';
import { type IntervalOptions, withInterval } from './interval.ts';
import { notANumber, numericLabels } from './numeric-labels.ts';
import type { Ratings } from './ratings.ts';

/**
 * Lin's concordance correlation coefficient of two raters, over the units that both rated with numbers,
 *
 *     ρc = 2 s_xy / (s_x² + s_y² + (x̄ − ȳ)²)
 *
 * where variances and covariance have n below the line, as in the paper; with n − 1, as some programs have it,
 * the value is a little farther from 0. A rater who gives one number only makes it 0; where both give the same one
 * only it is 0/0: null.
 *
 * The interval is that of Fisher's z = artanh ρc, by the variance of the paper as corrected in 2000, with
 * n − 2; `se` is the standard error of ρc itself. With r Pearson's correlation, C = ρc / r and
 * u² = (x̄ − ȳ)² / (s_x s_y):
 *
 *     (n − 2) se² = (1 − r²) C² (1 − ρc²) + 2 ρc² (1 − ρc) C u² − ½ ρc² C² u⁴
 *
 * Equals epiR's `epi.ccc`, value and `z-transform` interval.
 *
 * Sources: Lin (1989), A concordance correlation coefficient to evaluate reproducibility, Biometrics 45(1),
 * 255–268; Lin (2000), A note on the concordance correlation coefficient, Biometrics 56(1), 324–325.
 */
export function linCcc(data: Ratings | Counts, options: IntervalOptions = {}): Agreement {
  const counts = countsOf(data);
  const complete = completeUnits(counts);
  const result = onCompleteUnits(counts, 'lin-ccc', complete);
  if (counts.raters.length > 2) {
    const reason = `Lin's coefficient compares two raters, there are ${counts.raters.length}: compare them in pairs, or take an intraclass correlation`;
    return withoutValue(counts, 'lin-ccc', reason, result.missing);
  }
  if (result.reason) return result;
  const numbers = numericLabels(counts.categories, (category) => complete.values[category] !== 0);
  if ('notNumber' in numbers) {
    return {
      ...result,
      reason: notANumber(numbers.notNumber, "Lin's coefficient"),
    };
  }
  const moments = momentsOf(counts, complete.patterns, numbers.values);
  const found = moments(counts.times);
  const value = coefficientOf(found);
  const se = value === null ? null : errorOf(found, value);
  const warnings = [...result.warnings];
  if (value !== null) {
    for (const [rater, spread] of [found.x, found.y].entries()) {
      if (spread > 0) continue;
      warnings.push(
        `${result.raters[rater]} gave one number only: the coefficient is 0 whatever the other rater did`,
      );
    }
  }
  return withInterval(
    {
      ...result,
      value,
      reason: value === null ? 'both raters gave the same number only, so that it is 0/0' : null,
      warnings,
    },
    {
      counts,
      estimate: (times) => coefficientOf(moments(times)),
      enters: complete.enters,
      influence: () => null,
      se,
      source: "Lin 1989 and 2000; Fisher's z",
      limits: (level) => limitsOf(value, se, level),
    },
    options,
  );
}

/** Sums of squares and products about the means, and n times the squared difference of means. */
interface Moments {
  n: number;
  x: number;
  y: number;
  both: number;
  apart: number;
}

function momentsOf(
  { patterns }: Counts,
  complete: Int32Array,
  numbers: Float64Array,
): (times: Float64Array) => Moments {
  const first = Float64Array.from(complete, (pattern) => numbers[patterns[pattern * 2] as number] as number);
  const second = Float64Array.from(
    complete,
    (pattern) => numbers[patterns[pattern * 2 + 1] as number] as number,
  );
  return (times) => {
    let n = 0;
    let totalX = 0;
    let totalY = 0;
    for (let at = 0; at < complete.length; at++) {
      const often = times[complete[at] as number] as number;
      n += often;
      totalX += often * (first[at] as number);
      totalY += often * (second[at] as number);
    }
    let x = 0;
    let y = 0;
    let both = 0;
    for (let at = 0; at < complete.length; at++) {
      const often = times[complete[at] as number] as number;
      const a = (first[at] as number) - totalX / n;
      const b = (second[at] as number) - totalY / n;
      x += often * a * a;
      y += often * b * b;
      both += often * a * b;
    }
    return { n, x, y, both, apart: (totalX - totalY) ** 2 / n };
  };
}

function coefficientOf({ n, x, y, both, apart }: Moments): number | null {
  if (n === 0 || x + y + apart === 0) return null;
  return positiveZero((2 * both) / (x + y + apart));
}

function errorOf({ n, x, y, both, apart }: Moments, value: number): number | null {
  if (n < 3) return null;
  const all = x + y + apart;
  const spread = Math.sqrt(x * y);
  const r = spread === 0 ? 0 : both / spread;
  const c = (2 * spread) / all;
  const shift = (2 * apart) / all;
  const squared = value * value;
  const variance =
    (1 - r * r) * c * c * (1 - squared) + 2 * squared * (1 - value) * shift - (squared * shift * shift) / 2;
  return Math.sqrt(Math.max(0, variance) / (n - 2));
}

function limitsOf(
  value: number | null,
  se: number | null,
  level: number,
): { low: number; high: number } | null {
  if (value === null || se === null || !(se > 1e-9) || !(Math.abs(value) < 1)) return null;
  const half = (normalQuantile(0.5 + level / 2) * se) / (1 - value * value);
  const middle = Math.atanh(value);
  return { low: positiveZero(Math.tanh(middle - half)), high: positiveZero(Math.tanh(middle + half)) };
}
