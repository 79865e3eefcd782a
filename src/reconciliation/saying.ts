import type { Decision } from './decision.ts';
import type { Difference } from './differences.ts';

/**
 * What two decisions on a difference must share to say the same: what follows for the code, and whose words the
 * consensus takes; of what is left open, why.
 */
export function sayingOf(
  { unit, views }: Pick<Difference, 'unit' | 'views'>,
  { outcome, verdict, right }: Pick<Decision, 'outcome' | 'verdict' | 'right'>,
): string {
  if (outcome === 'open') return verdict;
  if (outcome === 'absent') return outcome;
  const givers = views.filter(({ gave }) => gave === true);
  const source = givers.find(({ rater }) => rater === right) ?? givers[0];
  const codings = source?.codings ?? [];
  // What reaches beyond the unit is cut by what is decided next to it, so that its rater matters too.
  const isWithin = codings.every(({ start, end }) => unit.start <= start && end <= unit.end);
  const words = codings.map(({ start, end }) => [start, end]);
  return JSON.stringify([outcome, isWithin ? null : source?.rater, words]);
}
