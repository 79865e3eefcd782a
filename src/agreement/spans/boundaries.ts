import type { Span } from './continuum.ts';

/**
 * Boundaries of one rater: where spans begin and end, each place and code once; the ends of the continuum are none.
 *
 * @returns place · codes + number of the code, ascending.
 */
export function boundariesOf(
  spans: readonly Span[],
  length: number,
  numbers: ReadonlyMap<string, number>,
): Float64Array {
  const keys: number[] = [];
  for (const { start, end, code } of spans) {
    for (const place of [start, end]) {
      if (place > 0 && place < length) keys.push(place * numbers.size + (numbers.get(code) ?? 0));
    }
  }
  const inOrder = Float64Array.from(keys).sort();
  return inOrder.filter((key, at) => at === 0 || key !== inOrder[at - 1]);
}

/** What one rater's boundaries have in common with another's, and what would make them the same. */
export interface BoundaryEdits {
  matches: number;
  /** How far the boundaries of each pair of near misses are apart, from 1. */
  nearMisses: number[];
  /** Boundaries of another code at one place. */
  substitutions: number;
  /** Boundaries that the other rater has not: of the first rater, and of the second. */
  onlyFirst: number;
  onlySecond: number;
}

/**
 * Boundary edit distance (Fournier 2013, Proceedings of ACL, 1702–1712, section 3): boundaries of one code that
 * are fewer than `near` places apart are a near miss, the nearest first, from the beginning on; of those left, two
 * codes at one place are a substitution, others an addition. No near miss takes both sides of two substitutions.
 *
 * @param first and `second`: see `boundariesOf`.
 * @param near n_t, how many places a near miss spans at most; 2 where it is of places side by side.
 */
export function boundaryEdits(
  first: Float64Array,
  second: Float64Array,
  near: number,
  codes: number,
): BoundaryEdits {
  const left = new Map<number, { first: Set<number>; second: Set<number> }>();
  const leave = (key: number, side: 'first' | 'second'): void => {
    const place = Math.floor(key / codes);
    const here = left.get(place) ?? { first: new Set(), second: new Set() };
    left.set(place, here);
    here[side].add(key % codes);
  };
  let matches = 0;
  for (let a = 0, b = 0; a < first.length || b < second.length; ) {
    const own = first[a] ?? Number.POSITIVE_INFINITY;
    const other = second[b] ?? Number.POSITIVE_INFINITY;
    if (own === other) matches++;
    else leave(Math.min(own, other), own < other ? 'first' : 'second');
    if (own <= other) a++;
    if (other <= own) b++;
  }
  const nearMisses: number[] = [];
  const open = [...left.keys()];
  for (let apart = 1; apart < near; apart++) {
    for (const place of open) {
      const here = left.get(place);
      const there = left.get(place + apart);
      if (!here || !there) continue;
      for (const [own, other] of [
        [here.first, there.second],
        [here.second, there.first],
      ] as const) {
        for (const code of [...own].sort((one, two) => one - two)) {
          if (!other.has(code)) continue;
          if (here.first.size > 0 && here.second.size > 0 && there.first.size > 0 && there.second.size > 0)
            continue;
          own.delete(code);
          other.delete(code);
          nearMisses.push(apart);
        }
      }
    }
  }
  const edits: BoundaryEdits = { matches, nearMisses, substitutions: 0, onlyFirst: 0, onlySecond: 0 };
  for (const { first: a, second: b } of left.values()) {
    const both = Math.min(a.size, b.size);
    edits.substitutions += both;
    edits.onlyFirst += a.size - both;
    edits.onlySecond += b.size - both;
  }
  return edits;
}
