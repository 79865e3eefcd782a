import { cohenKappa } from '../cohen-kappa.ts';
import { encodeRatings } from '../ratings.ts';
import type { Continuum, Span, SpanData } from './continuum.ts';
import { pairedSpans, type SameSpan, sharedLength } from './match-spans.ts';
import { inOrder } from './merge-spans.ts';
import { withDocuments } from './over-documents.ts';
import { emptyResult, type SpanAgreement, type SpanOptions } from './span-agreement.ts';

/**
 * Whether raters gave the same codes where they marked the same passages: of all pairs of passages of two raters that share
 * enough of their length, and neither of which shares more with another, the mean share of codes that both gave among those that either did (1 for the same code). A
 * passage is a place with all the codes that its rater has there. For two raters also Cohen's kappa of the pairs in
 * which either has one code.
 *
 * Beside `unitising-f1` it tells choosing passages and naming them apart (Campbell, Quincy, Osserman and Pedersen 2013,
 * Sociological Methods & Research 42, 294–320).
 */
export function codingAgreement(data: SpanData, near: SameSpan, options: SpanOptions): SpanAgreement {
  const { raters, continua } = data;
  const head = emptyResult(data, 'coding-agreement');
  const pairs = continua.map((one) => pairsIn(one, near));
  const sums = pairs.map((all) => ({
    same: all.reduce((sum, [a, b]) => sum + sharedCodes(a, b), 0),
    pairs: all.length,
  }));
  const valueAt = (times?: Float64Array): number | null => {
    let same = 0;
    let count = 0;
    for (const [at, one] of sums.entries()) {
      const often = times ? (times[at] as number) : 1;
      same += often * one.same;
      count += often * one.pairs;
    }
    return count > 0 ? same / count : null;
  };
  const value = valueAt();
  if (value === null) return { ...head, reason: 'no two raters marked the same passage' };
  const kappa = raters.length === 2 ? kappaOf(raters, pairs.flat()) : null;
  const details = { 'passages matched': pairs.flat().length, ...(kappa !== null && { kappa }) };
  const names = continua.map(({ document }) => document);
  return withDocuments({ ...head, value, details }, names, valueAt, options);
}

interface Passage extends Span {
  codes: ReadonlySet<string>;
}

function passagesOf(spans: readonly Span[]): Passage[] {
  const found = new Map<string, Passage & { codes: Set<string> }>();
  for (const span of inOrder(spans)) {
    const key = `${span.start} ${span.end}`;
    const here = found.get(key);
    if (here) here.codes.add(span.code);
    else found.set(key, { ...span, codes: new Set([span.code]) });
  }
  return [...found.values()];
}

function pairsIn({ spans }: Continuum, near: SameSpan): [Passage, Passage][] {
  const all = spans.map(passagesOf);
  return all.flatMap((first, rater) =>
    all.slice(rater + 1).flatMap((second) => nearest(pairedSpans(first, second, near))),
  );
}

/** The pairs whose passages have no better partner in another pair. */
function nearest(pairs: readonly [Passage, Passage][]): [Passage, Passage][] {
  const most = new Map<Passage, number>();
  for (const [a, b] of pairs) {
    const shared = sharedLength(a, b);
    for (const one of [a, b]) most.set(one, Math.max(most.get(one) ?? 0, shared));
  }
  return pairs.filter(([a, b]) => {
    const shared = sharedLength(a, b);
    return shared === most.get(a) && shared === most.get(b);
  });
}

function sharedCodes({ codes: a }: Passage, { codes: b }: Passage): number {
  const both = [...a].filter((code) => b.has(code)).length;
  return both / (a.size + b.size - both);
}

function kappaOf(raters: readonly string[], pairs: readonly [Passage, Passage][]): number | null {
  const single = pairs.filter(([a, b]) => a.codes.size === 1 && b.codes.size === 1);
  if (single.length === 0) return null;
  const labels = [single.map(([a]) => a.code), single.map(([, b]) => b.code)];
  return cohenKappa(encodeRatings(raters, labels), { interval: 'none' }).value;
}
