import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { krippendorffAlpha } from '../../../src/agreement/krippendorff-alpha.ts';
import { encodeRatings } from '../../../src/agreement/ratings.ts';
import { alphaU } from '../../../src/agreement/spans/alpha-u.ts';
import type { Span, SpanData } from '../../../src/agreement/spans/continuum.ts';
import { uAlpha } from '../../../src/agreement/spans/u-alpha.ts';
import reference from '../../fixtures/scipy-spans.json' with { type: 'json' };
import { find, none, spans } from './spans.ts';

/** Krippendorff (2004: 254), a continuum from 150 to 450. */
const figure2004 = spans(
  300,
  '75-145 c, 220-250 c, 30-90 k, 150-200 k',
  '70-150 c, 205-225 c, 250-270 c, 30-90 k, 150-200 k',
);

/** Krippendorff (1995: 57), stretched: four pairs of coders on one continuum. */
const figure1995 = (stretch: number): SpanData => {
  const pairs: Record<string, [[number, number][], [number, number][]]> = {
    A: [
      [
        [2, 8],
        [14, 6],
      ],
      [
        [4, 4],
        [15, 2],
      ],
    ],
    B: [
      [[0, 18]],
      [
        [0, 2],
        [2, 1],
        [3, 1],
        [4, 1],
        [5, 1],
        [6, 3],
        [9, 1],
      ],
    ],
    C: [
      [
        [2, 6],
        [10, 2],
        [14, 4],
        [20, 2],
      ],
      [
        [0, 2],
        [4, 4],
        [10, 4],
        [16, 2],
        [20, 2],
      ],
    ],
    D: [
      [
        [0, 2],
        [2, 8],
        [10, 4],
        [14, 6],
        [20, 4],
      ],
      [
        [0, 4],
        [4, 4],
        [8, 7],
        [15, 2],
        [17, 7],
      ],
    ],
  };
  const of = (coder: 0 | 1): Span[] =>
    Object.entries(pairs).flatMap(([code, pair]) =>
      pair[coder].map(([start, long]) => ({ start: start * stretch, end: (start + long) * stretch, code })),
    );
  return { raters: ['i', 'j'], continua: [{ document: 'd', length: 24 * stretch, spans: [of(0), of(1)] }] };
};

/** Krippendorff, Mathet, Bouvry and Widlöcher (2016), figure 1, in the places of the continuum that gamma's paper has too. */
const alexPaulSuzan = spans(
  60,
  '2-9 1, 11-17 2, 24-30 5, 32-36 6, 36-44 6, 44-60 7',
  '2-9 1, 11-17 3, 19-25 5, 32-44 6',
  '2-9 1, 11-17 4, 21-27 5, 32-36 6, 36-40 6, 40-44 6',
);

describe('alpha_U', () => {
  test('is that of the worked example of 2004', () => {
    const results = alphaU(figure2004, none);
    const c = find(results, 'alpha-u', 'c');
    expect(c.observed).toBeCloseTo(0.0144, 4);
    expect(c.expected).toBeCloseTo(0.0532, 4);
    expect(c.value).toBeCloseTo(0.7286, 4);
    const k = find(results, 'alpha-u', 'k');
    expect([k.observed, k.value]).toEqual([0, 1]);
    expect(k.expected).toBeCloseTo(0.049, 4);
    // Printed as 1 − .0144 / (.0532 + .0490).
    expect(find(results, 'alpha-u').value).toBeCloseTo(0.859, 3);
  });

  test('has the observed disagreements of 1995, on any scale, and its limits for fine scales', () => {
    const results = alphaU(figure1995(50_000), none);
    for (const [code, observed, expected, value] of [
      ['A', 0.03125, 0.0699, 0.553],
      ['B', 2.26736, 1.17731, -0.926],
      ['C', 0.02777, 0.08642, 0.679],
      ['D', 0.38715, 0.41445, 0.066],
    ] as const) {
      const found = find(results, 'alpha-u', code);
      expect(found.observed).toBeCloseTo(observed, 4);
      // The paper's expected disagreements have a sign wrong in a small term, mended in 2004.
      expect(Math.abs((found.expected ?? 0) - expected)).toBeLessThan(0.005);
      expect(Math.abs((found.value ?? 0) - value)).toBeLessThan(0.02);
      expect(find(alphaU(figure1995(1), none), 'alpha-u', code).observed).toBeCloseTo(observed, 4);
    }
  });

  test('merges one rater’s overlapping spans of a code, and says so', () => {
    const results = alphaU(spans(30, '2-6 a, 4-9 a', '2-9 a'), none);
    expect(find(results, 'alpha-u').value).toBe(1);
    expect(find(results, 'alpha-u').spans).toBe(2);
    expect(find(results, 'alpha-u', 'a').warnings.join()).toContain('they were merged');
    expect(find(alphaU(spans(30, '2-6 a, 6-9 a', '2-9 a'), none), 'alpha-u').warnings.join()).not.toContain(
      'merged',
    );
  });
});

describe('u-alpha', () => {
  test('has the three values that its authors print', () => {
    const results = uAlpha(alexPaulSuzan, none);
    expect(find(results, 'u-alpha').value).toBeCloseTo(0.51, 3);
    expect(find(results, 'u-alpha-binary').value?.toFixed(3)).toBe('0.413');
    expect(find(results, 'cu-alpha').value?.toFixed(3)).toBe('0.724');
    for (const code of ['1', '5', '6']) expect(find(results, 'ku-alpha', code).value).toBe(1);
    for (const code of ['2', '3', '4']) expect(find(results, 'ku-alpha', code).value).toBe(0);
    expect(find(results, 'ku-alpha', '7').value).toBeNull();
  });

  test('is Krippendorff’s nominal alpha where every unit is one place long', () => {
    const one = fc.constantFrom('a', 'b', 'c', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(one, one, one), { minLength: 2, maxLength: 20 }), (places) => {
        const raters = ['r1', 'r2', 'r3'];
        const data: SpanData = {
          raters,
          continua: [
            {
              document: 'd',
              length: places.length,
              spans: raters.map((_, rater) =>
                places.flatMap((place, at) => {
                  const code = place[rater] ?? '';
                  return code === '' ? [] : [{ start: at, end: at + 1, code }];
                }),
              ),
            },
          ],
        };
        const labels = raters.map((_, rater) => places.map((place) => place[rater] || 'gap'));
        const expected = krippendorffAlpha(encodeRatings(raters, labels), none).value;
        const found = find(uAlpha(data, none), 'u-alpha');
        // Nobody marking anything is told apart from everybody marking the same.
        if (places.every((place) => place.every((code) => code === ''))) expect(found.value).toBeNull();
        else if (expected === null) expect(found.value).toBeNull();
        else expect(found.value).toBeCloseTo(expected, 10);
      }),
    );
  });

  test('of all codes has no value where a rater’s spans of two codes overlap, and says where', () => {
    const results = uAlpha(spans(40, '2-9 a, 5-12 b', '2-9 a, 20-24 b'), none);
    const whole = find(results, 'u-alpha');
    expect(whole.value).toBeNull();
    expect(whole.reason).toContain("r1's spans overlap");
    expect(whole.reason).toContain('a at 2–9 and b at 5–12 in d');
    expect(find(results, 'u-alpha', 'a').value).toBe(1);
    expect(find(results, 'u-alpha-binary').value).not.toBeNull();
    expect(find(results, 'u-alpha-binary').spans).toBe(3);
  });

  test('of codes knows no places that one rater alone has marked', () => {
    const results = uAlpha(spans(40, '0-4 a, 30-34 b', '10-14 a, 20-24 b'), none);
    expect(find(results, 'cu-alpha').reason).toBe('no two raters marked one place');
  });
});

describe('both', () => {
  const alphas = reference.values.filter(({ kind }) => kind === 'alphas');
  test.each(alphas.map((one, at) => [at, one] as const))(
    'agree with fractions, place by place, case %i',
    (_, one) => {
      const data: SpanData = {
        raters: one.raters.map((_own, at) => `r${at}`),
        continua: [
          {
            document: 'd',
            length: one.length,
            spans: one.raters.map((own) =>
              own.map(([start, end, code]) => ({
                start: start as number,
                end: end as number,
                code: code as string,
              })),
            ),
          },
        ],
      };
      const results = [...alphaU(data, none), ...uAlpha(data, none)];
      for (const [code, value] of Object.entries(one['alpha-u'] ?? {})) {
        expect(find(results, 'alpha-u', code).value).toBeCloseTo(value, 10);
      }
      expect(find(results, 'u-alpha').value).toBeCloseTo(one['u-alpha'] as number, 10);
      expect(find(results, 'u-alpha-binary').value).toBeCloseTo(one['u-alpha-binary'] as number, 10);
    },
  );
  test('there are such cases', () => expect(alphas.length).toBeGreaterThan(5));

  test('alpha_U takes no gap to reach from one document into another', () => {
    const data: SpanData = {
      raters: ['i', 'j'],
      continua: [
        { document: 'one', length: 10, spans: [[{ start: 0, end: 4, code: 'a' }], []] },
        { document: 'two', length: 10, spans: [[], []] },
      ],
    };
    // A unit of 4 in gaps of 6, 10, 10 and 10: 3 and three times 7 places; 40 places less those of the unit.
    const expected = ((2 / 20) * 16 * (3 + 3 * 7)) / (40 * 39 - 4 * 3);
    expect(find(alphaU(data, none), 'alpha-u', 'a').expected).toBeCloseTo(expected, 12);
  });

  test('alpha_U has an interval of places as large as milliseconds since 1970', () => {
    const data = (from: number): SpanData => ({
      raters: ['i', 'j'],
      continua: Array.from({ length: 8 }, (_, at) => ({
        document: `d${at}`,
        length: from + 1000,
        spans: [
          [{ start: from, end: from + 100 + at, code: 'a' }],
          [{ start: from + at, end: from + 100, code: 'a' }],
        ],
      })),
    });
    const { value, interval } = find(alphaU(data(1.7e12), { replicates: 200 }), 'alpha-u', 'a');
    expect(interval?.low).toBeGreaterThan(0.9);
    expect((interval?.low ?? 2) <= (value ?? 0) && (value ?? 2) <= (interval?.high ?? 0)).toBe(true);
  });
});
