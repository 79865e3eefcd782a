import type { VFile } from 'vfile';
import { addProblem, quote } from '../problem/problem.ts';
import { contentKey, type Hash } from './content-key.ts';
import { type Entry, originsOf, type Reference } from './reference.ts';

/** Tells of a file that was imported before, where nothing is from `source` yet: it would count as another search. */
export function tellSameFile(
  file: VFile,
  there: readonly Reference[],
  entries: readonly Entry[],
  source: string,
  hash: Hash,
): void {
  const keys = new Set(entries.map((entry) => entry.key || contentKey(entry, hash)));
  const counts = new Map<string, number>();
  for (const origin of there.flatMap(originsOf)) {
    if (origin.source === source) return;
    if (keys.has(origin.key)) counts.set(origin.source, (counts.get(origin.source) ?? 0) + 1);
  }
  const [before] = [...counts].sort(([, one], [, other]) => other - one);
  if (!before) return;
  addProblem(file, {
    rule: 'imported-before',
    reason: `this very file was imported already, from ${quote(before[0])}; as ${quote(source)} it counts as another search`,
    place: { line: 1, column: 1 },
    advice: `if it is the same search: --source ${quote(before[0])}`,
    warning: true,
  });
}
