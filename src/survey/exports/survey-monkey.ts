import type { ColumnHead, ColumnRole } from '../column-head.ts';
import { identityOf } from '../identity-heading.ts';
import { type FirstRows, type Headings, oneLine, plainHead, type Tool } from './export.ts';
import { onlyTicked } from './ticked.ts';
import { uniqueNames } from './unique-names.ts';

/**
 * SurveyMonkey: questions in the first row, each above the first of its columns, and the options in the second, or
 * "Response" and "Open-Ended Response" where a question has one column. In condensed exports the second row is blank.
 */
export const surveyMonkey: Tool = {
  evidence(rows) {
    const names = (rows[0] ?? []).map((name) => name.toLowerCase());
    if (names[0] !== 'respondent id' || !names.includes('collector id')) return undefined;
    return 'the first columns are Respondent ID and Collector ID';
  },
  read(rows: FirstRows): Headings {
    const [questions = [], options = []] = rows;
    const headerRows = (options[0] ?? '') === '' && options.some((option) => option !== '') ? 2 : 1;
    let question = '';
    const heads = questions.map((cell, column): ColumnHead => {
      question = oneLine(cell) || question;
      const option = headerRows === 2 ? oneLine(options[column] ?? '') : '';
      const role = roleOf(cell, question, option);
      if (role !== 'answer') return plainHead(option ? `${question} - ${option}` : question, role);
      if (option === '' || SINGLE.test(option)) return plainHead(question);
      const head = plainHead(`${question} - ${option}`);
      return OTHER.test(option) ? head : { ...head, option: { of: question, label: option } };
    });
    return {
      headerRows,
      heads: uniqueNames(onlyTicked(heads, rows, headerRows)),
      notAsked: [],
      unanswered: [],
    };
  },
};

function roleOf(cell: string, question: string, option: string): ColumnRole {
  const own = cell.toLowerCase();
  if (own === 'respondent id') return 'respondent';
  if (ABOUT.has(own)) return 'about';
  if (IDENTITY.test(own)) return 'identity';
  return identityOf(option) || (option === '' && identityOf(question)) ? 'identity' : 'answer';
}

const ABOUT = new Set(['collector id', 'start date', 'end date', 'date created', 'date modified']);
const IDENTITY = /^(?:ip address|email address|first name|last name|custom (?:data|value).*)$/;
const SINGLE = /^(?:Response|Open-Ended Response)$/i;
const OTHER = /^Other \(please specify\)$/i;
