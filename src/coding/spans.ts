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
