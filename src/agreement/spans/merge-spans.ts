import type { Span } from './continuum.ts';

/** Spans in the order in which they begin. */
export function inOrder(spans: readonly Span[]): readonly Span[] {
  return isInOrder(spans) ? spans : [...spans].sort(compare);
}

const compare = (a: Span, b: Span): number =>
  a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/** Logs and files mostly have them so, and a look is cheaper than sorting. */
function isInOrder(spans: readonly Span[]): boolean {
  for (let at = 1; at < spans.length; at++)
    if (compare(spans[at - 1] as Span, spans[at] as Span) > 0) return false;
  return true;
}

/**
 * One rater's spans of one code with those that overlap made one; spans that only touch stay apart. Ascending,
 * and without overlap.
 */
export function mergeOverlapping(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of inOrder(spans)) {
    const last = merged.at(-1);
    if (last && span.start < last.end)
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}

/** The spans without those that a rater has twice: place and code the same. */
export function withoutRepeated(spans: readonly Span[]): Span[] {
  return inOrder(spans).filter(
    (span, at, all) =>
      at === 0 ||
      span.start !== all[at - 1]?.start ||
      span.end !== all[at - 1]?.end ||
      span.code !== all[at - 1]?.code,
  );
}
