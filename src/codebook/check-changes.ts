import type { VFile } from 'vfile';
import { addProblem, type Finding, quote } from '../problem/problem.ts';
import { account, type Gap } from './account.ts';
import { checkDeclared } from './check-declared.ts';
import type { Code, Codebook } from './codebook.ts';

/**
 * Proves that the changes of a version account for every difference to the version before, and that each of
 * them is real. Problems are added to the file of `after`: a difference that no change accounts for at the
 * heading of its code, a code that is gone at `changes`. Without a version before, nothing has to be declared.
 */
export function checkChanges(file: VFile, before: Codebook | undefined, after: Codebook): void {
  checkDeclared(file, before, after);
  if (!before) return;
  for (const gap of account(before, after, after.changes).gaps()) {
    addProblem(file, { rule: 'undeclared-change', ...tell(gap, before, after) });
  }
}

function tell(gap: Gap, before: Codebook, after: Codebook): Omit<Finding, 'rule'> {
  const id = quote(gap.code.id);
  const version = before.version ?? 'the version before';
  const { place } = gap.code;
  switch (gap.kind) {
    case 'new':
      return {
        reason: `the code ${id} is new since ${version}, and no change says where it comes from`,
        place,
        advice: 'declare it under changes: add, or rename, merge or split an earlier code into it',
      };
    case 'gone':
      return {
        reason: `the code ${id} of ${version} is gone, and no change says what became of it`,
        place: after.keyPlace(['changes']),
        advice: 'declare it under changes: rename, merge, split or retire',
      };
    case 'still-there':
      return {
        reason: `the code ${id} is still there, though a change says what became of it`,
        place,
        advice: 'take the code or the change away; if this is another code with its id, declare it as added',
      };
    case 'moved':
      return {
        reason: `the code ${id} was ${below(gap.from)} in ${version} and is now ${below(gap.to)}, and no change says so`,
        place,
        advice: 'declare it under changes: move',
      };
    case 'redefined':
      return {
        reason: `the code ${id} has another ${gap.texts.map(({ part }) => part).join(', ')} than in ${version}, and no change says so`,
        place,
        advice:
          'declare it under changes: redefine; with "meaning: same" if earlier codings keep their meaning',
      };
  }
}

const below = (parent: Code['parent']): string => (parent === null ? 'at the top' : `below ${quote(parent)}`);
