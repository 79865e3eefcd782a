import { MISSING, NOT_ASKED } from './answers.ts';
import type { Questionnaire } from './questionnaire.ts';
import { type ManyColumn, wordIn } from './responses.ts';

/** What a cell that holds no answer means; undefined for one that may hold an answer. */
export type Silence = (text: string) => typeof MISSING | typeof NOT_ASKED | undefined;

/** The words of a questionnaire that are no answers. */
export const silentWordsOf = ({ missing, notAsked }: Questionnaire): ReadonlySet<string> =>
  new Set([...missing, ...notAsked].filter((word) => word !== ''));

/** The words of a questionnaire that are no answers, and the blank cell. */
export function silenceOf({ missing, notAsked }: Questionnaire): Silence {
  const words = new Map<string, typeof MISSING | typeof NOT_ASKED>([['', MISSING]]);
  for (const word of missing) words.set(word, MISSING);
  for (const word of notAsked) words.set(word, NOT_ASKED);
  return (text) => words.get(text);
}

/** The same for a cell of a column whose texts are not kept. */
export function silenceIn(column: ManyColumn, respondent: number, silence: Silence): ReturnType<Silence> {
  if (column.filled[respondent] === 0) return MISSING;
  const word = wordIn(column, respondent);
  return word === undefined ? undefined : silence(word);
}

/** Words that programs write where there is nothing. */
export const NOTHING_WORDS: ReadonlySet<string> = new Set(['NA', '#N/A', 'NULL', 'NaN', '.']);
