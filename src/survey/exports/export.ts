import type { ColumnHead } from '../column-head.ts';

/** The tools whose exports are known; `plain` is one header row and nothing else. */
export const toolNames = [
  'qualtrics',
  'google-forms',
  'survey-monkey',
  'lime-survey',
  'microsoft-forms',
  'kobo-toolbox',
  'plain',
] as const;
export type ToolName = (typeof toolNames)[number];

/** How a file begins: its first rows that are not blank, each with the texts of its cells, trimmed and in NFC. */
export type FirstRows = readonly (readonly string[])[];

/** What one tool's exports look like. */
export interface Tool {
  /** What in the file shows that this tool wrote it, as a clause that says why; undefined if nothing does. */
  evidence(rows: FirstRows): string | undefined;
  read(rows: FirstRows): Headings;
}

export interface Headings {
  /** How many rows say what the columns are. */
  headerRows: number;
  /** One a column, in the order of the file. */
  heads: ColumnHead[];
  /** Cells that say that a question was not shown, and that it was shown and not answered. */
  notAsked: string[];
  unanswered: string[];
}

/** Cells of one column below the header rows, blank ones left out. */
export function answersIn(rows: FirstRows, headerRows: number, column: number): string[] {
  return rows.slice(headerRows).flatMap((row) => row[column] || []);
}

/** A heading on one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A head of a column of which nothing but its heading is known. */
export const plainHead = (name: string, role: ColumnHead['role'] = 'answer'): ColumnHead => ({
  name,
  question: name,
  role,
  option: null,
  separator: null,
});
