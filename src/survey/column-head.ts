/** What an export says about a column before the answers begin. */
export interface ColumnHead {
  /** The column's own name, as responses are kept under; no other column has it. */
  name: string;
  /** What respondents were asked; the name where the export does not say. */
  question: string;
  role: ColumnRole;
  /** Of a question with one column an option: the question's name, and what this option says. */
  option: { of: string; label: string } | null;
  /** What parts the options that were ticked, where they stand in one cell and the tool is known to write it. */
  separator: ';' | ',' | ' ' | null;
}

/**
 * - `respondent`: says who it is, by an id of the tool.
 * - `identity`: may say who it is to others: names, addresses, coordinates.
 * - `about`: of the response, not the respondent: when it began, how long it took, in which language.
 */
export type ColumnRole = 'answer' | 'respondent' | 'identity' | 'about';
