/** What respondents were asked, and how their answers are read. */
export interface Questionnaire {
  /** Cells that mean that no answer was given, beside the blank one. */
  missing: readonly string[];
  /** Cells that say that the question was not put to somebody. */
  notAsked: readonly string[];
  items: Item[];
  scales: SummatedScale[];
}

export type Item = ChoiceItem | MultiItem | NumberItem | OpenItem;

interface AnyItem {
  name: string;
  /** In the words that respondents saw. */
  question: string;
  /** Asked of those only for whom all of these hold; empty where everybody was asked. */
  askedIf: Condition[];
  /** True where answers say who respondents are. */
  identity: boolean;
}

/** One answer of several: `levels` have an order with Likert items, and none with single choices. */
export interface ChoiceItem extends AnyItem {
  type: 'single' | 'likert';
  column: string;
  options: Option[];
  /** Index of the option that is neither on the one side nor on the other; null where there is none. Single choices have none. */
  midpoint: number | null;
  /** Answers that are none of these, such as "don't know"; they are counted apart. */
  apart: Option[];
  /** True where agreeing speaks against what the scale is about. */
  reversed: boolean;
  /** Any other text is an answer too, counted together as "other". */
  other: boolean;
}

export interface MultiItem extends AnyItem {
  type: 'multi';
  options: Option[];
  /** In one cell, with a text between the options; or a column for each, in the order of `options`. */
  where:
    | { column: string; separator: string }
    | { columns: readonly string[]; ticked: readonly string[] | null };
  /** What a row means in which nothing is ticked: no answer, or none of these. */
  blank: 'missing' | 'nothing ticked';
  other: boolean;
}

export interface NumberItem extends AnyItem {
  type: 'number';
  column: string;
  min: number | null;
  max: number | null;
}

export interface OpenItem extends AnyItem {
  type: 'open';
  column: string;
}

/** What stands in a cell, and how it is shown. */
export interface Option {
  cell: string;
  label: string;
}

/** The answer to `item` is one of `answers`, as cells or labels. */
export interface Condition {
  item: string;
  answers: readonly string[];
}

/** Several items that are to measure one thing. */
export interface SummatedScale {
  name: string;
  title: string;
  items: readonly string[];
}

export const isChoice = (item: Item): item is ChoiceItem => item.type === 'single' || item.type === 'likert';

/** The columns that an item is read from. */
export function columnsOf(item: Item): readonly string[] {
  if (item.type !== 'multi') return [item.column];
  return 'column' in item.where ? [item.where.column] : item.where.columns;
}
