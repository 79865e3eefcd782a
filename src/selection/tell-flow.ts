import { addProblem } from '../problem/problem.ts';
import type { Checked } from './check-flow.ts';
import type { Flow } from './flow.ts';
import { differenceWords, expectedWords, lastOf, sharedWords, uncheckedWords } from './flow-words.ts';
import type { FlowFile } from './read-flow.ts';

/** A sum that cannot be checked or of which the difference is known, or records of several sources, in words, and where it ends in the file. */
export interface FlowRemark {
  rule: 'cannot-be-checked' | 'known-difference' | 'several-sources';
  line: number;
  column: number;
  reason: string;
}

/**
 * Tells each sum of a flow that does not add up as a warning at its last number, for the numbers may be a paper's own. Those
 * that are said to be known, and those that cannot be checked, are returned.
 */
export function tellFlow(
  { file, document }: FlowFile,
  { shared }: Flow,
  checked: readonly Checked[],
): FlowRemark[] {
  const remarks: FlowRemark[] = [];
  if (shared.length > 0) {
    const advice =
      'to count each in one only, let "where" ask for a column of your own that names one source a record';
    const reason = `${sharedWords(shared)}; ${advice}`;
    remarks.push({ rule: 'several-sources', ...document.keyPlace(['sources']), reason });
  }
  for (const one of checked) {
    const place = document.place(lastOf(one).path);
    if (one.verdict === 'not checked') {
      remarks.push({ rule: 'cannot-be-checked', ...place, reason: uncheckedWords(one) });
    }
    if (one.verdict !== 'differs') continue;
    if (one.known !== undefined) {
      const reason = `${differenceWords(one)}; known: ${one.known}`;
      remarks.push({ rule: 'known-difference', ...place, reason });
      continue;
    }
    const { count } = lastOf(one);
    addProblem(file, {
      rule: 'does-not-add-up',
      reason: differenceWords(one),
      place,
      found: count === null ? undefined : String(count),
      expected: [expectedWords(one)],
      suggest: false,
      advice:
        'if the numbers are printed so, they can stay: the flow is shown as it is, with what does not add up below it; "known" beside the number says why, and ends this warning',
      warning: true,
    });
  }
  return remarks;
}
