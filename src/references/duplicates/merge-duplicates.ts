import { mergeRecords } from '../merge-records.ts';
import type { Reference } from '../reference.ts';
import type { ListedPair } from './decisions.ts';
import { findDuplicates, type Pair } from './find-duplicates.ts';
import { pairKey, resolveDecisions } from './resolve-decisions.ts';

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
 * DOI and decisions merge, and the rest is proposed. Pairs are those of the records as they were given, so that nothing
 * depends on their order, or on which record of a work gives the merged one its year.
 */
export function mergeDuplicates(given: readonly Reference[], decided: readonly ListedPair[]): Merged {
  const pairs = withDecisions(given, findDuplicates(given), decided);
  const records = [...given];
  const merged = new Map<string, number>();
  const gone: Merged['gone'] = [];
  const into = Array.from(records, (_, index) => index);
  for (const group of groupsOf(records, pairs)) {
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
  const kept = records.flatMap((_, index) => (into[index] === index ? [index] : []));
  const places = new Map(kept.map((index, place) => [index, place]));
  const place = (index: number): number => places.get(into[index] as number) as number;
  return {
    records: kept.map((index) => records[index] as Reference),
    proposed: proposals(pairs, place),
    merged,
    gone,
  };
}

/** What is undecided, between the merged records: of several pairs that became one, the most alike. */
function proposals(pairs: readonly DecidedPair[], place: (index: number) => number): Pair[] {
  const found = new Map<string, Pair>();
  const settled = new Set<string>();
  for (const { decision, isCertain, ...pair } of pairs) {
    const [one, other] = [place(pair.a), place(pair.b)];
    const [a, b] = [Math.min(one, other), Math.max(one, other)];
    const key = `${a} ${b}`;
    if (decision === 'different') settled.add(key);
    if (isCertain || decision !== '' || a === b) continue;
    const before = found.get(key);
    if (!before || before.similarity < pair.similarity) found.set(key, { ...pair, isCertain, a, b });
  }
  return [...found]
    .flatMap(([key, pair]) => (settled.has(key) ? [] : [pair]))
    .sort((x, y) => x.a - y.a || x.b - y.b);
}

interface DecidedPair extends Pair {
  decision: ListedPair['decision'];
}

/** With what was decided, and with pairs that were listed before and would not be found any more. */
function withDecisions(
  records: readonly Reference[],
  pairs: readonly Pair[],
  listed: readonly ListedPair[],
): DecidedPair[] {
  const rest = resolveDecisions(records, listed);
  const all: DecidedPair[] = pairs.map((pair) => {
    const [one, other] = [records[pair.a]?.id ?? '', records[pair.b]?.id ?? ''];
    const row = one === '' || other === '' ? undefined : rest.get(pairKey(one, other));
    if (row) rest.delete(pairKey(one, other));
    return decided(pair, row?.decision ?? '');
  });
  const indices = new Map(records.map(({ id }, index) => [id, index] as const));
  for (const [key, { why, similarity, decision }] of rest) {
    const [one = 0, other = 0] = key.split('\n').map((id) => indices.get(id) ?? 0);
    const pair = { a: Math.min(one, other), b: Math.max(one, other), isCertain: false, why };
    all.push(decided({ ...pair, similarity: Number(similarity) || 0 }, decision));
  }
  return all;
}

const decided = (pair: Pair, decision: ListedPair['decision']): DecidedPair => ({
  ...pair,
  decision,
  isCertain: decision === 'same' || (decision === '' && pair.isCertain),
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
