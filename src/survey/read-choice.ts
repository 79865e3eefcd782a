import type { Finding } from '../problem/problem.ts';
import { type Answer, type ChoiceAnswers, UNREAD } from './answers.ts';
import type { ChoiceItem, Option } from './questionnaire.ts';
import { recode, type TextsColumn } from './responses.ts';
import type { Silence } from './silence.ts';
import { tellUndeclared } from './undeclared.ts';

/** Single choices and Likert items: each text of the column is one of the answers, or none. */
export function readChoice(
  item: ChoiceItem,
  column: TextsColumn,
  silence: Silence,
  tell: (finding: Finding) => void,
): ChoiceAnswers {
  const answers = answersTo(item);
  const numbers = numbersOf([...item.options, ...(item.other ? [OTHER] : []), ...item.apart]);
  const codes = column.texts.map((text) => {
    const declared = numbers.get(text);
    // A declared answer may look like a word for nothing: "none" is one.
    if (declared !== undefined && text !== '') return declared;
    return silence(text) ?? (item.other ? item.options.length : UNREAD);
  });
  tellUndeclared(item, column, (text) => codes[text] === UNREAD, tell);
  return { kind: 'choice', answers, codes: recode(column, codes, new Int16Array(column.cells.length)) };
}

const OTHER: Option = { cell: '', label: '' };

function answersTo({ options, other, apart }: ChoiceItem): Answer[] {
  const shown =
    (apart: boolean) =>
    ({ cell, label }: Option) => ({ cell, label, apart });
  return [
    ...options.map(shown(false)),
    ...(other ? [{ cell: null, label: 'other', apart: false }] : []),
    ...apart.map(shown(true)),
  ];
}

/** The number of each option by its cell, and by its label where no other option has that as its cell. */
export function numbersOf(options: readonly Option[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [number, { label }] of options.entries()) numbers.set(label, number);
  for (const [number, { cell }] of options.entries()) numbers.set(cell, number);
  return numbers;
}
