import { describeLeftOutCodes } from '../../exhibit/agreement-words.ts';
import { isOpen } from '../../reconciliation/session.ts';
import { type Reconciliation, ratersIn } from '../../study/reconcile-open.ts';
import { type OpenedForCommand, plural } from '../coding-output.ts';
import { type Asked, askedInWords } from './left.ts';

/** What is reconciled, by whom, what is left out, and how much there is to decide: a sentence each. */
export function introduction(
  { coded, name }: OpenedForCommand,
  { round, unit, raters, compared, documents, differences, standings, units, remarks }: Reconciliation,
  chosen: readonly number[],
  asked: Asked,
): string[] {
  const { protocol, fictional } = coded.study.config;
  const declared = protocol.unit === undefined ? ', for the protocol names none' : ', the protocol’s';
  const lines = [
    `${name}${fictional ? ' (fictional)' : ''}, round ${round}, unit ${unit}${declared}, raters ${raters.join(', ') || 'none'}${compared.version === null ? '' : `, codebook ${compared.version}`}.`,
  ];
  const there = ratersIn(coded.corpus, coded.study.config, round).filter((rater) => !raters.includes(rater));
  if (there.length > 0) lines.push(`Not compared: ${there.join(', ')}; --raters names others.`);
  if (documents.length === 0) {
    lines.push('Nothing to reconcile: no document of this round was coded by two of them.');
    return lines;
  }
  const unread = units.excluded.unread.filter(({ units: some }) => some > 0);
  if (unread.length > 0) {
    lines.push(
      `What somebody compared has not read is left out: ${unread.map(({ rater, units: some }) => `${rater} ${some}`).join(', ')} of ${plural(compared.table.units.length, unit)}. A document is reconciled by those who have a log on it.`,
    );
  }
  lines.push(...describeLeftOutCodes(units), ...remarks);
  const open = chosen.filter((at) => isOpen(standings[at])).length;
  const whole = chosen.length === differences.length ? '' : ` of ${differences.length} in all`;
  lines.push(
    differences.length === 0
      ? 'They differ nowhere: the consensus is what they agree on.'
      : chosen.length === 0
        ? `No difference ${askedInWords(asked)}; ${differences.length} in all.`
        : `${plural(chosen.length, 'difference')}${whole}${asked.document === undefined ? ` in ${plural(documents.length, 'document')}` : ''}: ${chosen.length - open} decided, ${open} to decide.`,
  );
  return lines;
}
