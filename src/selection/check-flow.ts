import { chainOf } from './chain.ts';
import type { Flow } from './flow.ts';
import { type Law, leastOf, mostOf, type Term } from './law.ts';
import { lawsOf } from './laws.ts';

/** A sum of a flow, held against the numbers that are there. */
export interface Checked {
  law: Law;
  verdict: 'adds up' | 'differs' | 'not checked';
  /** The sums of what is reported on each side. */
  left: number;
  right: number;
  /** Which side is all the same too small, with all that it could be. */
  short?: 'left' | 'right' | undefined;
  /** Of a difference: why it is there, where the file says that it is known. */
  known?: string | undefined;
  /** What is not reported. */
  unknown: Term[];
}

/**
 * Holds every sum of a flow. Where all is reported both sides are the same; where something on one side is not, the
 * other side is at least as much as the rest, and at most what the other numbers leave for it. What is not reported on
 * the way is stepped over, so that a box which is larger than one before it is always told.
 */
export function checkFlow(flow: Flow): Checked[] {
  const all = lawsOf(flow);
  const single = new Set(flow.sources.flatMap((source) => chainOf(source).map(keyOf)));
  const others = all.filter((law) => !single.has(keyOf(law)));
  const chains = flow.sources.flatMap((source) => bridged(chainOf(source)));
  // A chain that ends in the open goes on to the studies, and is held there.
  const held = chains.filter(
    ({ left, right }) =>
      right.at(-1)?.count !== null ||
      !others.some((law) => law.kind === 'studies' && keyOf(law.left) === keyOf(left)),
  );
  return [...held, ...others].map(checkLaw);
}

const keyOf = (law: Law | Term[]): string => JSON.stringify(law);

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
  const unknown = [...law.left, ...law.right].filter(({ count }) => count === null);
  const [left, right] = [sum(law.left), sum(law.right)];
  const found = { law, left, right, unknown };
  if (mostOf(law.left) < leastOf(law.right)) return { ...found, verdict: 'differs', short: 'left' };
  if (!law.atLeast && mostOf(law.right) < leastOf(law.left)) {
    return { ...found, verdict: 'differs', short: 'right' };
  }
  return { ...found, verdict: isOpen(found) ? 'not checked' : 'adds up' };
}

/** Between reports that are known and studies only what is left is open, which may be nothing. */
function isOpen({ law, left, right, unknown }: Omit<Checked, 'verdict'>): boolean {
  const to = law.right.at(-1);
  if (law.kind !== 'studies' || to?.count === null) return unknown.length > 0;
  return left > right && law.left[0]?.path[2] !== 'included-reports';
}

const sum = (terms: readonly Term[]): number => terms.reduce((total, { count }) => total + (count ?? 0), 0);
