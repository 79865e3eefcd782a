import type { Place } from '../problem/problem.ts';

/** A CSV file as rows of cells; every row has as many cells as the header. */
export interface CsvTable {
  header: CsvCell[];
  rows: CsvRow[];
  delimiter: string;
}

export interface CsvRow {
  /** The line on which the row starts, from 1. */
  line: number;
  cells: CsvCell[];
}

export interface CsvCell {
  value: string;
  /** Where the cell's text starts: its opening quote, or its first character that is no space. */
  place: Place;
}
