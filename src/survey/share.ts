import { wilsonInterval } from '../statistics/wilson-interval.ts';
import type { Share } from './item-result.ts';

/** A share with Wilson's 95% interval. */
export function shareOf(label: string, count: number, of: number): Share {
  const interval = wilsonInterval(count, of);
  return {
    label,
    count,
    share: of === 0 ? null : count / of,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}
