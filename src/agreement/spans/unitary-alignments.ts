import { type Alignable, type Dissimilarity, dissimilarityOf } from './alignable.ts';

/** The unitary alignments that a best alignment may consist of, in the order of their first spans. */
export interface UnitaryAlignments {
  spans: number;
  /** Where the spans of each begin in `members`, and where the last one ends. */
  starts: Int32Array;
  /** The spans, ascending. */
  members: Int32Array;
  /** The disorder of each, in units of Δ∅; 1 for a span alone. */
  disorder: Float64Array;
  /** Of each span, the first of those that begin with it; and their number at the end. */
  first: Int32Array;
  /** What it can cost at most to take a span out of the one it is in. */
  takenOut: Float64Array;
}

/** Above this many, HiGHS runs out of memory. */
const TOO_MANY_ALIGNMENTS = 1_500_000;
/** Above this many steps, or spans near each other, listing them takes longer than somebody waits. */
const TOO_MANY_STEPS = 60_000_000;
const TOO_MANY_NEIGHBOURS = 4_000_000;
/** Every split of a whole unitary alignment is looked at. */
const TOO_MANY_RATERS = 20;

/**
 * Lists every unitary alignment (at most one span a rater) that can be part of a best alignment: those which no
 * split in two makes better. Disorder is the mean dissimilarity over all pairs of raters, where a pair with a rater
 * who has no span costs Δ∅ (Mathet, Widlöcher and Métivier 2015, section 4.4). Their own bound (5.1.1) is the split
 * into spans alone; holding every split against it leaves far fewer.
 *
 * @returns null where there are too many of them.
 */
export function unitaryAlignments(spans: Alignable, dissimilarity: Dissimilarity): UnitaryAlignments | null {
  const { raters, rater } = spans;
  const count = rater.length;
  const pairs = (raters * (raters - 1)) / 2;
  if (raters > TOO_MANY_RATERS) return null;
  const near = neighbours(spans, dissimilarity, pairs + raters - 1);
  if (!near) return null;
  let steps = 0;
  const disorder: number[] = [];
  const members: number[] = [];
  const starts: number[] = [0];
  const first = new Int32Array(count + 1);
  const tuple: number[] = [];
  // Dissimilarities within the tuple, row by row.
  const within = Array.from({ length: raters }, () => new Float64Array(raters));
  const apart = (a: number, b: number): number => (within[a] as Float64Array)[b] as number;

  const isBestWhole = (): boolean => {
    const size = tuple.length;
    for (let part = 1; part < 1 << (size - 1); part++) {
      let across = 0;
      let inPart = 0;
      for (let a = 0; a < size; a++) {
        if (((part >> a) & 1) === 0) continue;
        inPart++;
        for (let b = 0; b < size; b++) if (((part >> b) & 1) === 0) across += apart(a, b);
      }
      if (across >= pairs + inPart * (size - inPart)) return false;
    }
    return true;
  };

  const add = (next: number): void => {
    steps++;
    if (steps > TOO_MANY_STEPS) return;
    if (next === raters) {
      const size = tuple.length;
      steps += 1 << size;
      if (size > 1 && !isBestWhole()) return;
      let sum = pairs - (size * (size - 1)) / 2;
      for (let a = 0; a < size; a++) for (let b = 0; b < a; b++) sum += apart(a, b);
      for (const span of [...tuple].sort((a, b) => a - b)) members.push(span);
      starts.push(members.length);
      disorder.push(sum / pairs);
      return;
    }
    add(next + 1);
    const [head] = tuple as [number, ...number[]];
    if (rater[head] === next) return;
    const size = tuple.length;
    for (let at = near.starts[head] as number; at < (near.starts[head + 1] as number); at++) {
      const span = near.span[at] as number;
      if (rater[span] !== next) continue;
      let sum = near.apart[at] as number;
      const row = within[size] as Float64Array;
      row[0] = sum;
      for (let other = 1; other < size; other++) {
        const far = dissimilarityOf(spans, dissimilarity, tuple[other] as number, span);
        row[other] = far;
        sum += far;
      }
      // Even if each rater to come agreed fully, the span would be better off alone.
      if (sum - size > pairs + (raters - size - 1)) continue;
      for (let other = 0; other < size; other++) {
        (within[other] as Float64Array)[size] = row[other] as number;
      }
      tuple.push(span);
      add(next + 1);
      tuple.pop();
    }
  };

  for (let span = 0; span < count; span++) {
    first[span] = disorder.length;
    tuple.push(span);
    add(0);
    tuple.pop();
    if (disorder.length > TOO_MANY_ALIGNMENTS || steps > TOO_MANY_STEPS) return null;
  }
  first[count] = disorder.length;
  return {
    spans: count,
    starts: Int32Array.from(starts),
    members: Int32Array.from(members),
    disorder: Float64Array.from(disorder),
    first,
    takenOut: takenOut(near.nearest, raters, pairs),
  };
}

interface Neighbours {
  /** Of each span, the later spans of other raters that may stand with it in one unitary alignment. */
  starts: Int32Array;
  span: Int32Array;
  apart: Float64Array;
  /** The least dissimilarity between each span and one of each rater, earlier or later, span by span. */
  nearest: Float64Array;
}

/** A span that is farther from another than `limit` is never aligned with it. */
function neighbours(spans: Alignable, dissimilarity: Dissimilarity, limit: number): Neighbours | null {
  const { rater, start, end, raters } = spans;
  const count = rater.length;
  const starts = new Int32Array(count + 1);
  const span: number[] = [];
  const apart: number[] = [];
  const nearest = new Float64Array(count * raters).fill(Number.POSITIVE_INFINITY);
  let longest = 0;
  let steps = 0;
  for (let one = 0; one < count; one++)
    longest = Math.max(longest, (end[one] as number) - (start[one] as number));
  // The share of lengths by which two spans may differ in place; with α = 0 place says nothing.
  const widest =
    dissimilarity.positional > 0 ? Math.sqrt(limit / dissimilarity.positional) : Number.POSITIVE_INFINITY;
  for (let one = 0; one < count; one++) {
    starts[one] = span.length;
    const reach = (start[one] as number) + widest * ((end[one] as number) - (start[one] as number) + longest);
    for (let other = one + 1; other < count && (start[other] as number) <= reach; other++) {
      steps++;
      if (rater[other] === rater[one]) continue;
      const far = dissimilarityOf(spans, dissimilarity, one, other);
      if (far > limit) continue;
      span.push(other);
      apart.push(far);
      lower(nearest, one * raters + (rater[other] as number), far);
      lower(nearest, other * raters + (rater[one] as number), far);
    }
    if (span.length > TOO_MANY_NEIGHBOURS || steps > TOO_MANY_STEPS) return null;
  }
  starts[count] = span.length;
  return { starts, span: Int32Array.from(span), apart: Float64Array.from(apart), nearest };
}

function lower(values: Float64Array, at: number, value: number): void {
  if (value < (values[at] as number)) values[at] = value;
}

function takenOut(nearest: Float64Array, raters: number, pairs: number): Float64Array {
  const most = new Float64Array(nearest.length / raters);
  for (let span = 0; span < most.length; span++) {
    let sum = 0;
    for (let rater = 0; rater < raters; rater++) {
      sum += Math.max(0, 1 - (nearest[span * raters + rater] as number));
    }
    most[span] = sum / pairs;
  }
  return most;
}
