/**
 * A remark that a source attributes to somebody, told in our own words. It is not a quotation and
 * is never rendered as one.
 */
export interface Note {
  /** Who held it: a participant's id, or null where the source names nobody. */
  who: string | null;
  text: string;
  /** Where the source says so, for example "section 4, p. 309". */
  place: string;
}
