/** What a rater sees of a record; a blank text is not given. */
export interface ScreenedRecord {
  id: string;
  title: string;
  authors: string;
  year: string;
  venue: string;
  /** Such as article or report. */
  kind: string;
  doi: string;
  url: string;
  abstract: string;
  keywords: string;
}
