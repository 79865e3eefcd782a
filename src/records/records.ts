/** A file of records as typed columns: participants, remarks, anything with one row a thing. */
export interface Records {
  columns: RecordColumn[];
  /** One value a column; null where the cell is blank. */
  rows: RecordValue[][];
}

export type RecordValue = string | number | null;

export interface RecordColumn {
  name: string;
  label: string;
  type: 'text' | 'number';
  /** The values that may stand here, in order. */
  levels?: readonly string[] | undefined;
}

/** Index of a column by its name, or -1. */
export const columnAt = (records: Records, name: string): number =>
  records.columns.findIndex((column) => column.name === name);

/** A number in plain digits, as a cell of a number column has it; null for anything else. Never −0. */
export const parseNumber = (text: string): number | null =>
  /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) + 0 : null;

/** A value as a text to compare by; blank is the empty text. */
export const keyOf = (value: RecordValue): string => (value === null ? '' : String(value));

/** The value of a condition as `keyOf` gives it for a column of a type: `4.0` holds for the number 4. */
export const conditionKey = (value: RecordValue, type: RecordColumn['type'] | undefined): string =>
  keyOf(type === 'number' && typeof value === 'string' ? (parseNumber(value) ?? value) : value);
