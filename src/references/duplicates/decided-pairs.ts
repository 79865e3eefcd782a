import type { Reference } from '../reference.ts';
import type { ListedPair } from './decisions.ts';
import type { Pair } from './find-duplicates.ts';
import { pairKey, type ResolvedDecisions } from './resolve-decisions.ts';

/** A pair with what was decided on it; one of which two decisions are listed is there with each. */
export interface DecidedPair extends Pair {
  decision: ListedPair['decision'];
  /** Where the list has it. */
  row: ListedPair | undefined;
}

/** With what was decided, and with pairs that were listed before and would not be found any more. */
export function decidedPairs(
  records: readonly Reference[],
  pairs: readonly Pair[],
  { rows }: ResolvedDecisions,
): DecidedPair[] {
  const rest = new Map(rows);
  const all = pairs.flatMap((pair): DecidedPair[] => {
    const [one, other] = [records[pair.a]?.id ?? '', records[pair.b]?.id ?? ''];
    const own = one === '' || other === '' ? undefined : rest.get(pairKey(one, other));
    if (!own) return [withRow(pair, undefined)];
    rest.delete(pairKey(one, other));
    return own.map((row) => withRow(pair, row));
  });
  const indices = new Map(records.map(({ id }, index) => [id, index] as const));
  for (const [key, own] of rest) {
    const [one = 0, other = 0] = key.split('\n').map((id) => indices.get(id) ?? 0);
    const [a, b] = [Math.min(one, other), Math.max(one, other)];
    for (const row of own) {
      const similarity = Number(row.similarity) || 0;
      all.push(withRow({ a, b, isCertain: false, why: row.why, similarity }, row));
    }
  }
  return all;
}

function withRow(pair: Pair, row: ListedPair | undefined): DecidedPair {
  const decision = row?.decision ?? '';
  const isCertain = decision === 'same' || (decision === '' && pair.isCertain);
  return { ...pair, decision, row, isCertain, ...(decision === 'same' && { why: 'decided' }) };
}
