import type { ColumnHead, ColumnRole } from '../column-head.ts';
import { answersIn, type FirstRows, type Headings, oneLine, plainHead, type Tool } from './export.ts';
import { onlyTicked } from './ticked.ts';
import { uniqueNames } from './unique-names.ts';

/**
 * Qualtrics: names in the first row, question texts in the second, and since 2016 ids in a third,
 * `{"ImportId":"QID1"}`, which some programs write with single quotes. In legacy exports the first ten columns are
 * called V1 to V10, and what they are stands below. (qualtrics.com/support, "Understanding Your Dataset")
 */
export const qualtrics: Tool = {
  evidence(rows) {
    const at = idRow(rows);
    if (at > 0) return `row ${at + 1} holds Qualtrics' import ids, {"ImportId":…}`;
    if (isLegacy(rows)) return 'the columns V1, V2 … are called ResponseID and so on in the second row';
    const names = new Set((rows[0] ?? []).map((name) => name.toLowerCase()));
    const typical = ['responseid', 'recordeddate', 'distributionchannel', 'userlanguage'];
    const found = typical.filter((name) => names.has(name)).length;
    return found >= 3 ? 'there are columns ResponseId, RecordedDate and DistributionChannel' : undefined;
  },
  read,
};

function read(rows: FirstRows): Headings {
  const [names = [], texts = []] = rows;
  const legacy = isLegacy(rows);
  const at = idRow(rows);
  const headerRows = at > 0 ? at + 1 : legacy || isTexts(rows) ? 2 : 1;
  const heads = names.map((name, column): ColumnHead => {
    const text = headerRows > 1 ? oneLine(texts[column] ?? '') : '';
    const own = legacy && /^V\d+$/.test(name) ? text : name;
    const role = roleOf(own);
    const head = { ...plainHead(own, role), question: role === 'answer' ? text : own };
    return role === 'answer' ? withOption(head, name, text) : head;
  });
  const marks = names.some((_, column) => answersIn(rows, headerRows, column).includes(SEEN));
  return {
    headerRows,
    heads: withSeparators(uniqueNames(onlyTicked(heads, rows, headerRows)), rows, headerRows),
    notAsked: [],
    unanswered: marks ? [SEEN] : [],
  };
}

/** What Qualtrics can write for a question that was seen and not answered. */
const SEEN = '-99';

/** Which of the first rows holds import ids; -1 if none. */
const idRow = (rows: FirstRows): number =>
  rows
    .slice(0, 3)
    .findIndex(
      (row) => row.some((cell) => ID.test(cell)) && row.every((cell) => cell === '' || ID.test(cell)),
    );

const ID = /^\{\s*["']ImportId["']\s*:/;

const isLegacy = ([names = [], texts = []]: FirstRows): boolean =>
  /^v1$/i.test(names[0] ?? '') && /^response ?id$/i.test(texts[0] ?? '');

/** True where the second row names the tool's own columns, too, as that of the question texts does. */
const isTexts = ([names = [], texts = []]: FirstRows): boolean =>
  names.some((name, column) => roleOf(name) !== 'answer' && letters(texts[column] ?? '') === letters(name)) &&
  !names.every((name, column) => name === texts[column]);

const letters = (text: string): string => text.replace(/\W/g, '').toLowerCase();

function roleOf(name: string): ColumnRole {
  const plain = name.toLowerCase().replace(/\s*\(.*\)$/, '');
  if (plain === 'responseid') return 'respondent';
  if (IDENTITY.has(plain)) return 'identity';
  return ABOUT.has(plain) || DERIVED.test(name) ? 'about' : 'answer';
}

const IDENTITY = new Set(
  'ipaddress recipientlastname recipientfirstname recipientemail externalreference externaldatareference locationlatitude locationlongitude name emailaddress'.split(
    ' ',
  ),
);

const ABOUT = new Set(
  'startdate enddate status progress duration finished recordeddate distributionchannel userlanguage responseset locationaccuracy'.split(
    ' ',
  ),
);

/** Columns that Qualtrics' text analysis makes of open answers. */
const DERIVED = /\S - (?:(?:Parent )?Topics|Topic .*|Sentiment.*|Emotion.*|Actionability.*|Effort.*)$/;

/** `Q2_1` with a text that ends in ` - option` is one of several columns of a question. */
function withOption(head: ColumnHead, name: string, text: string): ColumnHead {
  const [, of] = /^(.+)_x?\d+$/.exec(name) ?? [];
  const label = /^.*(?: [-–] |[^\s-]-(?=\S))(.+)$/.exec(text)?.[1];
  return of === undefined || label === undefined ? head : { ...head, option: { of, label } };
}

/** Several ticked numbers in one cell are parted by commas; where options are words, commas may be theirs. */
function withSeparators(heads: ColumnHead[], rows: FirstRows, headerRows: number): ColumnHead[] {
  return heads.map((head, column) => {
    if (head.role !== 'answer' || head.option) return head;
    const answers = answersIn(rows, headerRows, column).filter((answer) => answer !== SEEN);
    const isMulti =
      answers.every((answer) => /^\d+(?:,\d+)*$/.test(answer)) && answers.some((one) => one.includes(','));
    return isMulti ? { ...head, separator: ',' } : head;
  });
}
