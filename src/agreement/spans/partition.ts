import type { Continuum, Span } from './continuum.ts';
import { inOrder } from './merge-spans.ts';

/** A continuum from end to end as one rater sees it: units with a value, and gaps, which have none. */
export interface Partition {
  /** Where each section ends; it begins where the one before ends. */
  end: Float64Array;
  /** The number of its value; -1 for a gap. */
  value: Int32Array;
}

/** One rater's spans as sections, or the first two that overlap, for then there is no such partition. */
export function partition(
  length: number,
  spans: readonly Span[],
  numberOf: (code: string) => number,
): Partition | [Span, Span] {
  const end: number[] = [];
  const value: number[] = [];
  let from = 0;
  let last: Span | undefined;
  for (const span of inOrder(spans)) {
    if (last && span.start < last.end) return [last, span];
    last = span;
    if (span.start > from) {
      end.push(span.start);
      value.push(-1);
    }
    end.push(span.end);
    value.push(numberOf(span.code));
    from = span.end;
  }
  if (from < length) {
    end.push(length);
    value.push(-1);
  }
  return { end: Float64Array.from(end), value: Int32Array.from(value) };
}

/** Calls for every stretch in which both raters' sections stay the same: their numbers, and its length. */
export function sweepPair(
  a: Partition,
  b: Partition,
  each: (a: number, b: number, length: number) => void,
): void {
  let from = 0;
  for (let one = 0, other = 0; one < a.end.length && other < b.end.length; ) {
    const [endA, endB] = [a.end[one] as number, b.end[other] as number];
    const to = Math.min(endA, endB);
    each(one, other, to - from);
    from = to;
    if (endA === to) one++;
    if (endB === to) other++;
  }
}

/** "ben's a at 10–20 and b at 15–30 in doc". */
export function tellOverlap(
  { document }: Pick<Continuum, 'document'>,
  rater: string,
  [a, b]: [Span, Span],
): string {
  return `${rater}'s spans overlap: ${a.code} at ${a.start}–${a.end} and ${b.code} at ${b.start}–${b.end} in ${document}`;
}
