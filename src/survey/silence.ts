import { MISSING, NOT_ASKED } from './answers.ts';
import type { Questionnaire } from './questionnaire.ts';

/** What a cell that holds no answer means; undefined for one that may hold an answer. */
export type Silence = (text: string) => typeof MISSING | typeof NOT_ASKED | undefined;

/** The words of a questionnaire that are no answers, and the blank cell. */
export function silenceOf({ missing, notAsked }: Questionnaire): Silence {
  const words = new Map<string, typeof MISSING | typeof NOT_ASKED>([['', MISSING]]);
  for (const word of missing) words.set(word, MISSING);
  for (const word of notAsked) words.set(word, NOT_ASKED);
  return (text) => words.get(text);
}
