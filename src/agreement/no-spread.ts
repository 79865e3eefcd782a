import { type Agreement, count } from './agreement.ts';

/**
 * The most of disagreement, in percent, that with a chance of 5% is in none of `n` units: 1 − 0.05^(1/n), the upper end of Clopper and
 * Pearson's (1934) one-sided 95% interval of none in n.
 */
const unseen = (n: number): number => Math.ceil(100 * (1 - 0.05 ** (1 / n)));

/** Why there is no interval where nothing varies: one of no width would look like certainty. */
export function noSpread({ value, n, unit, measure }: Agreement): string {
  const order = measure === 'kendall-w' || measure.startsWith('icc-3');
  return value === 1
    ? `${order ? `the raters are consistent in all ${count(n, unit)}` : `all ${count(n, unit)} agree`}, which gives no interval; up to ${unseen(n)}% of disagreement would go unseen in so many (exact bound, 95%)`
    : measure.startsWith('icc')
      ? 'the units differ too little beside their ratings to give an interval'
      : 'the ratings do not vary enough to give an interval';
}
