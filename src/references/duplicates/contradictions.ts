import type { DecidedPair } from './decided-pairs.ts';
import type { ListedPair } from './decisions.ts';
import { join } from './join.ts';

/** A row that says `different` of two records that decisions and DOIs make one work. */
export interface Contradiction {
  different: ListedPair;
  /** What makes them one, from the one record to the other: a row that says `same`, or indices of records with one DOI. */
  because: ({ row: ListedPair } | { a: number; b: number })[];
}

/** @param same pairs that would be merged. */
export function contradictions(
  size: number,
  same: readonly DecidedPair[],
  different: readonly DecidedPair[],
): { found: Contradiction[]; isContradicted: (index: number) => boolean } {
  const root = join(size, same);
  const between = different.filter(({ a, b }) => root(a) === root(b));
  const groups = new Set(between.map(({ a }) => root(a)));
  const linked = new Map<number, DecidedPair[]>();
  for (const pair of same) {
    if (!groups.has(root(pair.a))) continue;
    for (const end of [pair.a, pair.b]) linked.set(end, [...(linked.get(end) ?? []), pair]);
  }
  const found = between.flatMap(({ a, b, row }): Contradiction[] => {
    if (!row) return [];
    const because = path(linked, a, b).map((pair) =>
      pair.row?.decision === 'same' ? { row: pair.row } : { a: pair.a, b: pair.b },
    );
    return [{ different: row, because }];
  });
  return { found, isContradicted: (index) => groups.has(root(index)) };
}

/** The shortest way from one record to another. */
function path(linked: ReadonlyMap<number, readonly DecidedPair[]>, from: number, to: number): DecidedPair[] {
  const cameBy = new Map<number, DecidedPair | undefined>([[from, undefined]]);
  for (const at of cameBy.keys()) {
    if (at === to) break;
    for (const pair of linked.get(at) ?? []) {
      const next = pair.a === at ? pair.b : pair.a;
      if (!cameBy.has(next)) cameBy.set(next, pair);
    }
  }
  const way: DecidedPair[] = [];
  let at = to;
  for (let pair = cameBy.get(to); pair; pair = cameBy.get(at)) {
    way.unshift(pair);
    at = pair.a === at ? pair.b : pair.a;
  }
  return way;
}
