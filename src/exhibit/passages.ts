/** Passages of texts as data, for reports and pages: who says what, where. */

/** A passage with who says it. Notes are an analyst's words and never shown as a quotation. */
export interface Passage {
  kind: 'transcript' | 'notes' | 'fictional';
  /** What was said, turn by turn. Empty where a passage lies outside all turns. */
  parts: readonly { speaker: string | null; text: string }[];
  /** Said below it: who says it where, and who coded it. */
  credit: string;
  memos: readonly { rater: string; memo: string }[];
}

/** Passages under one code. */
export interface PassageGroup {
  heading: string;
  passages: Passage[];
}

/** Coded passages by code, and what they are in sentences. */
export interface Quotes {
  remarks: string[];
  groups: PassageGroup[];
}

/** A framework matrix theme by theme: what is said of each case, and the passages it rests on. */
export interface Themes {
  /** `theme` is null where a heading above says it. */
  groups: { theme: string | null; cells: ThemeCell[] }[];
  remarks: string[];
}

export interface ThemeCell {
  case: string;
  summary: string;
  evidence: (Passage | { problem: string })[];
}
