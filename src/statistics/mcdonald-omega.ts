import type { Limits } from './limits.ts';
import type { NoResult } from './no-result.ts';
import { normalQuantile } from './normal-quantile.ts';
import { oneFactor } from './one-factor.ts';

/** McDonald's omega of a scale with one factor. */
export interface McDonaldOmega {
  items: number;
  omega: number;
  /** By the delta method. */
  se: number;
  /** From the logarithm of the odds of omega, which keeps it between 0 and 1. */
  interval: Limits;
  loadings: number[];
  uniquenesses: number[];
}

/**
 * McDonald's omega, total, of a scale whose items share one factor: the part of the variance of their sum that comes from it,
 *
 *     ω = (Σ λ)² / ((Σ λ)² + Σ ψ)
 *
 * with loadings λ and uniquenesses ψ by maximum likelihood. Equals ω of the R package lavaan's `cfa(std.lv = TRUE)`, with the
 * standard error that lavaan has for it by the delta method with the expected information; psych's `omega(nfactors = 1)`, by
 * minres of correlations, differs a little. The error supposes normal items, which answers on few levels are not, so that
 * the interval is an approximation: ln(ω / (1 − ω)) ± z se / (ω (1 − ω)), turned back.
 *
 * Sources: McDonald (1999), Test theory: a unified treatment, chapter 6; Raykov (2002), Analytic estimation of standard
 * error and confidence interval for scale reliability, Multivariate Behavioral Research 37(1), 89–103; Kelley and
 * Pornprasertmanit (2016), Confidence intervals for population reliability coefficients, Psychological Methods 21(1), 69–92.
 *
 * @param covariance of the items, reversed ones keyed already. @param n people.
 */
export function mcdonaldOmega(
  covariance: readonly (readonly number[])[],
  n: number,
  level = 0.95,
): McDonaldOmega | NoResult {
  const items = covariance.length;
  if (!(n >= 2)) return { reason: 'fewer than two people answered' };
  const constant = covariance.findIndex((row, at) => !((row[at] as number) > 0));
  if (constant >= 0) return { reason: `all answers to item ${constant + 1} are the same` };
  const factor = oneFactor(covariance);
  if ('reason' in factor) return factor;
  const { loadings, uniquenesses, acov } = factor;
  const heywood = uniquenesses.findIndex((value, at) => !(value > 1e-6 * (covariance[at]?.[at] as number)));
  if (heywood >= 0)
    return { reason: `a Heywood case: the factor would explain all of item ${heywood + 1}, or more` };
  const together = loadings.reduce((sum, value) => sum + value, 0);
  const alone = uniquenesses.reduce((sum, value) => sum + value, 0);
  const variance = together ** 2 + alone;
  const omega = together ** 2 / variance;
  const byLoading = (2 * together * alone) / variance ** 2;
  const byUniqueness = -(together ** 2) / variance ** 2;
  const slope = [...loadings.map(() => byLoading), ...uniquenesses.map(() => byUniqueness)];
  const square = acov.reduce(
    (sum, row, i) =>
      row.reduce((all, value, j) => all + value * (slope[i] as number) * (slope[j] as number), sum),
    0,
  );
  const se = Math.sqrt(square / n);
  const away = (normalQuantile(0.5 + level / 2) * se) / (omega * (1 - omega));
  const end = (side: number) => 1 / (1 + ((1 - omega) / omega) * Math.exp(-side * away));
  return { items, omega, se, interval: { low: end(-1), high: end(1), level }, loadings, uniquenesses };
}
