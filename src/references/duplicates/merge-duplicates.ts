import { mergeRecords } from '../merge-records.ts';
import type { Reference } from '../reference.ts';
import type { ListedPair } from './decisions.ts';
import { findDuplicates, type Pair } from './find-duplicates.ts';

export interface Merged {
  records: Reference[];
  /** Indices into `records`; whatever nobody has decided. */
  proposed: Pair[];
  /** How many records went into another one, by what showed that they are one work. */
  merged: Map<string, number>;
  /** Records with ids that went into others. */
  gone: { id: string; into: string; why: string; similarity: number }[];
}

/**
 * Merges what is one work for certain, or was decided to be, into the earliest record of it, and proposes the other
 * pairs. Where certain pairs lead from one DOI to another, or to a record that was decided to be different, only the same
 * DOI and decisions merge, and the rest is proposed: so nothing depends on the order of the records.
 */
export function mergeDuplicates(given: readonly Reference[], decided: readonly ListedPair[]): Merged {
  let records = [...given];
  const merged = new Map<string, number>();
  const gone: Merged['gone'] = [];
  for (;;) {
    const pairs = withDecisions(records, findDuplicates(records), decisions(records, decided, gone));
    const groups = groupsOf(records, pairs);
    const into = Array.from(records, (_, index) => index);
    for (const group of groups) {
      const [first, ...others] = group.members as [number, ...number[]];
      for (const other of others) {
        into[other] = first;
        const { why, similarity } = group.because(other);
        merged.set(why, (merged.get(why) ?? 0) + 1);
        const [kept, lost] = [records[first]?.id ?? '', records[other]?.id ?? ''];
        if (lost !== '' && kept !== '') gone.push({ id: lost, into: kept, why, similarity });
      }
      records[first] = mergeRecords(group.members.map((index) => records[index] as Reference));
    }
    if (groups.length === 0) {
      const proposed = pairs.filter(({ isCertain, decision }) => !isCertain && decision === '');
      return { records, proposed, merged, gone };
    }
    records = records.filter((_, index) => into[index] === index);
  }
}

interface DecidedPair extends Pair {
  decision: ListedPair['decision'];
}

/** Decisions by ids of records that are there; what was merged is what it was merged into. */
function decisions(
  records: readonly Reference[],
  decided: readonly ListedPair[],
  gone: Merged['gone'],
): Map<string, ListedPair['decision']> {
  const there = new Set(records.map(({ id }) => id));
  const alias = new Map<string, string>();
  for (const { record, other, decision } of decided) {
    if (decision !== 'same') continue;
    if (!there.has(other)) alias.set(other, record);
    else if (!there.has(record)) alias.set(record, other);
  }
  for (const { id, into } of gone) alias.set(id, into);
  const resolved = (id: string): string => {
    let at = id;
    for (let steps = 0; !there.has(at) && steps < 100; steps++) at = alias.get(at) ?? at;
    return at;
  };
  const found = new Map<string, ListedPair['decision']>();
  for (const { record, other, decision } of decided) {
    const [one, two] = [resolved(record), resolved(other)];
    if (decision !== '' && one !== two && there.has(one) && there.has(two))
      found.set(pairKey(one, two), decision);
  }
  return found;
}

export const pairKey = (one: string, other: string): string => [one, other].sort().join('\n');

function withDecisions(
  records: readonly Reference[],
  pairs: readonly Pair[],
  found: ReadonlyMap<string, ListedPair['decision']>,
): DecidedPair[] {
  const rest = new Map(found);
  const all: DecidedPair[] = pairs.map((pair) => {
    const [one, other] = [records[pair.a]?.id ?? '', records[pair.b]?.id ?? ''];
    const decision = one === '' || other === '' ? undefined : rest.get(pairKey(one, other));
    if (decision === undefined) return { ...pair, decision: '' };
    rest.delete(pairKey(one, other));
    return decided(pair, decision);
  });
  const indices = new Map(records.map(({ id }, index) => [id, index] as const));
  for (const [key, decision] of rest) {
    const [a = 0, b = 0] = key
      .split('\n')
      .map((id) => indices.get(id) ?? 0)
      .sort((x, y) => x - y);
    all.push(decided({ a, b, isCertain: false, why: '', similarity: 0 }, decision));
  }
  return all;
}

const decided = (pair: Pair, decision: 'same' | 'different' | ''): DecidedPair => ({
  ...pair,
  decision,
  isCertain: decision === 'same',
  ...(decision === 'same' && { why: 'decided' }),
});

interface Group {
  /** The earliest first. */
  members: number[];
  because: (member: number) => Pair;
}

function groupsOf(records: readonly Reference[], pairs: DecidedPair[]): Group[] {
  const certain = pairs.filter(({ isCertain }) => isCertain);
  const different = pairs.filter(({ decision }) => decision === 'different');
  const whole = join(records.length, certain);
  const doubtful = contradicted(records, whole, different);
  for (const pair of certain) {
    if (!doubtful.has(whole(pair.a)) || pair.why === 'same DOI' || pair.decision === 'same') continue;
    pair.isCertain = false;
    pair.why = `${pair.why}, and others of the same title contradict it`;
  }
  const kept = certain.filter(({ isCertain }) => isCertain);
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
  return [...members.values()].map((group) => ({
    members: group.sort((x, y) => x - y),
    because: (member) => reasons.get(member) as Pair,
  }));
}

/** The groups that hold two DOIs, or a pair that was decided to be different. */
function contradicted(
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

/** Of each index the least that pairs lead to. */
function join(size: number, pairs: readonly Pair[]): (index: number) => number {
  const above = Int32Array.from({ length: size }, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (above[at] !== at) {
      above[at] = above[above[at] as number] as number;
      at = above[at] as number;
    }
    return at;
  };
  for (const { a, b } of pairs) {
    const [one, other] = [root(a), root(b)];
    above[Math.max(one, other)] = Math.min(one, other);
  }
  return root;
}
