import type { Reference } from '../reference.ts';
import type { ListedPair } from './decisions.ts';

export interface ResolvedDecisions {
  /**
   * The rows of the list by the ids of two records that are there, both in `pairKey`: those that were decided, one of each
   * decision, else one that was not.
   */
  rows: Map<string, ListedPair[]>;
  /** Rows that say `different` of what is one record already, each with the rows by which it became one. */
  late: { different: ListedPair; because: ListedPair[] }[];
}

/** The list as it reads for the records that are there; a record that was merged is what it was merged into. */
export function resolveDecisions(
  records: readonly Reference[],
  listed: readonly ListedPair[],
): ResolvedDecisions {
  const follow = follower(new Set(records.map(({ id }) => id)), listed);
  const rows: ResolvedDecisions['rows'] = new Map();
  const late: ResolvedDecisions['late'] = [];
  for (const row of listed) {
    const [one, other] = [follow(row.record), follow(row.other)];
    if (one.id === undefined || other.id === undefined) continue;
    if (one.id === other.id) {
      const because = [...new Set([...one.by, ...other.by])];
      if (row.decision === 'different' && because.length > 0) late.push({ different: row, because });
      continue;
    }
    const key = pairKey(one.id, other.id);
    const before = rows.get(key) ?? [];
    if (row.decision === '' && before.length > 0) continue;
    rows.set(key, [...before.filter(({ decision }) => decision !== '' && decision !== row.decision), row]);
  }
  return { rows, late };
}

/** What a record is by now, and the rows that say so; no id where it is not there in any form. */
export interface Followed {
  id: string | undefined;
  by: ListedPair[];
}

/** Follows records that were merged to what they were merged into, by the rows that are the trace of it. */
export function follower(
  there: ReadonlySet<string>,
  listed: readonly ListedPair[],
): (id: string) => Followed {
  const alias = new Map<string, { to: string; row: ListedPair }>();
  for (const row of listed) {
    if (row.decision !== 'same') continue;
    if (!there.has(row.other)) alias.set(row.other, { to: row.record, row });
    else if (!there.has(row.record)) alias.set(row.record, { to: row.other, row });
  }
  return (id) => {
    const by: ListedPair[] = [];
    let at = id;
    // Two rows may lead to each other.
    while (!there.has(at) && by.length <= listed.length) {
      const next = alias.get(at);
      if (!next) break;
      by.push(next.row);
      at = next.to;
    }
    return { id: there.has(at) ? at : undefined, by };
  };
}

export const pairKey = (one: string, other: string): string => [one, other].sort().join('\n');
