import { type Session, shownNow } from '../../reconciliation/session.ts';
import { bookOf } from '../../study/corpus.ts';
import type { Reconciliation } from '../../study/reconcile-open.ts';
import { surroundingsOf } from '../../study/surroundings.ts';
import type { OpenedForCommand } from '../coding-output.ts';
import type { ShownDifference } from './describe.ts';

/** What is shown of the difference that a session is at; undefined at the end. */
export function showOf(
  session: Session,
  { coded }: Pick<OpenedForCommand, 'coded'>,
  reconciliation: Reconciliation,
): ShownDifference | undefined {
  const now = shownNow(session);
  if (!now) return undefined;
  const { difference } = now;
  const around = difference.kind === 'document' ? difference.marked : difference.unit;
  const surroundings = surroundingsOf(coded.corpus, difference.document, around);
  if (!surroundings) return undefined;
  const book = bookOf(coded.corpus, reconciliation.compared.version);
  const names = [difference.code, ...difference.rivals];
  return {
    ...now,
    surroundings,
    codes: names.flatMap((name) => book?.codes.find(({ id }) => id === name) ?? []),
    agreement: reconciliation.agreement.get(difference.code) ?? null,
    measure: reconciliation.measure,
    language: coded.study.config.language,
  };
}
