import type { Span } from './continuum.ts';

/** Whether two spans that overlap are the same for a purpose. */
export type SameSpan = (a: Span, b: Span) => boolean;

/**
 * The most pairs of one rater's spans with another's, each span in one pair at most, that `same` lets be pairs: a maximum
 * matching by augmenting paths (Kuhn 1955; Berge 1957). Only spans that share a place are tried.
 *
 * @param first and `second`: in the order in which they begin.
 * @returns of each of the first, the number of the second's span; -1 for none.
 */
export function matchSpans(first: readonly Span[], second: readonly Span[], same: SameSpan): Int32Array {
  const partners = candidates(first, second, same);
  const ofFirst = new Int32Array(first.length).fill(-1);
  const ofSecond = new Int32Array(second.length).fill(-1);
  // What led nowhere leads nowhere until the matching changes.
  let seen = new Set<number>();
  for (const start of first.keys()) {
    const path: [number, number][] = [];
    if (augment(start, partners, ofSecond, seen, path)) {
      for (const [one, other] of path) {
        ofFirst[one] = other;
        ofSecond[other] = one;
      }
      seen = new Set();
    }
  }
  return ofFirst;
}

/** Finds a way to give `start` a partner by moving others to other partners; without recursion, for chains may be long. */
function augment(
  start: number,
  partners: readonly (readonly number[])[],
  ofSecond: Int32Array,
  seen: Set<number>,
  path: [number, number][],
): boolean {
  const open: { one: number; next: number }[] = [{ one: start, next: 0 }];
  while (open.length > 0) {
    const at = open.at(-1) as { one: number; next: number };
    const other = partners[at.one]?.[at.next];
    if (other === undefined) {
      open.pop();
      path.pop();
      continue;
    }
    at.next++;
    if (seen.has(other)) continue;
    seen.add(other);
    path.push([at.one, other]);
    const holder = ofSecond[other] as number;
    if (holder < 0) return true;
    open.push({ one: holder, next: 0 });
  }
  return false;
}

/** Every pair of one rater's spans with another's that `same` lets be one. */
export function pairedSpans<Own extends Span>(
  first: readonly Own[],
  second: readonly Own[],
  same: SameSpan,
): [Own, Own][] {
  const partners = candidates(first, second, same);
  return first.flatMap((span, at) =>
    (partners[at] ?? []).map((other): [Own, Own] => [span, second[other] as Own]),
  );
}

function candidates(first: readonly Span[], second: readonly Span[], same: SameSpan): number[][] {
  // The furthest end so far, so that spans which begin before another one, and reach into it, are found.
  const furthest = new Float64Array(second.length);
  for (const [at, { end }] of second.entries())
    furthest[at] = Math.max(end, at > 0 ? (furthest[at - 1] as number) : 0);
  let from = 0;
  return first.map((span) => {
    while (from < second.length && (furthest[from] as number) <= span.start) from++;
    const found: number[] = [];
    for (let at = from; at < second.length; at++) {
      const other = second[at] as Span;
      if (other.start >= span.end) break;
      if (other.end > span.start && same(span, other)) found.push(at);
    }
    return found;
  });
}

/** The length that two spans share, as a share of the length that either has (Jaccard), from 0 to 1. */
export function sharedLength(a: Span, b: Span): number {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return both <= 0 ? 0 : both / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
