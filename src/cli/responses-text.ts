import { listed } from '../exhibit/words.ts';
import { safe } from '../render/safe-text.ts';
import { wrap } from '../render/wrap.ts';
import type { ImportedResponses } from '../study/import-responses.ts';
import type { ReadResponses } from '../survey/read-result.ts';
import type { Io } from './io.ts';

/** What came of an import: how many responses, which tool wrote them and what shows it, what was left out and why. */
export function describeResponses(io: Io, { file, read, encoding }: ImportedResponses): string {
  if (!read) return '';
  const { responses, heads, tool, because } = read;
  const answers = heads.filter(({ role }) => role === 'answer').length;
  const about = heads.length - answers;
  const title = `${file.path}: ${plural(responses.n, 'response')}, ${plural(answers, 'column')} of answers${
    about > 0 ? `, ${about} about the response` : ''
  }`;
  const remarks = [
    `read as ${tool}: ${because}${read.headerRows > 1 ? `; ${read.headerRows} header rows` : ''}`,
    ...(encoding === undefined ? [] : [`decoded from ${encoding}`]),
    ...(read.leftOut.size > 0 ? [rowsLeftOut(read.leftOut)] : []),
    ...columnsLeftOut(read),
    read.keepsIds
      ? 'respondents are called as in the file, which leads to the tool’s data'
      : 'respondents are called R1, R2 and so on, in the order of the file',
    ...(read.unanswered.length > 0 ? [`${listed(read.unanswered)} stands for no answer`] : []),
    ...(read.notAsked.length > 0
      ? [`${listed(read.notAsked)} stands for a question that was not asked`]
      : []),
  ];
  return [safe(title), ...remarks.map((remark) => bullet(io, remark))].join('\n');
}

function rowsLeftOut(leftOut: ReadonlyMap<string, number>): string {
  const all = [...leftOut.values()].reduce((sum, rows) => sum + rows, 0);
  const each = [...leftOut].map(([rule, rows]) => `${rows} ${leftOutWords[rule] ?? rule}`);
  return `${plural(all, 'row')} left out: ${each.join(', ')}`;
}

/** What is wrong with rows that are left out, by the rule that they break. */
const leftOutWords: Readonly<Record<string, string>> = {
  'row-length': 'longer or shorter than the header',
  'stray-quote': 'with a quote out of place',
  'not-utf-8': 'with bytes that are not UTF-8',
  'not-as-encoded': 'with bytes that are not text',
  'duplicate-respondent': 'of a respondent who was there already',
};

function columnsLeftOut({ columns }: ReadResponses): string[] {
  const byReason = new Map<string, string[]>();
  for (const { head, leftOut } of columns) {
    if (leftOut !== undefined) byReason.set(leftOut, [...(byReason.get(leftOut) ?? []), `"${head.name}"`]);
  }
  if (byReason.size === 0) return [];
  const reasons = [...byReason].map(([reason, names]) => `${names.join(', ')} (${reason})`);
  return [`left out, unless --keep NAME: ${reasons.join('; ')}`];
}

const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const bullet = (io: Io, text: string): string =>
  wrap(safe(text), Math.max(20, io.width - 2))
    .map((line, at) => `${at === 0 ? '- ' : '  '}${line}`)
    .join('\n');
