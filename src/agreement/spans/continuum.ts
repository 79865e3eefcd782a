import { quoted } from '../quoted.ts';

/** A passage with a code, in code points (or any whole units) from its document's beginning; `end` is not in it. */
export interface Span {
  start: number;
  end: number;
  code: string;
}

/**
 * A stretch that all raters have read from end to end: a document, or a part of one.
 *
 * Spans of one rater may overlap, also of one code; each measure says what it makes of that.
 */
export interface Continuum {
  document: string;
  /** Spans lie between 0 and this. */
  length: number;
  /** Of each rater, in the order of the raters. */
  spans: readonly (readonly Span[])[];
}

export interface SpanData {
  raters: readonly string[];
  continua: readonly Continuum[];
}

/** The codes of all spans, in the order of their letters. */
export function codesOf({ continua }: SpanData): string[] {
  const codes = new Set(continua.flatMap(({ spans }) => spans.flatMap((own) => own.map(({ code }) => code))));
  return [...codes].sort();
}

export function spansIn({ continua }: SpanData): number {
  return continua.reduce((sum, { spans }) => sum + spans.reduce((own, { length }) => own + length, 0), 0);
}

/** The data of each code, in the order of their letters. */
export function byCode(data: SpanData): Map<string, SpanData> {
  const empty = (one: Continuum) => ({ ...one, spans: one.spans.map((): Span[] => []) });
  const found = new Map(
    codesOf(data).map((code) => [code, { raters: data.raters, continua: data.continua.map(empty) }]),
  );
  for (const [at, { spans }] of data.continua.entries()) {
    for (const [rater, own] of spans.entries()) {
      for (const span of own) found.get(span.code)?.continua[at]?.spans[rater]?.push(span);
    }
  }
  return found;
}

/** The same raters and continua with other spans. */
export function withSpans(
  { raters, continua }: SpanData,
  change: (own: readonly Span[]) => readonly Span[],
): SpanData {
  return { raters, continua: continua.map((one) => ({ ...one, spans: one.spans.map(change) })) };
}

/** The data of some of the raters. */
export function ofRaters({ raters, continua }: SpanData, wanted: readonly string[]): SpanData {
  const places = wanted.map((rater) => raters.indexOf(rater));
  return {
    raters: wanted,
    continua: continua.map((one) => ({ ...one, spans: places.map((place) => one.spans[place] ?? []) })),
  };
}

/** @throws RangeError where a span is out of bounds, empty or reversed, or a continuum lacks a rater. */
export function checkSpans({ raters, continua }: SpanData): void {
  for (const { document, length, spans } of continua) {
    if (!Number.isSafeInteger(length) || length < 0) {
      throw new RangeError(`${document}: a length of ${length} is no whole number from 0`);
    }
    if (spans.length !== raters.length) {
      throw new RangeError(`${document}: spans of ${spans.length} raters, and there are ${raters.length}`);
    }
    for (const [place, own] of spans.entries()) {
      for (const { start, end, code } of own) {
        const where = `${document}: ${quoted(raters[place] ?? '')} has ${quoted(code)} at ${start} to ${end}`;
        if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) {
          throw new RangeError(`${where}, which are no whole numbers`);
        }
        if (end <= start) throw new RangeError(`${where}, which ends before it begins, or is empty`);
        if (start < 0 || end > length) throw new RangeError(`${where}, outside 0 to ${length}`);
      }
    }
  }
}
