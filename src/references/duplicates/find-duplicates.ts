import type { Reference } from '../reference.ts';
import { eachCandidate, type PassedOver } from './candidates.ts';
import { compareWorks, type Verdict } from './compare-works.ts';
import { sift } from './sift.ts';
import { workOf } from './work.ts';

/** Two records that are one work, or may be; indices into the records, the lower one first. */
export interface Pair extends Verdict {
  a: number;
  b: number;
}

/**
 * All pairs, in the order of the records.
 *
 * @param tell is given what many records share, and were therefore not compared by.
 */
export function findDuplicates(
  records: readonly Reference[],
  tell: (passedOver: PassedOver[]) => void = () => undefined,
): Pair[] {
  const works = records.map(workOf);
  const mayBeOne = sift(works);
  const found = new Map<number, Pair>();
  const passedOver = eachCandidate(works, (a, b) => {
    if (!mayBeOne(a, b)) return;
    const key = a * records.length + b;
    if (found.has(key)) return;
    const verdict = compareWorks(works[a] as (typeof works)[number], works[b] as (typeof works)[number]);
    if (verdict) found.set(key, { a, b, ...verdict });
  });
  tell(passedOver);
  return [...found.values()].sort((one, other) => one.a - other.a || one.b - other.b);
}
