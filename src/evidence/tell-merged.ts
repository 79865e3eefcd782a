import type { VFile } from 'vfile';
import { addProblem, type Place, quote } from '../problem/problem.ts';

/** What a record that was merged is by now, and where that is written; undefined for any other id. */
export type Follow = (id: string) => { id: string; where: string } | undefined;

/** So many are told one by one. */
const MOST_TOLD = 5;

/** Tells that something names a record that was merged, and counts for the one that is kept. */
export function tellMerged(
  file: VFile,
  what: 'row' | 'citation',
  { place, named, into, where }: { place: Place | undefined; named: string; into: string; where: string },
): void {
  addProblem(file, {
    rule: 'merged-record',
    reason: `${quote(named)} was merged into ${quote(into)} (${where}); this ${what} counts there`,
    place,
    advice: `write ${quote(into)} here to settle it`,
    warning: true,
    most: MOST_TOLD,
  });
}
