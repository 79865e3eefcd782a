import type { Flow } from './flow.ts';
import { chainOf, type Law, lawsOf, type Term } from './laws.ts';

/** A sum of a flow, held against the numbers that are there. */
export interface Checked {
  law: Law;
  verdict: 'adds up' | 'differs' | 'not checked';
  /** The sums of what is reported on each side. */
  left: number;
  right: number;
  /** What is not reported. */
  unknown: Term[];
}

/**
 * Holds every sum of a flow. Where all is reported both sides are the same; where something on one side is not, the
 * other side is at least as much as the rest. What is not reported on the way is stepped over, so that a box which is
 * larger than one before it is always told.
 */
export function checkFlow(flow: Flow): Checked[] {
  const chains = flow.sources.flatMap((source) => bridged(chainOf(source)));
  const all = lawsOf(flow);
  const single = new Set(flow.sources.flatMap((source) => chainOf(source).map(keyOf)));
  return [...chains, ...all.filter((law) => !single.has(keyOf(law)))].map(checkLaw);
}

const keyOf = (law: Law): string => JSON.stringify(law);

/** Sums of one source put together over main boxes that are not reported. */
function bridged(laws: readonly Law[]): Law[] {
  const joined: Law[] = [];
  for (const law of laws) {
    const before = joined.at(-1);
    const middle = before?.right.at(-1);
    if (before && middle?.count === null) {
      const sides = before.right.slice(0, -1);
      joined[joined.length - 1] = { ...before, right: [...sides, ...law.right] };
    } else joined.push(law);
  }
  return joined;
}

function checkLaw(law: Law): Checked {
  const unknownLeft = law.left.filter(({ count }) => count === null);
  const unknownRight = law.right.filter(({ count }) => count === null);
  const [left, right] = [sum(law.left), sum(law.right)];
  const unknown = [...unknownLeft, ...unknownRight];
  const tooMuch = unknownLeft.length === 0 && right > left;
  const tooLittle = unknownRight.length === 0 && left > right && !law.atLeast;
  const verdict = tooMuch || tooLittle ? 'differs' : unknown.length > 0 ? 'not checked' : 'adds up';
  return { law, verdict, left, right, unknown };
}

const sum = (terms: readonly Term[]): number => terms.reduce((total, { count }) => total + (count ?? 0), 0);
