import type { Place } from '../problem/problem.ts';

/** What respondents filled in, column by column: one cell a respondent, in the order of the file. */
export interface Responses {
  /** How many respondents there are. */
  n: number;
  columns: ResponseColumn[];
}

/**
 * - `texts`: each distinct text of a column once, and its number for each respondent; number 0 is the blank cell.
 * - `many`: a column of more texts than can be options of anything, such as open answers, times or amounts.
 */
export type ResponseColumn = TextsColumn | ManyColumn;

export interface TextsColumn {
  kind: 'texts';
  name: string;
  /** The first is the blank text; the others come in the order in which they first appear, without spaces around them. */
  texts: readonly string[];
  /** Where each text first stands. */
  firsts: readonly Place[];
  /** A number into `texts` for each respondent. */
  cells: Uint8Array | Uint16Array;
}

export interface ManyColumn {
  kind: 'many';
  name: string;
  /** 0 where a cell is blank, 1 where something stands, and 2 and more for a word of `words`, from the first on. */
  filled: Uint8Array | Uint16Array;
  /** Those of the words that may mean that there is no answer that stand here. */
  words: readonly string[];
  /** NaN where a cell is blank or no number; null where not one cell is a number. */
  numbers: Float64Array | null;
  /** The first cell that is no number and none of the words, where there are numbers. */
  firstOther: { text: string; place: Place } | null;
}

/** The word that stands in a cell, where it is one that may mean that there is no answer. */
export const wordIn = ({ words, filled }: ManyColumn, respondent: number): string | undefined =>
  words[(filled[respondent] as number) - 2];

/** A column has at most so many distinct texts, the blank one among them. */
export const MOST_TEXTS = 1 << 16;

/** How many respondents gave each text of a column. */
export function countsOf({ texts, cells }: TextsColumn): Float64Array {
  const counts = new Float64Array(texts.length);
  for (const text of cells) counts[text] = (counts[text] as number) + 1;
  return counts;
}

/** Writes for each respondent what the text of their cell stands for; `from` of typed arrays takes fifty times as long. */
export function recode<T extends Int8Array | Int16Array | Int32Array | Float64Array>(
  { cells }: TextsColumn,
  values: readonly number[],
  into: T,
): T {
  for (let at = 0; at < cells.length; at++) into[at] = values[cells[at] as number] as number;
  return into;
}
