import { type Finding, quote } from '../problem/problem.ts';
import { MISSING, type NumberAnswers, UNREAD } from './answers.ts';
import { identityIn } from './identity-text.ts';
import { toNumber } from './number.ts';
import type { NumberItem } from './questionnaire.ts';
import { type ManyColumn, type ResponseColumn, recode, type TextsColumn } from './responses.ts';
import { type Silence, silenceIn } from './silence.ts';
import { boundsOf, tellUndeclared } from './undeclared.ts';

/** Numbers in plain digits; what is none, or out of bounds, is told and left out. */
export function readNumbers(
  item: NumberItem,
  column: ResponseColumn,
  silence: Silence,
  tell: (finding: Finding) => void,
): NumberAnswers {
  return column.kind === 'texts'
    ? fromTexts(item, column, silence, tell)
    : fromMany(item, column, silence, tell);
}

function fromTexts(
  item: NumberItem,
  column: TextsColumn,
  silence: Silence,
  tell: (finding: Finding) => void,
): NumberAnswers {
  const values = column.texts.map((text) => toNumber(text));
  const codes = column.texts.map(
    (text, at) => silence(text) ?? (isWithin(item, values[at] as number) ? 0 : UNREAD),
  );
  tellUndeclared(item, column, (text) => codes[text] === UNREAD, tell);
  const n = column.cells.length;
  const read = values.map((value, text) => (codes[text] === 0 ? value : Number.NaN));
  return {
    kind: 'numbers',
    values: recode(column, read, new Float64Array(n)),
    codes: recode(column, codes, new Int8Array(n)),
  };
}

function fromMany(
  item: NumberItem,
  column: ManyColumn,
  silence: Silence,
  tell: (finding: Finding) => void,
): NumberAnswers {
  const { filled, numbers, firstOther } = column;
  const values = new Float64Array(filled.length).fill(Number.NaN);
  const codes = new Int8Array(filled.length).fill(MISSING);
  let unread = 0;
  for (let at = 0; at < filled.length; at++) {
    if (!filled[at]) continue;
    const quiet = silenceIn(column, at, silence);
    if (quiet !== undefined) {
      codes[at] = quiet;
      continue;
    }
    const value = numbers?.[at] ?? Number.NaN;
    const fits = isWithin(item, value);
    codes[at] = fits ? 0 : UNREAD;
    if (fits) values[at] = value;
    else unread++;
  }
  if (unread > 0) {
    tell({
      rule: 'no-number',
      reason: `${unread} ${unread === 1 ? 'answer' : 'answers'} to ${quote(item.name)} ${unread === 1 ? 'is no number' : 'are no numbers'}${boundsOf(item)}${firstSaid(item, firstOther)}`,
      place: firstOther?.place,
    });
  }
  return { kind: 'numbers', values, codes };
}

/** Of a long text so much is shown. */
const MOST_SHOWN = 80;

/** What the first of them is, unless it may say who somebody is. */
function firstSaid(item: NumberItem, first: ManyColumn['firstOther']): string {
  if (!first) return '';
  return item.identity || identityIn(first.text)
    ? ', here first'
    : `, ${quote(first.text.slice(0, MOST_SHOWN))} here first`;
}

const isWithin = ({ min, max }: NumberItem, value: number): boolean =>
  !Number.isNaN(value) && (min === null || value >= min) && (max === null || value <= max);
