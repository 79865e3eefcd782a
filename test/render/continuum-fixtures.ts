import fc from 'fast-check';
import type { Span, SpanData } from '../../src/agreement/spans/continuum.ts';
import { type ContinuumHeads, continuumFigure } from '../../src/exhibit/continuum-figure.ts';
import { randomNumbers } from '../../src/statistics/random.ts';

const span = (start: number, end: number, code: string): Span => ({ start, end, code });

/** Invented: three raters on an interview and on a short answer, with all that can happen between them. */
export const interview: SpanData = {
  raters: ['Ana', 'Ben', 'עדה'],
  continua: [
    {
      document: 'interview-1',
      length: 1840,
      spans: [
        [
          span(0, 120, 'trust'),
          span(120, 260, 'trust'),
          span(200, 420, 'cost'),
          span(470, 720, 'tools'),
          span(900, 903, 'doubt'),
          span(1210, 1500, 'team'),
        ],
        [
          span(0, 260, 'trust'),
          span(220, 400, 'cost'),
          span(480, 700, 'team'),
          span(1205, 1500, 'team'),
          span(1600, 1640, 'doubt'),
        ],
        [
          span(5, 255, 'trust'),
          span(210, 410, 'cost'),
          span(490, 720, 'tools'),
          span(500, 560, 'doubt'),
          span(1200, 1500, 'team'),
        ],
      ],
    },
    { document: 'answer-17', length: 42, spans: [[span(0, 42, 'cost')], [span(10, 42, 'cost')], []] },
  ],
};

export const labels = new Map([
  ['trust', 'Trust in the result'],
  ['team', 'Team'],
  ['tools', 'Tools'],
  ['cost', '費用 (cost)'],
  ['doubt', 'Doubt'],
]);

export const interviewFigure = (heads: ContinuumHeads = {}) =>
  continuumFigure('spans', interview, { labels, ...heads });

/** Many spans of many codes by many raters, drawn by chance. */
export function manySpans(size: { raters: number; codes: number; each: number; length: number }): SpanData {
  const { below } = randomNumbers(7);
  const spans = Array.from({ length: size.raters }, () =>
    Array.from({ length: size.each }, () => {
      const start = below(size.length - 1);
      return span(
        start,
        Math.min(size.length, start + 1 + below(Math.ceil((2 * size.length) / size.each))),
        `code ${below(size.codes) + 1}`,
      );
    }),
  );
  const raters = Array.from({ length: size.raters }, (_, at) => `Rater ${at + 1}`);
  return { raters, continua: [{ document: 'long', length: size.length, spans }] };
}

/** Up to six spans a rater, of four codes, anywhere in up to two short documents. */
export const smallData = ({ raters: [fewest, most] }: { raters: [number, number] }): fc.Arbitrary<SpanData> =>
  fc.integer({ min: fewest, max: most }).chain((n) => {
    const continuum = fc.integer({ min: 1, max: 60 }).chain((length) => {
      const one = fc
        .tuple(fc.nat(length - 1), fc.integer({ min: 1, max: length }), fc.constantFrom('P', 'Q', 'R', 'S'))
        .map(([start, size, code]) => span(start, Math.min(length, start + size), code));
      const spans = fc.array(fc.array(one, { maxLength: 6 }), { minLength: n, maxLength: n });
      return fc.record({ document: fc.constant('d'), length: fc.constant(length), spans });
    });
    const raters = Array.from({ length: n }, (_, at) => `rater ${at}`);
    return fc.array(continuum, { minLength: 1, maxLength: 2 }).map((continua) => ({ raters, continua }));
  });
