import type { Decide } from '../../reconciliation/session.ts';
import type { ShownDifference } from './describe.ts';

/** `Not written: cold in one, turn 2, “ben is right”, with the reason “rain”.` */
export function unwrittenInWords({ choice, why }: Decide, shown: ShownDifference | undefined): string {
  const { difference, surroundings } = shown ?? {};
  const turn = surroundings?.turns.find(({ isAsked }) => isAsked);
  const place = `${difference?.code} in ${difference?.document}${turn && difference?.kind !== 'document' ? `, turn ${turn.number}` : ''}`;
  const what = choice.verdict === 'rater' ? `${choice.rater} is right` : choice.verdict;
  return `Not written: ${place}, “${what}”, ${why === '' ? 'without a reason' : `with the reason “${why}”`}.`;
}
