import { addProblem } from '../problem/problem.ts';
import type { Checked } from './check-flow.ts';
import { differenceWords, expectedWords, lastOf, uncheckedWords } from './flow-words.ts';
import type { FlowFile } from './read-flow.ts';

/** A sum that cannot be checked, in words, and where it ends in the file. */
export interface Unchecked {
  line: number;
  column: number;
  reason: string;
}

/** Tells each sum of a flow that does not add up as a warning at its last number, for the numbers may be a paper's own. */
export function tellFlow({ file, document }: FlowFile, checked: readonly Checked[]): Unchecked[] {
  const unchecked: Unchecked[] = [];
  for (const one of checked) {
    const place = document.place(lastOf(one).path);
    if (one.verdict === 'not checked') unchecked.push({ ...place, reason: uncheckedWords(one) });
    if (one.verdict !== 'differs') continue;
    const { count } = lastOf(one);
    addProblem(file, {
      rule: 'does-not-add-up',
      reason: differenceWords(one),
      place,
      found: count === null ? undefined : String(count),
      expected: [expectedWords(one)],
      suggest: false,
      advice:
        'if the numbers are printed so, they can stay: the flow is shown as it is, with what does not add up below it',
      warning: true,
    });
  }
  return unchecked;
}
