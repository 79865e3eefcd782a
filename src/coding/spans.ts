/** A stretch of the body: code points, from 0, half-open. */
export interface Span {
  start: number;
  end: number;
}

/** The union of spans as spans that neither overlap nor touch, in order. */
export function unionOf(spans: readonly Span[]): Span[] {
  const union: Span[] = [];
  let last: Span | undefined;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else {
      last = { start, end };
      union.push(last);
    }
  }
  return union;
}

/** The index of the first of some ordered spans that ends after a position; their number if none does. */
export function firstEndingAfter(spans: readonly Pick<Span, 'end'>[], position: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What is left of a span outside of others, which are in order and do not overlap, as `unionOf` makes them. */
export function outsideOf({ start, end }: Span, others: readonly Span[]): Span[] {
  const left: Span[] = [];
  let from = start;
  for (let at = firstEndingAfter(others, start); at < others.length; at += 1) {
    const other = others[at];
    if (!other || other.start >= end) break;
    if (other.start > from) left.push({ start: from, end: other.start });
    from = Math.max(from, other.end);
  }
  if (from < end) left.push({ start: from, end });
  return left;
}
