import type { PassedOver } from './duplicates/candidates.ts';
import { describePairs, type ListedPair } from './duplicates/decisions.ts';
import { mergeDuplicates, type Publication } from './duplicates/merge-duplicates.ts';
import { pairKey } from './duplicates/resolve-decisions.ts';
import type { ToldContradiction } from './duplicates/tell-contradictions.ts';
import { giveIds } from './ids.ts';
import type { Reference } from './reference.ts';

export interface Updated {
  records: Reference[];
  /** All rows of `duplicates.csv`: those to decide first. */
  listed: ListedPair[];
  /** How many pairs wait for a decision, by what speaks for them. */
  waiting: Map<string, number>;
  /** How many records went into another one, by why. */
  merged: Map<string, number>;
  /** Records with ids that are part of others now. */
  gone: { id: string; into: string }[];
  /** Records of works that came out as several kinds or in several years, of which one was taken as a whole. */
  published: { id: string; taken: Publication; left: Publication[] }[];
  passedOver: PassedOver[];
  /** Decisions that contradict each other. */
  contradicted: ToldContradiction[];
}

/**
 * Merges what is one work, gives new records their ids, and lists what is to be decided; decisions stay listed.
 *
 * @param named ids that something stands on, whether their records are there or not.
 */
export function update(
  records: readonly Reference[],
  decided: readonly ListedPair[],
  named: Iterable<string> = [],
): Updated {
  const found = mergeDuplicates(records, decided);
  const taken = [
    ...named,
    ...decided.flatMap(({ record, other }) => [record, other]),
    ...found.gone.map(({ id }) => id),
  ];
  const withIds = giveIds(found.records, taken);
  const idOf = (index: number): string => withIds[index]?.id ?? '';
  const open = found.proposed.map(({ a, b, why, similarity }): ListedPair => {
    return { record: idOf(a), other: idOf(b), why, similarity: rounded(similarity), decision: '' };
  });
  const kept = decided.filter(({ decision }) => decision !== '');
  const traced = new Set(kept.map(({ record, other }) => pairKey(record, other)));
  const traces = found.gone
    .map(({ id, into, why, similarity }): ListedPair => {
      return { record: into, other: id, why, similarity: rounded(similarity), decision: 'same' };
    })
    .filter(({ record, other }) => !traced.has(pairKey(record, other)));
  const waiting = new Map<string, number>();
  for (const { why } of found.proposed) waiting.set(why, (waiting.get(why) ?? 0) + 1);
  const contradicted = found.contradicted.map(({ different, because }) => ({
    different,
    because: because.map((link) => ('row' in link ? link : { one: idOf(link.a), other: idOf(link.b) })),
  }));
  const { merged, gone, passedOver } = found;
  return {
    records: withIds,
    listed: [...open, ...describePairs([...kept, ...traces], records)],
    waiting,
    merged,
    gone,
    published: found.published.map(({ at, ...rest }) => ({ id: idOf(at), ...rest })),
    passedOver,
    contradicted,
  };
}

/** On which line of the written list a row stands. */
export const lineIn =
  (listed: readonly ListedPair[]) =>
  (row: ListedPair): number =>
    listed.findIndex(
      ({ record, other, decision }) =>
        record === row.record && other === row.other && decision === row.decision,
    ) + 2;

const rounded = (similarity: number): string => similarity.toFixed(2);
