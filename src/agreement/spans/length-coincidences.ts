import type { SpanData } from './continuum.ts';
import { type Partition, partition, sweepPair, tellOverlap } from './partition.ts';

/** Lengths in which values of raters meet, over all pairs of raters and divided by m − 1, and what chance makes of them. */
export interface LengthCoincidences extends Lengths {
  /** The same of each continuum. */
  each: readonly Lengths[];
}

interface Lengths {
  /** Of each code, and of gaps, over all raters. */
  lengths: Float64Array;
  gap: number;
  /** Of each code the sum of the squared lengths of its units. */
  squares: Float64Array;
  /** mL. */
  whole: number;
  /** Where two have both marked nothing. */
  gaps: number;
  /** Of places alone that two raters have both marked. */
  both: {
    lengths: Float64Array;
    diagonal: Float64Array;
    total: number;
    /** Of each code the sum of squares of what of its units another rater has marked too, in the mean over the others. */
    squares: Float64Array;
  };
}

/** From raters' spans, or where one's overlap, in words. */
export function coincidences(
  { raters, continua }: SpanData,
  codes: readonly string[],
): LengthCoincidences | string {
  const numbers = new Map(codes.map((code, number) => [code, number]));
  const each: Lengths[] = [];
  for (const continuum of continua) {
    const parts: Partition[] = [];
    for (const [place, own] of continuum.spans.entries()) {
      const found = partition(continuum.length, own, (code) => numbers.get(code) ?? -1);
      if (Array.isArray(found)) return tellOverlap(continuum, raters[place] ?? '', found);
      parts.push(found);
    }
    each.push(lengthsOf(parts, continuum.length, codes.length));
  }
  const times = new Float64Array(each.length).fill(1);
  return weighCoincidences({ each, ...none(codes.length) }, times);
}

/** The sums over continua, each counted as often as `times` says. */
export function weighCoincidences(
  { each, lengths }: LengthCoincidences,
  times: Float64Array,
): LengthCoincidences {
  const sum = none(lengths.length);
  for (const [at, one] of each.entries()) {
    const often = times[at] as number;
    if (often === 0) continue;
    add(sum.lengths, one.lengths, often);
    add(sum.squares, one.squares, often);
    add(sum.both.lengths, one.both.lengths, often);
    add(sum.both.diagonal, one.both.diagonal, often);
    add(sum.both.squares, one.both.squares, often);
    sum.gap += often * one.gap;
    sum.whole += often * one.whole;
    sum.gaps += often * one.gaps;
    sum.both.total += often * one.both.total;
  }
  return { each, ...sum };
}

function none(codes: number): Lengths {
  const zeros = () => new Float64Array(codes);
  return {
    lengths: zeros(),
    gap: 0,
    squares: zeros(),
    whole: 0,
    gaps: 0,
    both: { lengths: zeros(), diagonal: zeros(), total: 0, squares: zeros() },
  };
}

function add(sum: Float64Array, values: Float64Array, times: number): void {
  for (let at = 0; at < sum.length; at++) bump(sum, at, (values[at] as number) * times);
}

function lengthsOf(parts: readonly Partition[], length: number, codes: number): Lengths {
  const found = none(codes);
  found.whole = parts.length * length;
  // Both directions of a pair of raters, divided by m − 1.
  const share = 1 / (parts.length - 1);
  for (const [rater, own] of parts.entries()) {
    let from = 0;
    for (let at = 0; at < own.end.length; at++) {
      const long = (own.end[at] as number) - from;
      from = own.end[at] as number;
      const value = own.value[at] as number;
      if (value < 0) found.gap += long;
      else {
        bump(found.lengths, value, long);
        bump(found.squares, value, long * long);
      }
    }
    for (const other of parts.slice(0, rater)) {
      sweepPair(own, other, (one, two, long) => {
        const [a, b] = [own.value[one] as number, other.value[two] as number];
        const both = 2 * share * long;
        if (a < 0 && b < 0) found.gaps += both;
        if (a < 0 || b < 0) return;
        found.both.total += both;
        bump(found.both.lengths, a, share * long);
        bump(found.both.lengths, b, share * long);
        if (a !== b) return;
        bump(found.both.diagonal, a, both);
      });
    }
  }
  addPairable(found.both.squares, parts);
  return found;
}

/** Of each unit the square of the length of it that another rater has marked, in the mean over the others. */
function addPairable(squares: Float64Array, parts: readonly Partition[]): void {
  for (const [rater, own] of parts.entries()) {
    const pairable = new Float64Array(own.end.length);
    for (const [place, other] of parts.entries()) {
      if (place === rater) continue;
      sweepPair(own, other, (one, two, long) => {
        if ((other.value[two] as number) >= 0) bump(pairable, one, long / (parts.length - 1));
      });
    }
    for (const [at, long] of pairable.entries()) {
      const value = own.value[at] as number;
      if (value >= 0) bump(squares, value, long * long);
    }
  }
}

function bump(values: Float64Array, at: number, by: number): void {
  values[at] = (values[at] as number) + by;
}
