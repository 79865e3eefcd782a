import type { Outcome, Verdict } from './decision.ts';
import type { Difference } from './differences.ts';

/** What somebody says about a difference. */
export type Choice = { verdict: 'rater'; rater: string } | { verdict: Exclude<Verdict, 'rater'> };

/** What a choice does to one code. */
export interface Settlement {
  difference: Difference;
  outcome: Outcome;
}

/**
 * What a choice does to a code, and to its rivals in the unit where they are decided with it:
 *
 * - a rater is right: each code is there if they gave it; one of which that is not known stays undecided;
 * - both: all of them are there; neither: none is;
 * - a legitimate difference, or an unclear definition: nothing is claimed.
 */
export function settlementsOf(together: readonly Difference[], choice: Choice): Settlement[] {
  return together.flatMap((difference): Settlement[] => {
    switch (choice.verdict) {
      case 'rater': {
        const gave = difference.views.find(({ rater }) => rater === choice.rater)?.gave ?? null;
        return gave === null ? [] : [{ difference, outcome: gave ? 'present' : 'absent' }];
      }
      case 'both':
        return [{ difference, outcome: 'present' }];
      case 'neither':
        return [{ difference, outcome: 'absent' }];
      default:
        return [{ difference, outcome: 'open' }];
    }
  });
}

/** A difference and its rivals, as they stand in a list of differences. */
export function withRivals(difference: Difference, all: readonly Difference[]): Difference[] {
  const rivals = all.filter(
    (one) =>
      one.document === difference.document &&
      one.unit.start === difference.unit.start &&
      difference.rivals.includes(one.code),
  );
  return [difference, ...rivals];
}
