import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span, SpanData } from '../../../src/agreement/spans/continuum.ts';
import { spanMeasureNames } from '../../../src/agreement/spans/measure-names.ts';
import { measureSpans } from '../../../src/agreement/spans/measures.ts';
import type { SpanAgreement } from '../../../src/agreement/spans/span-agreement.ts';
import { anySpans, find, none, spans } from './spans.ts';

const few = { ...none, samples: 3, precision: 10 } as const;
const measure = (data: SpanData, options: object = few) => measureSpans(data, spanMeasureNames, options);
const change = (data: SpanData, own: (all: readonly Span[]) => readonly Span[], by = 0): SpanData => ({
  ...data,
  continua: data.continua.map((one) => ({ ...one, length: one.length + by, spans: one.spans.map(own) })),
});

/** By chance alone differs what is drawn at random. */
const observed = (results: readonly SpanAgreement[]) =>
  results.map(({ measure: name, code, value, observed: found }) => [
    name,
    code,
    name.startsWith('gamma') ? found : value,
  ]);

function same(one: readonly SpanAgreement[], other: readonly SpanAgreement[]): void {
  const rest = observed(other);
  for (const [at, [name, code, value]] of observed(one).entries()) {
    expect(rest[at]?.slice(0, 2)).toEqual([name, code]);
    if (typeof value === 'number') expect(rest[at]?.[2]).toBeCloseTo(value, 9);
    else expect(rest[at]?.[2]).toBe(value);
  }
}

describe('every measure', () => {
  test('is the same in any order of spans, and of raters', async () => {
    await fc.assert(
      fc.asyncProperty(anySpans(), async (data) => {
        const given = await measure(data);
        same(given, await measure(change(data, (own) => own.toReversed())));
        same(
          given,
          await measure({
            raters: data.raters.toReversed(),
            continua: data.continua.map((one) => ({ ...one, spans: one.spans.toReversed() })),
          }),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('is 1 of identical spans, or has a reason why it is nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anySpans(), async (data) => {
        const alike: SpanData = {
          ...data,
          continua: data.continua.map((one) => ({ ...one, spans: one.spans.map(() => one.spans[0] ?? []) })),
        };
        for (const { measure: name, value, reason } of await measure(alike)) {
          if (value === null) expect([name, typeof reason]).toEqual([name, 'string']);
          else expect([name, value]).toEqual([name, expect.closeTo(1, 9)]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('does not change where all spans move along a longer continuum of the same length', async () => {
    await fc.assert(
      fc.asyncProperty(anySpans(), fc.integer({ min: 1, max: 30 }), async (data, by) => {
        const longer = change(
          data,
          (own) => own.map((one) => ({ ...one, start: one.start + 2, end: one.end + 2 })),
          by + 4,
        );
        const moved = change(
          data,
          (own) => own.map((one) => ({ ...one, start: one.start + 2 + by, end: one.end + 2 + by })),
          by + 4,
        );
        // A gap at one end is as good as one at the other, but alpha_U counts where units fit.
        const rest = (all: SpanAgreement[]) => all.filter(({ measure: name }) => name !== 'alpha-u');
        same(rest(await measure(longer)), rest(await measure(moved)));
      }),
      { numRuns: 40 },
    );
  });

  test('lies at most at 1, and never is NaN', async () => {
    await fc.assert(
      fc.asyncProperty(anySpans(), async (data) => {
        for (const { value, reason } of await measure(data)) {
          if (value === null) expect(reason).toBeTruthy();
          else {
            expect(Number.isFinite(value)).toBe(true);
            expect(value).toBeLessThanOrEqual(1 + 1e-9);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('where there is nothing to compare', () => {
  test.each([
    ['nobody has marked anything', spans(20, '', '')],
    ['agreement needs two raters, there is one', spans(20, '2-4 a')],
    ['there is no document that all of them have read', { raters: ['a', 'b'], continua: [] }],
  ])('every measure says so: %s', async (reason, data) => {
    const results = await measure(data);
    expect(new Set(results.map((one) => one.reason))).toEqual(new Set([reason]));
  });

  test.each([
    ['outside 0 to 20', spans(20, '2-24 a', '')],
    ['ends before it begins, or is empty', spans(20, '4-4 a', '')],
    ['ends before it begins, or is empty', spans(20, '6-4 a', '')],
    [
      'outside 0 to 20',
      {
        ...spans(20, '', ''),
        continua: [{ document: 'd', length: 20, spans: [[{ start: -1, end: 3, code: 'a' }], []] }],
      },
    ],
    [
      'no whole numbers',
      {
        ...spans(20, '', ''),
        continua: [{ document: 'd', length: 20, spans: [[{ start: 1.5, end: 3, code: 'a' }], []] }],
      },
    ],
  ])('a span is refused that %s', async (words, data) => {
    await expect(measure(data)).rejects.toThrow(words);
  });
});

describe('an interval', () => {
  const documents = (count: number): SpanData => ({
    raters: ['a', 'b'],
    continua: Array.from({ length: count }, (_, at) => ({
      document: `d${at}`,
      length: 50,
      spans: [
        [{ start: 2, end: 10, code: 'x' }],
        [{ start: 2 + (at % 3), end: 10 + (at % 2), code: at % 4 === 0 ? 'y' : 'x' }],
      ],
    })),
  });
  const options = { samples: 3, precision: 10, seed: 5, replicates: 200 };

  test('resamples five documents or more, with a seed', async () => {
    const results = await measure(documents(8), options);
    for (const name of ['u-alpha', 'alpha-u', 'gamma', 'boundary-similarity', 'span-f1-exact']) {
      const { interval, value } = find(results, name);
      expect(interval?.method).toBe('percentile bootstrap over 8 documents (200 resamples, seed 5)');
      expect((interval?.low ?? 9) <= (value ?? 0) && (value ?? 9) <= (interval?.high ?? 0)).toBe(true);
      expect((interval?.low ?? 0) < (interval?.high ?? 0)).toBe(true);
    }
    expect(await measure(documents(8), options)).toEqual(results);
  });

  test('of fewer is not given, which is said', async () => {
    const found = find(await measure(documents(4), options), 'u-alpha');
    expect(found.interval).toBeNull();
    expect(found.warnings.join()).toContain('it needs 5');
  });

  test('takes parts of one document as one', async () => {
    const data = documents(8);
    const parts = { ...data, continua: data.continua.map((one, at) => ({ ...one, document: `d${at % 4}` })) };
    expect(find(await measure(parts, options), 'u-alpha').interval).toBeNull();
  });
});
