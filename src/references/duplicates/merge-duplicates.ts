import { mergeRecords } from '../merge-records.ts';
import { areOtherPublications, publicationOf } from '../publication.ts';
import type { Reference } from '../reference.ts';
import type { PassedOver } from './candidates.ts';
import type { Contradiction } from './contradictions.ts';
import { type DecidedPair, decidedPairs } from './decided-pairs.ts';
import type { ListedPair } from './decisions.ts';
import { findDuplicates, type Pair } from './find-duplicates.ts';
import { groupsOf } from './groups.ts';
import { resolveDecisions } from './resolve-decisions.ts';

/** The kind of a work, and when it came out; blank where it is not given. */
export type Publication = Pick<Reference, 'type' | 'year'>;

export interface Merged {
  records: Reference[];
  /** Indices into `records`; whatever nobody has decided. */
  proposed: Pair[];
  /** How many records went into another one, by what showed that they are one work. */
  merged: Map<string, number>;
  /** Records with ids that went into others. */
  gone: { id: string; into: string; why: string; similarity: number }[];
  /** What came out as several kinds or in several years, and what was taken of it; an index into `records`. */
  published: { at: number; taken: Publication; left: Publication[] }[];
  passedOver: PassedOver[];
  /** Decisions that contradict each other; indices into `records`. */
  contradicted: Contradiction[];
}

/**
 * Merges what is one work for certain, or was decided to be, into the earliest record of it, and proposes the other
 * pairs. Where certain pairs lead from one DOI to another, or to a record that was decided to be different, only the same
 * DOI and decisions merge, and the rest is proposed; where these contradict a decision, too, nothing of the group is merged. Pairs are those of the records as they were given, so that nothing
 * depends on their order, or on which record of a work gives the merged one its year.
 */
export function mergeDuplicates(given: readonly Reference[], decided: readonly ListedPair[]): Merged {
  const passedOver: PassedOver[] = [];
  const resolved = resolveDecisions(given, decided);
  const pairs = decidedPairs(
    given,
    findDuplicates(given, (all) => passedOver.push(...all)),
    resolved,
  );
  const records = [...given];
  const merged = new Map<string, number>();
  const gone: Merged['gone'] = [];
  const published: { first: number; taken: Publication; left: Publication[] }[] = [];
  const into = Array.from(records, (_, index) => index);
  const { groups, contradicted } = groupsOf(records, pairs);
  for (const group of groups) {
    const [first, ...others] = group.members as [number, ...number[]];
    for (const other of others) {
      into[other] = first;
      const { why, similarity } = group.because(other);
      merged.set(why, (merged.get(why) ?? 0) + 1);
      const [kept, lost] = [records[first]?.id ?? '', records[other]?.id ?? ''];
      if (lost !== '' && kept !== '') gone.push({ id: lost, into: kept, why, similarity });
    }
    const members = group.members.map((index) => records[index] as Reference);
    const taken = publicationOf(members);
    const left = members.filter((one) => areOtherPublications(taken, one));
    if (left.length > 0) published.push({ first, taken: shortly(taken), left: left.map(shortly) });
    records[first] = mergeRecords(members);
  }
  const kept = records.flatMap((_, index) => (into[index] === index ? [index] : []));
  const places = new Map(kept.map((index, place) => [index, place]));
  const place = (index: number): number => places.get(into[index] as number) as number;
  return {
    records: kept.map((index) => records[index] as Reference),
    proposed: proposals(pairs, place),
    merged,
    gone,
    published: published.map(({ first, ...rest }) => ({ at: place(first), ...rest })),
    passedOver,
    contradicted: [
      ...resolved.late.map(({ different, because }) => ({
        different,
        because: because.map((row) => ({ row })),
      })),
      ...contradicted.map(({ different, because }) => ({
        different,
        because: because.map((link) => ('row' in link ? link : { a: place(link.a), b: place(link.b) })),
      })),
    ],
  };
}

const shortly = ({ type, year }: Reference): Publication => ({ type, year });

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
