import type { VFile } from 'vfile';
import { addProblem, quote } from '../problem/problem.ts';
import type { Codebook } from './codebook.ts';
import { fatesOf } from './fate.ts';

/**
 * Tells changes of one version that go round in a circle: `a` renamed to `b` and `b` to `a`. As all changes
 * of a version happen at once, such an exchange could be followed, and it is followed when codings are read.
 * It is refused all the same: one id would mean two things in two versions that follow each other, and the
 * version noted beside a coding would be all that tells them apart. A code that is split into itself and
 * others is no circle.
 */
export function checkCycles(file: VFile, book: Codebook): void {
  const fates = fatesOf(book.changes);
  const done = new Set<string>();

  const follow = (id: string, path: readonly string[]): void => {
    const start = path.indexOf(id);
    if (start !== -1) tell(path.slice(start));
    if (start !== -1 || done.has(id)) return;
    for (const to of fates.get(id)?.to ?? []) if (to !== id) follow(to, [...path, id]);
    done.add(id);
  };
  const tell = (circle: readonly string[]): void => {
    const indices = circle.map((id) => fates.get(id)?.index ?? 0);
    addProblem(file, {
      rule: 'change-cycle',
      reason: `the changes go round in a circle: ${[...circle, ...circle.slice(0, 1)].map(quote).join(' becomes ')}`,
      place: book.place(['changes', Math.min(...indices)]),
      advice: 'give one of these codes an id that the version before did not have',
    });
  };
  for (const id of fates.keys()) follow(id, []);
}
