import type { StatementResult } from '../survey/statement-result.ts';
import { inWords, listed } from './words.ts';

/**
 * The counts of one statement in a sentence made from the data, for example: Of six participants,
 * four stand in “strongly agree” only, one in both “strongly agree” and “partially agree” and one
 * in “partially agree” only.
 */
export function statementSentence(result: StatementResult): string {
  const { all } = result;
  if (all.marked === null) {
    return 'Some marks have no author in the data, so participants are not counted.';
  }
  const [first, ...rest] = all.patterns.map(({ columns, participants }) => ({
    who: inWords(participants),
    verb: participants === 1 ? 'stands' : 'stand',
    where: where(columns, result),
  }));
  const unmarked = whoElse(result);
  if (!first)
    return `Nobody placed a mark${all.absent + all.notReported > 0 ? `: ${unmarked.join('; ')}` : ''}.`;

  if (all.marked === all.participants && rest.length === 0) {
    return `All ${first.who} participants stand ${first.where}.`;
  }
  const stand = listed([
    `${first.who} ${first.verb} ${first.where}`,
    ...rest.map((one) => `${one.who} ${one.where}`),
  ]);
  return `Of ${inWords(all.participants ?? all.marked)} participants, ${[stand, ...unmarked].join('; ')}.`;
}

function where(columns: readonly number[], { all, scale }: StatementResult): string {
  const labels = columns.map((index) => `“${scale.columns[index]?.label ?? ''}”`);
  if (labels.length > 1) return `in ${labels.length === 2 ? 'both ' : ''}${listed(labels)}`;
  const only = all.patterns.some((pattern) => pattern.columns.length > 1) ? ' only' : '';
  return `in ${labels[0]}${only}`;
}

function whoElse({ all }: StatementResult): string[] {
  const { silent, absent, notReported } = all;
  return [
    silent ? [`${inWords(silent)} placed no mark`] : [],
    absent ? [`${inWords(absent)} ${absent === 1 ? 'was' : 'were'} absent`] : [],
    notReported
      ? [
          `where the other ${notReported === 1 ? 'one stands' : `${inWords(notReported)} stand`} is not reported`,
        ]
      : [],
  ].flat();
}
