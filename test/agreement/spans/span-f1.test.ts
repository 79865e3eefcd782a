import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohenKappa } from '../../../src/agreement/cohen-kappa.ts';
import { encodeRatings } from '../../../src/agreement/ratings.ts';
import { matchSpans, sharedLength } from '../../../src/agreement/spans/match-spans.ts';
import { inOrder } from '../../../src/agreement/spans/merge-spans.ts';
import { spanF1 } from '../../../src/agreement/spans/span-f1.ts';
import { anySpans, find, none, spans } from './spans.ts';

describe('span F1', () => {
  const data = spans(100, '0-10 a, 20-30 a, 40-50 b', '0-10 a, 21-30 a, 40-50 a, 70-80 b');

  test('exact, by overlap and by character', () => {
    const results = spanF1(data, none);
    // One of 3 and 4; two; 10 + 9 of 20 + 29 with a, none of 10 + 10 with b.
    expect(find(results, 'span-f1-exact').value).toBeCloseTo(2 / 7, 12);
    expect(find(results, 'span-f1-overlap').value).toBeCloseTo(4 / 7, 12);
    expect(find(results, 'span-f1-overlap').details).toMatchObject({
      both: 2,
      precision: 0.5,
      recall: 2 / 3,
    });
    expect(find(results, 'span-f1-character').value).toBeCloseTo((2 * 19) / (30 + 39), 12);
    expect(find(results, 'span-f1-exact', 'a').value).toBeCloseTo(2 / 5, 12);
    expect(find(results, 'span-f1-exact', 'b').value).toBe(0);
  });

  test('tells unitising and coding apart', () => {
    const results = spanF1(data, none);
    expect(find(results, 'unitising-f1').value).toBeCloseTo(6 / 7, 12);
    const coding = find(results, 'coding-agreement');
    expect(coding.value).toBeCloseTo(2 / 3, 12);
    expect(coding.details).toMatchObject({ 'passages matched': 3, kappa: 0 });
  });

  test('takes all codes of a passage together, whatever the order of the text', () => {
    const two = spans(30, '0-10 a, 0-10 b, 12-20 a', '0-10 a, 0-10 c, 12-20 a');
    // a of a, b and c; and a.
    const found = find(spanF1(two, none), 'coding-agreement');
    expect(found.value).toBeCloseTo((1 / 3 + 1) / 2, 12);
    expect(found.details['passages matched']).toBe(2);

    const own = ['17-22 a, 0-6 a, 18-22 c, 11-18 a', '19-22 a, 12-15 b, 16-20 a, 8-16 b'];
    const mirrored = own.map((text) =>
      text.replace(/(\d+)-(\d+)/g, (_, start, end) => `${22 - Number(end)}-${22 - Number(start)}`),
    );
    const of = (raters: string[]) => find(spanF1(spans(22, ...raters), none), 'coding-agreement').value;
    expect(of(mirrored)).toBeCloseTo(of(own) ?? 0, 12);
  });

  test('takes spans for one only where they share the minimum', () => {
    const close = spans(100, '0-10 a', '5-15 a');
    expect(find(spanF1(close, none), 'span-f1-overlap').value).toBe(0);
    expect(find(spanF1(close, { ...none, minimum: 1 / 3 }), 'span-f1-overlap').value).toBe(1);
    expect(() => spanF1(close, { minimum: 0 })).toThrow('above 0');
  });

  test('two spans side by side against one long one differ as units, and not by character', () => {
    const results = spanF1(spans(100, '10-20 a, 20-40 a', '10-40 a'), none);
    expect(find(results, 'span-f1-character').value).toBe(1);
    expect(find(results, 'span-f1-exact').value).toBe(0);
    expect(find(results, 'unitising-f1').value).toBeLessThan(1);
  });

  test('is the limit of kappa where more and more places have no span', () => {
    // 3 both, 1 and 2 alone: F1 = 6 / 9.
    const kappa = (empty: number) => {
      const a = [1, 1, 1, 1, 0, 0, ...Array(empty).fill(0)].map(String);
      const b = [1, 1, 1, 0, 1, 1, ...Array(empty).fill(0)].map(String);
      return cohenKappa(encodeRatings(['a', 'b'], [a, b]), none).value ?? 0;
    };
    const f1 = find(
      spanF1(spans(99, '0-2 a, 4-6 a, 8-10 a, 20-22 a', '0-2 a, 4-6 a, 8-10 a, 30-32 a, 40-42 a'), none),
      'span-f1-exact',
    );
    expect(f1.value).toBeCloseTo(6 / 9, 12);
    expect(Math.abs(kappa(100_000) - (f1.value ?? 0))).toBeLessThan(0.0001);
    expect(kappa(10)).toBeLessThan((f1.value ?? 0) - 0.05);
  });

  test('pairs as many spans as can be, one to one', () => {
    // Taken first come, first served, the second one would be left without a partner.
    const first = inOrder(spans(30, '0-10 a, 4-12 a', '').continua[0]?.spans[0] ?? []);
    const second = inOrder(spans(30, '2-11 a, 0-4 a', '').continua[0]?.spans[0] ?? []);
    const matched = matchSpans(first, second, (a, b) => sharedLength(a, b) > 0.3);
    expect([...matched].filter((one) => one >= 0)).toHaveLength(2);
  });

  test('never pairs more than brute force, nor fewer', () => {
    fc.assert(
      fc.property(anySpans({ raters: 2 }), (some) => {
        const [a = [], b = []] = (some.continua[0]?.spans ?? []).map(inOrder);
        const most = (at: number, left: ReadonlySet<number>): number => {
          const one = a[at];
          if (!one) return 0;
          const without = most(at + 1, left);
          return [...left].reduce((best, other) => {
            const partner = b[other];
            if (!partner || sharedLength(one, partner) < 0.2) return best;
            return Math.max(best, 1 + most(at + 1, new Set([...left].filter((rest) => rest !== other))));
          }, without);
        };
        const matched = matchSpans(a, b, (one, other) => sharedLength(one, other) >= 0.2);
        expect([...matched].filter((other) => other >= 0).length).toBe(most(0, new Set(b.keys())));
        expect(new Set([...matched].filter((other) => other >= 0)).size).toBe(
          [...matched].filter((other) => other >= 0).length,
        );
      }),
    );
  });
});
