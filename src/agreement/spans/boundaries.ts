import type { Span } from './continuum.ts';

/** Boundaries of one rater: where spans begin and end, each place and code once; the ends of the continuum are none. */
export function boundariesOf(spans: readonly Span[], length: number): Map<number, Set<string>> {
  const found = new Map<number, Set<string>>();
  for (const { start, end, code } of spans) {
    for (const place of [start, end]) {
      if (place === 0 || place === length) continue;
      const here = found.get(place);
      if (here) here.add(code);
      else found.set(place, new Set([code]));
    }
  }
  return found;
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
 * @param near n_t, how many places a near miss spans at most; 2 where it is of places side by side.
 */
export function boundaryEdits(
  first: ReadonlyMap<number, ReadonlySet<string>>,
  second: ReadonlyMap<number, ReadonlySet<string>>,
  near: number,
): BoundaryEdits {
  const places = [...new Set([...first.keys(), ...second.keys()])].sort((a, b) => a - b);
  const left = new Map<number, { first: Set<string>; second: Set<string> }>();
  let matches = 0;
  for (const place of places) {
    const a = first.get(place) ?? nothing;
    const b = second.get(place) ?? nothing;
    const onlyA = new Set([...a].filter((code) => !b.has(code)));
    const onlyB = new Set([...b].filter((code) => !a.has(code)));
    matches += a.size - onlyA.size;
    if (onlyA.size + onlyB.size > 0) left.set(place, { first: onlyA, second: onlyB });
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
        for (const code of [...own].sort()) {
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

const nothing: ReadonlySet<string> = new Set();
