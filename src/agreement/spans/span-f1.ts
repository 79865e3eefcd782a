import { codingAgreement } from './coding-agreement.ts';
import { byCode, type Span, type SpanData, withSpans } from './continuum.ts';
import { matchSpans, type SameSpan, sharedLength } from './match-spans.ts';
import { mergeOverlapping, withoutRepeated } from './merge-spans.ts';
import { withDocuments } from './over-documents.ts';
import { emptyResult, nothingMarked, type SpanAgreement, type SpanOptions } from './span-agreement.ts';

export interface SpanF1Options extends SpanOptions {
  /** How much of the length of two spans together they share at least to be one; 0.5 where not said. */
  minimum?: number | undefined;
}

/** What one way of comparing found in one continuum, over all pairs of raters. */
interface Found {
  both: number;
  /** Of the first rater of each pair, and of the second. */
  first: number;
  second: number;
}

type Compare = (first: readonly Span[], second: readonly Span[]) => Found;

/**
 * Precision, recall and F1 between raters, of all pairs together: 2 · both / (first + second). No chance is taken off, for
 * a passage could stand at so many places that none is left to chance: kappa of rare spans comes to the same F1
 * (Hripcsak and Rothschild 2005, Journal of the American Medical Informatics Association 12, 296–298).
 *
 * - `span-f1-exact`: spans with the same beginning, end and code
 * - `span-f1-overlap`: spans of one code that share the minimum of their joint length, one to one, as many as can be
 * - `span-f1-character`: characters with a code, however cut into spans
 * - `unitising-f1`: `span-f1-overlap` whatever the codes are; `coding-agreement` says the rest of it
 *
 * Precision and recall take the first rater of each pair as what should be found. Spans that a rater has twice
 * count once.
 */
export function spanF1(data: SpanData, options: SpanF1Options = {}): SpanAgreement[] {
  const { minimum = 0.5 } = options;
  if (!(minimum > 0 && minimum <= 1)) throw new RangeError('the minimum overlap is above 0 and at most 1');
  const near: SameSpan = (a, b) => sharedLength(a, b) >= minimum;
  const ways: [string, Compare][] = [
    ['span-f1-exact', compareBy((a, b) => a.code === b.code && a.start === b.start && a.end === b.end)],
    ['span-f1-overlap', compareBy((a, b) => a.code === b.code && near(a, b))],
    ['span-f1-character', compareCharacters],
  ];
  const unitising = compareBy(near);
  const nothing = nothingMarked(data);
  if (nothing !== null) {
    return [...ways.map(([measure]) => measure), 'unitising-f1', 'coding-agreement'].map((measure) => ({
      ...emptyResult(data, measure),
      reason: nothing,
    }));
  }
  const codes = byCode(data);
  return [
    ...ways.map(([measure, compare]) => f1(data, measure, compare, options)),
    f1(placesOf(data), 'unitising-f1', unitising, options),
    codingAgreement(data, near, options),
    ...(codes.size > 1 ? [...codes] : []).flatMap(([code, own]) =>
      ways.map(([measure, compare]) => f1(own, measure, compare, options, code)),
    ),
  ];
}

function f1(
  data: SpanData,
  measure: string,
  compare: Compare,
  options: SpanF1Options,
  code?: string,
): SpanAgreement {
  const found = data.continua.map(({ spans }) => overPairs(spans.map(withoutRepeated), compare));
  const sum = sumOf(found);
  const { both, first, second } = sum;
  const head = {
    ...emptyResult(withSpans(data, withoutRepeated), measure, code),
    details: {
      both,
      ...(second > 0 && { precision: both / second }),
      ...(first > 0 && { recall: both / first }),
    },
  };
  const value = f1Of(sum);
  if (value === null) return { ...head, reason: 'nobody has marked anything' };
  return withDocuments(
    { ...head, value },
    data.continua.map(({ document }) => document),
    (times) => f1Of(sumOf(found, times)),
    options,
  );
}

/** Where spans are, each place once a rater. */
const placesOf = (data: SpanData): SpanData =>
  withSpans(data, (own) => withoutRepeated(own.map((span) => ({ ...span, code: '' }))));

const f1Of = ({ both, first, second }: Found): number | null =>
  first + second > 0 ? (2 * both) / (first + second) : null;

function sumOf(found: readonly Found[], times?: Float64Array): Found {
  const sum = { both: 0, first: 0, second: 0 };
  for (const [at, { both, first, second }] of found.entries()) {
    const often = times ? (times[at] as number) : 1;
    sum.both += often * both;
    sum.first += often * first;
    sum.second += often * second;
  }
  return sum;
}

function overPairs(spans: readonly (readonly Span[])[], compare: Compare): Found {
  const pairs = spans.flatMap((own, rater) => spans.slice(rater + 1).map((other) => compare(own, other)));
  return sumOf(pairs);
}

const compareBy =
  (same: SameSpan): Compare =>
  (first, second) => ({
    both: matchSpans(first, second, same).reduce((sum, other) => sum + (other >= 0 ? 1 : 0), 0),
    first: first.length,
    second: second.length,
  });

/** Characters, each once for every code it has. */
function compareCharacters(first: readonly Span[], second: readonly Span[]): Found {
  const codes = [...new Set([...first, ...second].map(({ code }) => code))];
  const sum = { both: 0, first: 0, second: 0 };
  for (const code of codes) {
    const [a, b] = [first, second].map((own) =>
      mergeOverlapping(own.filter((span) => span.code === code)),
    ) as [Span[], Span[]];
    sum.first += lengthOf(a);
    sum.second += lengthOf(b);
    for (let one = 0, other = 0; one < a.length && other < b.length; ) {
      const [x, y] = [a[one] as Span, b[other] as Span];
      sum.both += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
      if (x.end <= y.end) one++;
      else other++;
    }
  }
  return sum;
}

const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0);
