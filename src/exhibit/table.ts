/**
 * A table as data: typed cells, formatted only when rendered.
 */
export interface Table {
  /** Names the files a report writes for it, so lower case letters, digits and hyphens. */
  id: string;
  caption: string;
  columns: Column[];
  /** One cell a column, in the order of `columns`. */
  rows: Cell[][];
  /** Remarks below the table: base, weights, what was left out. Plain text. */
  notes: string[];
}

export interface Column {
  /** Heading in a CSV file. */
  key: string;
  /** Heading everywhere else. */
  label: string;
  /** Counts and numbers stand right, words left. */
  align: 'left' | 'right';
  /** The terminal, where width is scarce, leaves the column out when all its cells are 0 or missing, and says so. */
  hiddenWhenZero?: boolean;
  /** Shown to people only, or in files of data only, where the same is said in another form. */
  only?: Reader;
}

export type Reader = 'people' | 'data';

/** The columns that are for a reader. */
export function columnsFor(table: Table, reader: Reader): Table {
  const kept = table.columns.map(({ only }) => only === undefined || only === reader);
  if (!kept.includes(false)) return table;
  const pick = <T>(all: readonly T[]): T[] => all.filter((_, index) => kept[index]);
  return { ...table, columns: pick(table.columns), rows: table.rows.map(pick) };
}

export type Cell =
  | { kind: 'text'; text: string }
  | { kind: 'count'; value: number }
  /** `digits` after the decimal point when rendered for people; a CSV file keeps full precision. */
  | { kind: 'number'; value: number; digits: number }
  /** No value, and why: the reason is what a reader sees, so that nothing looks like a zero. */
  | { kind: 'missing'; why: Missing };

/**
 * - `not reported`: the source does not say.
 * - `not applicable`: the question does not arise here.
 * - `undefined`: the formula has no value on these data (0/0).
 * - `empty`: the cell of the data is blank.
 * - `not known`: there may be one, and nobody has looked, or nobody could.
 */
export type Missing = 'not reported' | 'not applicable' | 'undefined' | 'empty' | 'not known';

export const text = (value: string): Cell => ({ kind: 'text', text: value });
export const count = (value: number): Cell => ({ kind: 'count', value });
export const number = (value: number, digits: number): Cell => ({ kind: 'number', value, digits });
export const missing = (why: Missing): Cell => ({ kind: 'missing', why });
