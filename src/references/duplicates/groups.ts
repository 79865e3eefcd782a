import type { Reference } from '../reference.ts';
import { type Contradiction, contradictions } from './contradictions.ts';
import type { DecidedPair } from './decided-pairs.ts';
import type { Pair } from './find-duplicates.ts';
import { join } from './join.ts';

/** Records that are one work. */
export interface Group {
  /** The earliest first. */
  members: number[];
  because: (member: number) => Pair;
}

/** The groups of what is certain; pairs that others make doubtful are no longer certain then. */
export function groupsOf(
  records: readonly Reference[],
  pairs: readonly DecidedPair[],
): { groups: Group[]; contradicted: Contradiction[] } {
  const certain = pairs.filter(({ isCertain }) => isCertain);
  const different = pairs.filter(({ decision }) => decision === 'different');
  const whole = join(records.length, certain);
  const doubtful = doubtfulGroups(records, whole, different);
  for (const pair of certain) {
    if (!doubtful.has(whole(pair.a)) || pair.why === 'same DOI' || pair.decision === 'same') continue;
    doubt(pair, 'and others of the same title contradict it');
  }
  const firm = certain.filter(({ isCertain }) => isCertain);
  const { found, isContradicted } = contradictions(records.length, firm, different);
  const kept = firm.filter(({ a }) => !isContradicted(a));
  for (const pair of firm) if (isContradicted(pair.a)) doubt(pair, 'and decisions contradict it');
  const roots = join(records.length, kept);
  const members = new Map<number, number[]>();
  const reasons = new Map<number, Pair>();
  for (const pair of kept) {
    for (const one of [pair.a, pair.b]) {
      const group = members.get(roots(one)) ?? [];
      if (!group.includes(one)) group.push(one);
      members.set(roots(one), group);
      const before = reasons.get(one);
      if (!before || pair.similarity > before.similarity) reasons.set(one, pair);
    }
  }
  const groups = [...members.values()].map((group) => ({
    members: group.sort((x, y) => x - y),
    because: (member: number) => reasons.get(member) as Pair,
  }));
  return { groups, contradicted: found };
}

function doubt(pair: DecidedPair, why: string): void {
  pair.isCertain = false;
  pair.why = `${pair.why}, ${why}`;
}

/** The groups that hold two DOIs, or a pair that was decided to be different. */
function doubtfulGroups(
  records: readonly Reference[],
  root: (index: number) => number,
  different: readonly Pair[],
): Set<number> {
  const dois = new Map<number, string>();
  const found = new Set<number>();
  records.forEach(({ doi }, index) => {
    if (doi === '') return;
    const before = dois.get(root(index));
    if (before !== undefined && before !== doi) found.add(root(index));
    dois.set(root(index), doi);
  });
  for (const { a, b } of different) if (root(a) === root(b)) found.add(root(a));
  return found;
}
