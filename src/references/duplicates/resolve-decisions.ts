import type { Reference } from '../reference.ts';
import type { ListedPair } from './decisions.ts';

/**
 * The rows of the list by the ids of records that are there; a record that was merged is what it was merged into. Of two
 * rows about the same records one that was decided counts, and of two decisions the later.
 */
export function resolveDecisions(
  records: readonly Reference[],
  listed: readonly ListedPair[],
): Map<string, ListedPair> {
  const there = new Set(records.map(({ id }) => id));
  const alias = new Map<string, string>();
  for (const { record, other, decision } of listed) {
    if (decision !== 'same') continue;
    if (!there.has(other)) alias.set(other, record);
    else if (!there.has(record)) alias.set(record, other);
  }
  const resolved = (id: string): string => {
    let at = id;
    // Two rows may lead to each other.
    for (let steps = 0; !there.has(at) && steps < listed.length; steps++) at = alias.get(at) ?? at;
    return at;
  };
  const found = new Map<string, ListedPair>();
  for (const row of listed) {
    const [one, other] = [resolved(row.record), resolved(row.other)];
    if (one === other || !there.has(one) || !there.has(other)) continue;
    const key = pairKey(one, other);
    if (row.decision !== '' || !found.has(key)) found.set(key, row);
  }
  return found;
}

export const pairKey = (one: string, other: string): string => [one, other].sort().join('\n');
