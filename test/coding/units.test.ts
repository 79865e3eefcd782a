import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UnitText } from '../../src/coding/cut-units.ts';
import { readInk } from '../../src/coding/ink.ts';
import { cellOf, patternsOf } from '../../src/coding/unit-codes.ts';
import { type UnitOptions, unitCodes } from '../../src/coding/units.ts';
import { coding, raterLog } from './logs.ts';

// Three turns of ten characters: "A: ab cd 😀e", and so on; labels at 0, 11 and 22.
const body = 'A: ab cd 😀e\nB: fghijkl  \nA: mnopqrst\n';
const text: UnitText = {
  document: 'P4',
  body,
  segments: [
    { start: 3, end: 11, speaker: 'A' },
    { start: 15, end: 24, speaker: 'B' },
    { start: 28, end: 36, speaker: 'A' },
  ],
};
const at = (code: string, start: number, end: number, id = `${code}${start}`) =>
  coding({ id, code, start, end });

/** The cells of each rater and code as one line: 1, 0 and - by unit. */
function lines(logs: Parameters<typeof unitCodes>[1], options: Partial<UnitOptions> = {}) {
  const codes = unitCodes([text], logs, { unit: 'turn', ...options });
  const shown = codes.codes.flatMap((code, c) =>
    codes.raters.map((rater, r) => {
      const cells = codes.units.map((_, u) => cellOf(codes, u, r, c) ?? '-');
      return `${rater} ${code} ${cells.join('')}`;
    }),
  );
  return { shown, codes, excluded: codes.excluded };
}

describe('a unit carries a code', () => {
  test('when one character of it that is not space is marked', () => {
    const ana = raterLog('ana', { codings: [at('x', 10, 11), at('y', 22, 24), at('z', 9, 10)] });
    expect(lines([ana]).shown).toEqual(['ana x 100', 'ana y 000', 'ana z 100']);
  });

  test('once, however often the text is marked', () => {
    const ana = raterLog('ana', { codings: [at('x', 3, 5), at('x', 3, 5, 'again'), at('x', 4, 8)] });
    const { codes } = lines([ana]);
    expect(patternsOf(codes, 0)).toEqual([
      { ratings: [1], count: 1 },
      { ratings: [0], count: 2 },
    ]);
  });

  test('in every turn that a passage reaches; labels are nothing', () => {
    const ana = raterLog('ana', { codings: [at('x', 5, 30), at('y', 11, 15)] });
    const { shown, excluded } = lines([ana]);
    expect(shown).toEqual(['ana x 111', 'ana y 000']);
    expect(excluded.outside).toBe(1);
  });

  test('where enough of it is marked, counting overlaps once', () => {
    // Turn 1 has six characters: a b c d 😀 e.
    const ana = raterLog('ana', {
      codings: [at('x', 3, 5), at('x', 4, 7), at('y', 3, 5), at('y', 3, 5, 'again')],
    });
    expect(lines([ana], { minShare: 0.5 }).shown).toEqual(['ana x 100', 'ana y 000']);
  });
});

describe('what is not known is null', () => {
  test('units that are not read to their end, spaces apart', () => {
    const ana = raterLog('ana', { through: 22, codings: [at('x', 3, 5), at('x', 30, 31)] });
    const ben = raterLog('ben', { through: 21 });
    const { shown, excluded } = lines([ana, ben]);
    expect(shown).toEqual(['ana x 10-', 'ben x 0--']);
    expect(excluded.unread).toEqual([
      { rater: 'ana', units: 1 },
      { rater: 'ben', units: 2 },
    ]);
  });

  test('raters without a log, and logs that do not say how far was read', () => {
    const ana = raterLog('ana', { through: null, codings: [at('x', 3, 5)] });
    expect(lines([ana], { raters: ['ana', 'eva'] }).shown).toEqual(['ana x ---', 'eva x ---']);
  });

  test('codes that the codebook of a rater does not have', () => {
    const logs = [raterLog('ana', { codings: [at('x', 3, 5)] }), raterLog('ben')];
    const { shown, excluded } = lines(logs, { hasCode: (rater) => rater === 'ana' });
    expect(shown).toEqual(['ana x 100', 'ben x ---']);
    expect(excluded.lacking).toEqual([{ rater: 'ben', code: 'x', units: 3 }]);
  });

  test('codes whose place is not settled, unless another coding has them', () => {
    const open = { version: '1.0.0', start: 3, end: 20 };
    const ana = raterLog('ana', {
      codings: [at('x', 3, 5)],
      unsettled: [
        { code: 'x', ...open },
        { code: 'y', ...open },
      ],
    });
    const { shown, excluded } = lines([ana], { codes: ['x', 'y'] });
    expect(shown).toEqual(['ana x 1-0', 'ana y --0']);
    expect(excluded.unsettled).toBe(3);
  });
});

describe('options', () => {
  const logs = [
    raterLog('ana', { codings: [at('x', 3, 5), at('y', 15, 17)] }),
    raterLog('ben', { codings: [at('x', 15, 16)] }),
  ];

  test('only-coded drops units without any code by anybody, whatever code is asked for', () => {
    const { shown, excluded } = lines(logs, { onlyCoded: true, codes: ['y'] });
    expect(shown).toEqual(['ana y 01', 'ben y 00']);
    expect(excluded.uncoded).toBe(1);
  });

  test('speakers who are left out are counted', () => {
    const { shown, excluded } = lines(logs, { speakers: (speaker) => speaker === 'A', codes: ['x'] });
    expect(shown).toEqual(['ana x 10', 'ben x 00']);
    expect(excluded.speakers).toEqual([{ speaker: 'B', units: 1 }]);
    expect(excluded.outside).toBe(2);
  });

  test('a child counts for its parents only on request, and a cycle ends', () => {
    const parents: Record<string, string> = { y: 'x', x: 'top', top: 'x' };
    expect(lines(logs, { codes: ['top', 'x'] }).shown[0]).toBe('ana top 000');
    expect(lines(logs, { parentOf: (code) => parents[code] ?? null }).shown).toEqual([
      ...['ana top 110', 'ben top 010', 'ana x 110', 'ben x 010', 'ana y 010', 'ben y 000'],
    ]);
  });

  test('codes are called what they are called now; what cannot be resolved is counted', () => {
    const { shown, excluded } = lines(logs, { codeOf: (code) => (code === 'x' ? 'new' : null) });
    expect(shown).toEqual(['ana new 100', 'ben new 010']);
    expect(excluded.unresolved).toBe(1);
  });

  test('two logs of one rater on one document are two rounds, and refused', () => {
    expect(() => lines([raterLog('ana'), raterLog('ana', { round: '2' })])).toThrow('units are of one round');
  });
});

describe('other units', () => {
  const logs = [
    raterLog('ana', { codings: [at('x', 3, 8)] }),
    raterLog('ben', { codings: [at('x', 6, 17)] }),
  ];

  test('a document is its turns', () => {
    const { shown, codes } = lines(logs, { unit: 'document' });
    expect(shown).toEqual(['ana x 1', 'ben x 1']);
    expect(codes.units).toMatchObject([{ start: 3, end: 36, speaker: null, weight: 1 }]);
  });

  test('spans are cut at every end of a coding, within what is marked', () => {
    const { shown, codes } = lines(logs, { unit: 'spans' });
    expect(codes.units.map(({ start, end }) => [start, end])).toEqual([
      [3, 6],
      [6, 8],
      [8, 11],
      [15, 17],
    ]);
    expect(shown).toEqual(['ana x 1100', 'ben x 0111']);
  });

  test('characters count as many as they are, spaces apart', () => {
    const { codes } = lines(logs, { unit: 'character' });
    // 'ab' by ana, 'cd' by both, '😀e' and 'fg' by ben; 'hijkl' and eight more by nobody.
    expect(patternsOf(codes, 0)).toEqual([
      { ratings: [1, 0], count: 2 },
      { ratings: [1, 1], count: 2 },
      { ratings: [0, 1], count: 4 },
      { ratings: [0, 0], count: 13 },
    ]);
  });

  test('reading that ends within a turn divides its characters', () => {
    const { codes } = lines([raterLog('ana', { through: 19, codings: [at('x', 3, 5)] })], {
      unit: 'character',
    });
    expect(patternsOf(codes, 0)).toEqual([
      { ratings: [1], count: 2 },
      { ratings: [0], count: 8 },
      { ratings: [null], count: 11 },
    ]);
  });
});

test('a place that is not settled divides characters at both of its ends, and makes no span', () => {
  const ana = raterLog('ana', {
    codings: [at('x', 3, 4)],
    unsettled: [{ code: 'x', version: '1.0.0', start: 6, end: 17 }],
  });
  const { codes, excluded } = lines([ana], { unit: 'character' });
  expect(codes.units.map(({ start, end }) => [start, end])).toEqual([
    ...[
      [3, 4],
      [4, 6],
      [6, 11],
      [15, 17],
      [17, 24],
      [28, 36],
    ],
  ]);
  expect(patternsOf(codes, 0)).toEqual([
    { ratings: [1], count: 1 },
    { ratings: [0], count: 1 + 5 + 8 },
    // 'cd', '😀e' and 'fg'.
    { ratings: [null], count: 4 + 2 },
  ]);
  expect(excluded.unsettled).toBe(6);
  expect(lines([ana], { unit: 'spans' }).codes.units.map(({ start, end }) => [start, end])).toEqual([[3, 4]]);
});

test('characters rated one by one, from the definition, give the same counts', () => {
  const span = fc.tuple(fc.nat(38), fc.integer({ min: 1, max: 12 }));
  const log = fc.record({ spans: fc.array(span, { maxLength: 4 }), through: fc.nat(40) });
  const points = [...body];
  fc.assert(
    fc.property(log, log, (...given) => {
      const logs = given.map(({ spans, through }, r) =>
        raterLog(`r${r}`, {
          through,
          codings: spans.map(([start, size], i) => at('x', start, start + size, `${i}`)),
        }),
      );
      const expected = new Map<string, number>();
      for (const { start, end } of text.segments) {
        for (let position = start; position < end; position += 1) {
          if (/\s/.test(points[position] ?? '')) continue;
          const cells = logs.map(({ codings, through }) =>
            position >= (through ?? 0)
              ? null
              : codings.some((one) => one.start <= position && position < one.end)
                ? 1
                : 0,
          );
          expected.set(cells.join(), (expected.get(cells.join()) ?? 0) + 1);
        }
      }
      const codes = unitCodes([text], logs, { unit: 'character', codes: ['x'] });
      expect(new Map(patternsOf(codes, 0).map(({ ratings, count }) => [ratings.join(), count]))).toEqual(
        expected,
      );
    }),
    { numRuns: 500 },
  );
});

test('ink counts code points, and every kind of space as none', () => {
  expect([...readInk('a 😀\u00a0\u3000\n\u0301b')]).toEqual([0, 1, 1, 2, 2, 2, 2, 3, 4]);
});
