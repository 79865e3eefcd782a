/** What stands in place of a result that does not exist: why, as part of a sentence. */
export interface NoResult {
  reason: string;
}
