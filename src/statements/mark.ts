import type { Absence } from './scale.ts';

/** One row of a positions file: somebody's mark in a column, or why there is none. */
export interface Mark {
  statement: string;
  /** Null where the source does not say in which session it was made. */
  session: string | null;
  /**
   * The person as the file names them: a declared id such as `P4`; `?1`, somebody the source does
   * not name (the same `?1` is the same person within one statement, and nowhere else); or null,
   * a mark of which it is not even known which marks share its author.
   */
  person: string | null;
  /** Index into the scale's columns, or why there is no mark. */
  position: number | Absence;
  /** The words on the note; null where the data have none. */
  comment: string | null;
}

/** True for a person whom the source names. */
export const isNamed = (person: string | null): boolean => person !== null && !person.startsWith('?');
