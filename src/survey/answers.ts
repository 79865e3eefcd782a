/** The answers of all respondents to one item. `codes` has one number a respondent: below 0 there is no answer. */
export type Answers = ChoiceAnswers | SetAnswers | NumberAnswers | OpenAnswers;

/** Nothing was answered, though it was asked. */
export const MISSING = -1;
/** It was not asked. */
export const NOT_ASKED = -2;
/** Something stands there that the question file does not allow. */
export const UNREAD = -3;

/** An answer as it is counted. */
export interface Answer {
  label: string;
  /** What stands in the data; null for "other". */
  cell: string | null;
  /** Outside the scale or the choice, such as "don't know". */
  apart: boolean;
}

export interface ChoiceAnswers {
  kind: 'choice';
  /** Options in order, then "other" where it may be, then those apart. */
  answers: Answer[];
  /** Numbers into `answers`. */
  codes: Int16Array;
}

export interface SetAnswers {
  kind: 'sets';
  answers: Answer[];
  /** Each set that somebody ticked, as ascending numbers into `answers`. */
  sets: number[][];
  /** Numbers into `sets`. */
  codes: Int32Array;
}

export interface NumberAnswers {
  kind: 'numbers';
  /** NaN where there is none. */
  values: Float64Array;
  /** 0 where there is a number. */
  codes: Int8Array;
}

export interface OpenAnswers {
  kind: 'open';
  /** 0 where something was written. */
  codes: Int8Array;
}

/** The labels of answers that a condition names by their labels or by what stands in the data, which comes first. */
export function labelsOf(given: Answers | undefined, names: readonly string[]): string[] {
  const known = given?.kind === 'choice' || given?.kind === 'sets' ? given.answers : [];
  return names.map((name) => known.find(({ cell }) => cell === name)?.label ?? name);
}

/** What a condition may call the answers to an item: their labels, and what stands in the data; null for an item without any. */
export const namesOfAnswers = (given: Answers | undefined): string[] | null =>
  given?.kind === 'choice' || given?.kind === 'sets'
    ? [...new Set(given.answers.flatMap(({ label, cell }) => (cell === null ? [label] : [label, cell])))]
    : null;
