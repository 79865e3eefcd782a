/** What stands in place of a result that does not exist: why, as part of a sentence. */
export interface NoResult {
  reason: string;
}

export const isResult = <Result extends object>(found: Result | NoResult): found is Result =>
  !('reason' in found);
