import { describe, expect, test } from 'vitest';
import { boundarySimilarity } from '../../../src/agreement/spans/boundary-similarity.ts';
import type { Span, SpanData } from '../../../src/agreement/spans/continuum.ts';
import { find, none, spans } from './spans.ts';

const segments = (masses: readonly number[], code = 's'): Span[] => {
  let place = 0;
  return masses.map((mass) => {
    const start = place;
    place += mass;
    return { start, end: place, code };
  });
};

const length = (masses: readonly number[]) => masses.reduce((sum, one) => sum + one, 0);

function segmented(documents: Record<string, readonly (readonly number[])[]>): SpanData {
  const [first = []] = Object.values(documents);
  return {
    raters: first.map((_, at) => `an${at + 1}`),
    continua: Object.entries(documents).map(([document, raters]) => ({
      document,
      length: length(raters[0] ?? []),
      spans: raters.map((masses) => segments(masses)),
    })),
  };
}

describe('boundary similarity', () => {
  // Printed in the documentation and tests of segeval 2.0.11 (Fournier 2013), a place a unit of text.
  test.each([
    ['a boundary too few', [2, 3, 6], [5, 6], 0.5],
    ['one too many', [2, 3, 6], [2, 3, 3, 3], 0.66667],
    ['a near miss', [2, 3, 6], [2, 2, 7], 0.75],
    ['several too many', [2, 3, 6], [1, 1, 3, 1, 5], 0.5],
    ['none that matches', [13], [4, 4, 5], 0],
  ])('with %s', (_, a, b, value) => {
    expect(find(boundarySimilarity(segmented({ d: [a, b] }), none), 'boundary-similarity').value).toBeCloseTo(
      value,
      5,
    );
  });

  /** Kazantseva and Szpakowicz (2012), group 5: four coders' segments of four chapters of The Moonstone. */
  const moonstone = segmented({
    ch1: [
      [11, 2],
      [2, 1, 7, 2, 1],
      [9, 4],
      [2, 8, 2, 1],
    ],
    ch3: [
      [6, 5, 27],
      [3, 8, 2, 3, 17, 2, 2, 1],
      [3, 15, 15, 5],
      [2, 3, 4, 2, 5, 17, 4, 1],
    ],
    ch4: [
      [17, 25, 4],
      [1, 10, 2, 4, 1, 2, 3, 10, 6, 6, 1],
      [12, 5, 29],
      [2, 9, 2, 5, 2, 19, 1, 6],
    ],
    ch11: [
      [20, 22, 8, 11, 11, 11, 13, 11, 4],
      [1, 7, 2, 4, 3, 3, 10, 1, 1, 5, 3, 2, 8, 3, 3, 3, 14, 4, 1, 1, 4, 4, 2, 7, 3, 2, 3, 3, 2, 1, 1],
      [10, 10, 15, 11, 4, 10, 13, 5, 4, 23, 6],
      [10, 4, 3, 2, 1, 8, 3, 2, 6, 1, 2, 8, 10, 9, 4, 10, 4, 8, 4, 3, 5, 4],
    ],
  });

  test('of four coders is segeval’s observed agreement', () => {
    expect(find(boundarySimilarity(moonstone, none), 'boundary-similarity').value).toBeCloseTo(0.25645756, 8);
  });

  test('precision and F1 are segeval’s where a near miss is of two places side by side', () => {
    const first = segmented({
      ch1: [
        [11, 2],
        [2, 1, 7, 2, 1],
      ],
    });
    const f1 = find(boundarySimilarity(first, none), 'boundary-f1');
    expect(f1.details.precision).toBeCloseTo(0.14285714, 8);
    expect(f1.value).toBeCloseTo(0.25, 12);
  });

  test('corrected for chance takes boundaries, not segments, for what raters put', () => {
    // 3 and 4 boundaries of 12 places each: A_e = (7 / 24)²; B = 3 / 4.
    const pi = find(
      boundarySimilarity(
        segmented({
          d: [
            [2, 8, 2, 1],
            [2, 1, 7, 2, 1],
          ],
        }),
        none,
      ),
      'boundary-pi',
    );
    expect(pi.value).toBeCloseTo((3 / 4 - (7 / 24) ** 2) / (1 - (7 / 24) ** 2), 12);
  });

  test('takes boundaries for near where it is told to', () => {
    const data = spans(100, '10-50 a', '14-50 a');
    const value = (near: number) => find(boundarySimilarity(data, { ...none, near }), 'boundary-similarity');
    expect(value(4).value).toBeCloseTo(1 / 3, 12);
    expect(value(5).details).toMatchObject({ matches: 1, 'near misses': 1 });
    expect(value(5).value).toBeCloseTo(1 - 4 / 5 / 2, 12);
    expect(() => boundarySimilarity(data, { near: 0 })).toThrow('whole number from 1');
  });

  test('of another code at a place is a substitution', () => {
    const found = find(boundarySimilarity(spans(100, '10-50 a', '10-50 b'), none), 'boundary-similarity');
    expect(found.details).toMatchObject({ substitutions: 2, additions: 0, matches: 0 });
    expect(found.value).toBe(0);
  });

  test('has no value where the ends of the continuum are all there is', () => {
    const found = find(boundarySimilarity(spans(100, '0-100 a', '0-100 a'), none), 'boundary-similarity');
    expect(found.value).toBeNull();
    expect(found.reason).toContain('nobody has put a boundary');
  });
});
