/** A coding that anchors to a record of the literature and, where it is known, to words in a field of it. */
export interface Evidence {
  record: string;
  code: string;
  /** A column of the records, or `full-text`; null where it is not said. */
  field: string | null;
  /** The words that carry the code, as they stand there. */
  quote: string | null;
  /** Where they stand, for example "section 4.1". */
  place: string | null;
  rater: string | null;
}

/** The field that no file of records has as a column. */
export const fullText = 'full-text';

/** A code as far as a tree of codes needs it; a codebook's codes are such. */
export interface TreeCode {
  id: string;
  title: string;
  /** The id of the code above it. */
  parent: string | null;
  /** How many codes stand above it. */
  depth: number;
}
