import { addProblem } from '../problem/problem.ts';
import type { Checked } from './check-flow.ts';
import type { Term } from './laws.ts';
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

/** `Academic literature: 5519 records identified, but 1500 records removed + 3977 records screened = 5477, 42 fewer`. */
export function differenceWords({ law, left, right }: Checked): string {
  const apart = Math.abs(left - right);
  const more = right > left ? 'more' : 'fewer';
  return `${law.about}: ${side(law.left, left)}, but ${side(law.right, right)}, ${apart} ${more}`;
}

/** Why a sum is not checked, and what is left for what is not reported. */
export function uncheckedWords({ law, left, right, unknown }: Checked): string {
  const known = law.right.every((term) => !unknown.includes(term));
  const names = unknown.map(({ words }) => words).join(' and ');
  const is = unknown.length === 1 ? 'is' : 'are';
  const [least, most] = known ? [left, right] : [right, left];
  const onBothSides = law.left.some((term) => unknown.includes(term)) && !known;
  const rest =
    onBothSides || law.atLeast
      ? ''
      : `; ${most - least} ${most - least === 1 ? 'is' : 'are'} left for ${unknown.length === 1 ? 'it' : 'them'}`;
  return `${law.about}: ${wholeOf(law.left)} = ${wholeOf(law.right)} cannot be checked, ${names} ${is} not reported${rest}`;
}

/** The number at which a difference shows: the last one that is reported. */
export const lastOf = ({ law }: Checked): Term =>
  [...law.left, ...law.right].findLast(({ count }) => count !== null) ?? (law.right.at(-1) as Term);

function expectedWords({ law, unknown, left, right }: Checked): string {
  const last = lastOf({ law } as Checked);
  const others = left - (right - (last.count ?? 0));
  if (!law.right.includes(last)) return `at least ${right - (left - (last.count ?? 0))}`;
  return law.atLeast || unknown.length > 0 ? `at most ${Math.max(0, others)}` : String(others);
}

function side(terms: readonly Term[], sum: number): string {
  const known = terms.filter(({ count }) => count !== null);
  return known.length === 1 ? wholeOf(known) : `${wholeOf(known)} = ${sum}`;
}

const wholeOf = (terms: readonly Term[]): string =>
  terms.map(({ count, words }) => (count === null ? `(${words})` : `${count} ${words}`)).join(' + ');
