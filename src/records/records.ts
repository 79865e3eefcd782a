/** A file of records as typed columns: participants, remarks, anything with one row a thing. */
export interface Records {
  /** The id of every record, or its line where the file has no id column. */
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
