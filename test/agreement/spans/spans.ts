import fc from 'fast-check';
import type { Span, SpanData } from '../../../src/agreement/spans/continuum.ts';
import type { SpanAgreement } from '../../../src/agreement/spans/span-agreement.ts';

export const none = { interval: 'none' } as const;

/** `2-9 a` as a span. */
export function span(text: string): Span {
  const [place = '', code = ''] = text.split(' ');
  const [start, end] = place.split('-').map(Number);
  return { start: start as number, end: end as number, code };
}

/** One document, a line a rater: `2-9 a, 11-17 b`. */
export function spans(length: number, ...raters: string[]): SpanData {
  return {
    raters: raters.map((_, at) => `r${at + 1}`),
    continua: [
      {
        document: 'd',
        length,
        spans: raters.map((own) => (own === '' ? [] : own.split(', ').map(span))),
      },
    ],
  };
}

export function find(results: readonly SpanAgreement[], measure: string, code?: string): SpanAgreement {
  const found = results.find((one) => one.measure === measure && one.code === code);
  if (!found) throw new Error(`there is no ${measure} of ${code ?? 'all codes'}`);
  return found;
}

/** Raters' spans on up to three documents; of one rater they may overlap, unless `apart`. */
export function anySpans({ apart = false, raters = 3 } = {}): fc.Arbitrary<SpanData> {
  const length = 40;
  const own = fc
    .array(
      fc.tuple(fc.nat(length - 2), fc.integer({ min: 1, max: 9 }), fc.constantFrom('a', 'b', '__proto__')),
      {
        maxLength: 6,
      },
    )
    .map((all) => {
      const made = all
        .map(([start, long, code]): Span => ({ start, end: Math.min(length, start + long), code }))
        .sort((one, other) => one.start - other.start);
      return apart
        ? made.filter(({ start }, at) => made.slice(0, at).every(({ end }) => end <= start))
        : made;
    });
  return fc
    .tuple(
      fc.integer({ min: 2, max: raters }),
      fc.array(fc.array(own, { minLength: raters, maxLength: raters }), { minLength: 1, maxLength: 3 }),
    )
    .map(([count, documents]) => ({
      raters: Array.from({ length: count }, (_, at) => `r${at + 1}`),
      continua: documents.map((all, at) => ({ document: `d${at + 1}`, length, spans: all.slice(0, count) })),
    }));
}
