import type { VFile } from 'vfile';
import { addProblem } from './problem.ts';

/**
 * Tells the conflict markers that git leaves at line starts where it could not merge a text, one problem a conflict. A
 * line of seven `=` alone is none: in Markdown it makes a heading of the line above.
 *
 * @returns whether there is any.
 */
export function tellConflicts(file: VFile): boolean {
  let open: number | undefined;
  const tell = (line: number, upTo: number | undefined): void => {
    const where = upTo === undefined ? '' : `, which goes on to line ${upTo}`;
    addProblem(file, {
      rule: 'conflict-marker',
      reason: `a merge left a conflict here${where}`,
      place: { line, column: 1 },
      advice:
        'keep what belongs here of both sides, and delete the lines that begin with <<<<<<<, =======, >>>>>>> and, if there are any, |||||||',
    });
  };
  const lines = String(file.value).split(/\r?\n|\r/);
  let isFound = false;
  for (const [index, line] of lines.entries()) {
    const [marker] = /^\uFEFF?(?:<{7}|>{7})(?= |$)/.exec(line) ?? [];
    if (marker === undefined) continue;
    isFound = true;
    if (marker.endsWith('<')) {
      if (open !== undefined) tell(open, undefined);
      open = index + 1;
    } else {
      tell(open ?? index + 1, open === undefined ? undefined : index + 1);
      open = undefined;
    }
  }
  if (open !== undefined) tell(open, undefined);
  return isFound;
}
