import type { Turn } from './transcript.ts';

/**
 * The words of a text in order, as they stand: everything between white space, punctuation included. Strict on
 * purpose, for it is what shows that freezing a transcript changes nothing.
 */
export const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** The words of some turns, without speakers and times. */
export const wordsOfTurns = (turns: readonly Pick<Turn, 'paragraphs'>[]): string[] =>
  turns.flatMap(({ paragraphs }) => paragraphs.flatMap(wordsOf));

export interface WordDifference {
  /** How many words before it are the same. */
  at: number;
  /** The words from there on, five at most. */
  original: string[];
  frozen: string[];
}

/** Where two texts first differ in their words; undefined if they do not. */
export function firstDifference(
  original: readonly string[],
  frozen: readonly string[],
): WordDifference | undefined {
  const shorter = Math.min(original.length, frozen.length);
  let at = 0;
  while (at < shorter && original[at] === frozen[at]) at++;
  if (at === original.length && at === frozen.length) return undefined;
  return { at, original: original.slice(at, at + 5), frozen: frozen.slice(at, at + 5) };
}
