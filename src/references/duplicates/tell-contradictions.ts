import type { VFile } from 'vfile';
import { addProblem } from '../../problem/problem.ts';
import type { ListedPair } from './decisions.ts';

/** A row that says `different`, and what says the contrary: rows, or two records by their ids that share a DOI. */
export interface ToldContradiction {
  different: ListedPair;
  because: ({ row: ListedPair } | { one: string; other: string })[];
}

/**
 * Tells each contradiction where it says `different`.
 *
 * @param lineOf where a row stands in the list as it is on the disk.
 */
export function tellContradictions(
  file: VFile,
  found: readonly ToldContradiction[],
  lineOf: (row: ListedPair) => number,
): void {
  for (const { different, because } of found) {
    const links = because.map((link) =>
      'row' in link
        ? `${link.row.record} and ${link.row.other} are the same (line ${lineOf(link.row)})`
        : `${link.one} and ${link.other} have the same DOI`,
    );
    addProblem(file, {
      rule: 'decisions-contradict',
      reason: `${different.record} and ${different.other} are different here, but ${links.join(', and ')}`,
      place: { line: lineOf(different), column: 1 },
      advice:
        'none of these is merged until one of the rows is changed; a record that is merged already is restored from git',
    });
  }
}
