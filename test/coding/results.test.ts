import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countCodes } from '../../src/coding/count-codes.ts';
import { disagreements } from '../../src/coding/disagreements.ts';
import { readInk } from '../../src/coding/ink.ts';
import { listQuotes } from '../../src/coding/quotes.ts';
import { drawSample, sizeOfShare } from '../../src/coding/sample.ts';
import { status } from '../../src/coding/status.ts';
import { unitCodes } from '../../src/coding/units.ts';
import { coding, raterLog } from './logs.ts';

// Four turns of four letters.
const body = 'A: aaaa\nB: bbbb\nA: cccc\nB: dddd\n';
const segments = [3, 11, 19, 27].map((start, index) => ({
  start,
  end: start + 4,
  speaker: index % 2 ? 'B' : 'A',
}));
const turn = (code: string, number: number, more = {}) => {
  const start = segments[number - 1]?.start ?? 0;
  return coding({
    id: `${code}${number}`,
    code,
    start,
    end: start + 4,
    quote: body.slice(start, start + 4),
    ...more,
  });
};
const logs = [
  raterLog('ana', { codings: [turn('cost', 1), turn('cost', 2), turn('trust', 3, { memo: 'why' })] }),
  raterLog('ben', { codings: [turn('cost', 1), turn('time', 2), turn('time', 3)] }),
  raterLog('eva', { codings: [turn('time', 2)], through: 16 }),
];
const codes = unitCodes([{ document: 'P4', body, segments }], logs, { unit: 'turn' });

describe('counts', () => {
  test('by code and rater, with the units that were read as the base', () => {
    expect(countCodes(codes, ['code', 'rater'])).toEqual([
      { code: 'cost', rater: 'ana', units: 2, of: 4 },
      { code: 'cost', rater: 'ben', units: 1, of: 4 },
      { code: 'cost', rater: 'eva', units: 0, of: 2 },
      { code: 'time', rater: 'ana', units: 0, of: 4 },
      { code: 'time', rater: 'ben', units: 2, of: 4 },
      { code: 'time', rater: 'eva', units: 1, of: 2 },
      { code: 'trust', rater: 'ana', units: 1, of: 4 },
      { code: 'trust', rater: 'ben', units: 0, of: 4 },
      { code: 'trust', rater: 'eva', units: 0, of: 2 },
    ]);
  });

  test('a unit counts once where raters, or codes, are not told apart', () => {
    expect(countCodes(codes, ['code'])).toMatchObject([{ units: 2 }, { units: 2 }, { units: 1 }]);
    expect(countCodes(codes, ['speaker'])).toEqual([
      { speaker: 'A', units: 2, of: 2 },
      { speaker: 'B', units: 1, of: 2 },
    ]);
    expect(countCodes(codes, [])).toEqual([{ units: 3, of: 4 }]);
  });
});

describe('quotes', () => {
  const turns = segments.map((segment, index) => ({ ...segment, time: index * 1000, until: null }));

  test('come with turn, time and memo, in reading order', () => {
    const quotes = listQuotes(
      logs,
      () => turns,
      ({ code }) => code === 'trust' || code === 'time',
    );
    expect(quotes.map(({ rater, code, memo, parts }) => [rater, code, memo, parts])).toEqual([
      ['ben', 'time', null, [{ turn: 2, speaker: 'B', time: 1000, until: null, text: 'bbbb' }]],
      ['eva', 'time', null, [{ turn: 2, speaker: 'B', time: 1000, until: null, text: 'bbbb' }]],
      ['ben', 'time', null, [{ turn: 3, speaker: 'A', time: 2000, until: null, text: 'cccc' }]],
      ['ana', 'trust', 'why', [{ turn: 3, speaker: 'A', time: 2000, until: null, text: 'cccc' }]],
    ]);
  });

  test('are parted by speaker, and labels are nobody’s words', () => {
    const across = coding({ start: 5, end: 21, quote: body.slice(5, 21) });
    const [quote] = listQuotes([raterLog('ana', { codings: [across] })], () => turns);
    expect(quote?.parts.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['A', 'aa'],
      ['B', 'bbbb'],
      ['A', 'cc'],
    ]);
  });
});

describe('disagreements', () => {
  const { confusions, passages } = disagreements(codes, logs);

  test('say which codes are taken for each other, the most frequent first', () => {
    // Turn 2: ana cost, ben and eva time; turn 3: ana trust, ben time; turn 1: eva nothing.
    expect(confusions).toEqual([
      { a: 'cost', b: null, count: 2 },
      { a: 'cost', b: 'time', count: 2 },
      { a: 'time', b: 'trust', count: 1 },
    ]);
  });

  test('show every rater side by side, and who has not read as null', () => {
    expect(passages.map(({ unit, codes }) => [unit.start, codes])).toEqual([
      [3, ['cost']],
      [11, ['cost', 'time']],
      [19, ['time', 'trust']],
    ]);
    expect(passages[2]?.raters).toMatchObject([
      { rater: 'ana', codes: ['trust'], codings: [{ memo: 'why' }] },
      { rater: 'ben', codes: ['time'] },
      null,
    ]);
  });
});

test('status says what is read, coded and left', () => {
  const ahead = raterLog('eva', { through: 8, codings: [turn('cost', 2)] });
  const rows = status(
    [{ document: 'P4', ink: readInk('aa\nbb cc  \n\n') }],
    ['ana', 'eva', 'finn'],
    [raterLog('ana', { through: 8 }), { ...ahead, through: 3 }],
  );
  expect(rows).toMatchObject([
    { rater: 'ana', state: 'done', read: 1, left: 0, codings: 0 },
    { rater: 'eva', state: 'begun', read: 2 / 6, left: 4, codings: 1, codes: 1, ahead: 1 },
    { rater: 'finn', state: 'not-begun', through: null, read: 0, left: 6, codings: 0 },
  ]);
});

describe('a sample', () => {
  const names = Array.from({ length: 12 }, (_, index) => `P${index + 1}`);

  test('is the same for the same names in any order, and another for another seed', () => {
    const sample = drawSample(names, 4, 2025);
    expect(sample).toMatchObject({ generator: 'xoshiro128**', seed: 2025, size: 4, of: 12 });
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: 12 }), (mixed) => {
        expect(drawSample(mixed, 4, 2025)).toEqual(sample);
      }),
    );
    expect(
      new Set(Array.from({ length: 20 }, (_, seed) => drawSample(names, 4, seed).drawn.join())).size,
    ).toBeGreaterThan(15);
  });

  test('draws every name about equally often, and none twice', () => {
    const times = new Map(names.map((name) => [name, 0]));
    for (let seed = 0; seed < 3000; seed += 1) {
      const { drawn } = drawSample(names, 3, seed);
      expect(new Set(drawn).size).toBe(3);
      for (const name of drawn) times.set(name, (times.get(name) ?? 0) + 1);
    }
    // 750 expected, with a standard deviation of 24.
    for (const count of times.values()) expect(Math.abs(count - 750)).toBeLessThan(120);
  });

  test('cannot be larger than what there is; shares are rounded up', () => {
    expect(() => drawSample(names, 13, 1)).toThrow('13 of 12');
    expect([sizeOfShare(0.1, 12), sizeOfShare(0.25, 12), sizeOfShare(0.3, 10), sizeOfShare(0, 3)]).toEqual([
      2, 3, 3, 0,
    ]);
  });
});
