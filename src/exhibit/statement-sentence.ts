import type { StatementResult } from '../statements/statement-result.ts';
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
  if (!first) return nobody(result);

  if (all.marked === all.participants && rest.length === 0) {
    return all.marked === 1
      ? `The one participant stands ${first.where}.`
      : `All ${people(all.marked)} stand ${first.where}.`;
  }
  const stand = listed([
    `${first.who} ${first.verb} ${first.where}`,
    ...rest.map((one) => `${one.who} ${one.where}`),
  ]);
  return `Of ${people(all.participants ?? all.marked)}, ${[stand, ...unmarked].join('; ')}.`;
}

/** No mark at all: nobody placed one, or none is reported. */
function nobody(result: StatementResult): string {
  const { absent, notReported, participants } = result.all;
  if (notReported > 0 && notReported === participants) {
    return `Where the ${people(notReported)} ${notReported === 1 ? 'stands' : 'stand'} is not reported.`;
  }
  const start = notReported > 0 ? 'No mark is reported' : 'Nobody placed a mark';
  return absent + notReported > 0 ? `${start}: ${whoElse(result).join('; ')}.` : `${start}.`;
}

const people = (n: number): string => `${inWords(n)} ${n === 1 ? 'participant' : 'participants'}`;

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
