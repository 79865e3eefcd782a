import { type Agreement, count } from './agreement.ts';

/** Why there is no interval where nothing varies: one of no width would look like certainty. */
export function noSpread({ value, n, unit, measure }: Agreement): string {
  const order = measure === 'kendall-w' || measure.startsWith('icc-3');
  return value === 1
    ? `${order ? `the raters are consistent in all ${count(n, unit)}` : `all ${count(n, unit)} agree`}, which gives no interval; up to ${Math.min(100, Math.ceil(300 / n))}% of disagreement would go unseen in so many (rule of three)`
    : measure.startsWith('icc')
      ? 'the units differ too little beside their ratings to give an interval'
      : 'the ratings do not vary enough to give an interval';
}
