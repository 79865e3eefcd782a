import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Alignable,
  type Dissimilarity,
  positionalDissimilarity,
} from '../../../src/agreement/spans/alignable.ts';
import { loadPrograms, wholeProgram } from '../../../src/agreement/spans/alignment-program.ts';
import { bestAlignment } from '../../../src/agreement/spans/best-alignment.ts';
import type { Span } from '../../../src/agreement/spans/continuum.ts';
import { gamma } from '../../../src/agreement/spans/gamma.ts';
import { randomContinuum } from '../../../src/agreement/spans/random-continuum.ts';
import { unitaryAlignments } from '../../../src/agreement/spans/unitary-alignments.ts';
import { randomNumbers } from '../../../src/statistics/random.ts';
import reference from '../../fixtures/scipy-spans.json' with { type: 'json' };
import { anySpans, find, none, span, spans } from './spans.ts';

const place = (a: string, b: string): number => {
  const both = [span(`${a} a`), span(`${b} a`)];
  const of = (key: 'start' | 'end') => Float64Array.from(both, (one) => one[key]);
  return positionalDissimilarity({ start: of('start'), end: of('end') }, 0, 1);
};

function alignable(raters: readonly (readonly Span[])[]): Alignable {
  const all = raters.flatMap((own, rater) => own.map((one) => ({ ...one, rater })));
  all.sort((a, b) => a.start - b.start || a.end - b.end || a.rater - b.rater);
  const codes = [...new Set(all.map(({ code }) => code))];
  return {
    raters: raters.length,
    rater: Int32Array.from(all, ({ rater }) => rater),
    start: Float64Array.from(all, ({ start }) => start),
    end: Float64Array.from(all, ({ end }) => end),
    code: Int32Array.from(all, ({ code }) => codes.indexOf(code)),
  };
}

const possibleOf = (data: Alignable, dissimilarity: Dissimilarity) => {
  const possible = unitaryAlignments(data, dissimilarity);
  if (!possible) throw new Error('too many');
  return possible;
};

describe('the dissimilarity of places', () => {
  test.each([
    ['4-14', '40-44', 22.2],
    ['4-14', '20-25', 3.2],
    ['4-14', '14-24', 1],
    ['20-30', '20-25', 0.11],
    ['20-25', '14-24', 0.22],
    ['4-14', '4-14', 0],
  ])('of %s and %s is %d, as in figure 10 of the paper', (a, b, printed) => {
    expect(Math.abs(place(a, b) - printed)).toBeLessThan(0.06);
  });

  test('is the same on every scale', () =>
    expect(place('0-7', '0-10')).toBeCloseTo(place('0-21', '0-30'), 12));
});

describe('the best alignment', () => {
  const disorders = reference.values.filter(({ kind }) => kind === 'disorder');
  test.each(disorders.map((one, at) => [at, one] as const))('is that of scipy, case %i', async (_, one) => {
    const raters = one.raters.map((own) =>
      own.map(
        ([start, end, code]): Span => ({ start: start as number, end: end as number, code: code as string }),
      ),
    );
    const weights = { positional: one.positional as number, categorical: one.categorical as number };
    const possible = possibleOf(alignable(raters), weights);
    expect(bestAlignment(possible)?.disorder).toBeCloseTo(one.value as number, 9);
  });
  test('there are such cases', () => expect(disorders.length).toBeGreaterThan(15));

  test('of Alex, Paul and Suzan has a disorder of 0.96', async () => {
    const data = spans(
      60,
      '2-9 1, 11-17 2, 24-30 5, 32-36 6, 36-44 6, 44-60 7',
      '2-9 1, 11-17 3, 19-25 5, 32-44 6',
      '2-9 1, 11-17 4, 21-27 5, 32-36 6, 36-40 6, 40-44 6',
    );
    const results = await gamma(data, none);
    expect(find(results, 'gamma').observed?.toFixed(2)).toBe('0.96');
    for (const code of ['1', '5']) expect(find(results, 'gamma-k', code).value).toBe(1);
    for (const code of ['2', '3', '4']) expect(find(results, 'gamma-k', code).value).toBeLessThanOrEqual(0);
  });

  test('holds the spans of a unitary alignment in their order', () => {
    const raters = ['5-9 a', '3-8 a', '4-9 a'].map((text) => [span(text)]);
    const { starts, members } = possibleOf(alignable(raters), { positional: 3, categorical: 1 });
    for (const at of starts.keys()) {
      const own = [...members.subarray(starts[at], starts[at + 1])];
      expect(own).toEqual(own.toSorted((a, b) => a - b));
    }
  });

  test('by the linear program and a sweep is that of the integer program, and takes every span once', async () => {
    const programs = await loadPrograms();
    // Five raters whose spans overlap widely: too many choices for the first, short look.
    const random = randomNumbers(7);
    const raters = Array.from({ length: 5 }, () =>
      Array.from({ length: 60 }, (_, at): Span => {
        const start = at * 5 + random.below(12);
        return { start, end: start + 6 + random.below(12), code: 'abc'[random.below(3)] as string };
      }),
    );
    const possible = possibleOf(alignable(raters), { positional: 3, categorical: 1 });
    const byPrograms = bestAlignment(possible, programs);
    expect(bestAlignment(possible)).toBeNull();
    const whole = wholeProgram(programs, possible, 0, 300, new Float64Array(possible.disorder.length));
    const disorder = whole.reduce((sum, one) => sum + (possible.disorder[one] as number), 0);
    expect(byPrograms?.disorder).toBeCloseTo(disorder, 7);
    const taken = [...(byPrograms?.chosen ?? [])].flatMap((one) => [
      ...possible.members.subarray(possible.starts[one], possible.starts[one + 1]),
    ]);
    expect(taken.sort((a, b) => a - b)).toEqual([...Array(300).keys()]);
  });
});

describe('what would take too long', () => {
  test.each([
    ['very many raters', Array(30).fill('2-9 a, 11-17 b')],
    ['fourteen raters of the same spans', Array(14).fill('2-9 a, 11-17 b, 24-30 a')],
  ])('has a reason in place of a value: %s', async (_, raters) => {
    const found = find(await gamma(spans(60, ...(raters as string[])), none), 'gamma');
    expect([found.value, found.reason]).toEqual([null, expect.stringContaining('compare fewer raters')]);
  });
});

describe('gamma', () => {
  test('is 1 of the same spans, with gamma-cat and gamma-k', async () => {
    const own = '2-9 a, 11-17 b, 24-30 a';
    const results = await gamma(spans(60, own, own, own), none);
    for (const one of results) expect([one.measure, one.value]).toEqual([one.measure, 1]);
  });

  test('draws until its precision is reached, and the same from the same seed', async () => {
    const data = spans(60, '2-9 a, 11-17 b, 24-30 a', '3-9 a, 12-20 b', '1-8 a, 40-45 b');
    const rough = find(await gamma(data, { ...none, precision: 0.2 }), 'gamma');
    const fine = find(await gamma(data, { ...none, precision: 0.02 }), 'gamma');
    expect(rough.details.samples).toBe(30);
    expect(fine.details.samples).toBeGreaterThan(30);
    expect(fine.details['relative error']).toBeLessThanOrEqual(0.021);
    expect(await gamma(data, none)).toEqual(await gamma(data, none));
    expect(find(await gamma(data, { ...none, seed: 2 }), 'gamma').expected).not.toBe(
      find(await gamma(data, none), 'gamma').expected,
    );
  });

  test('of codes takes no pair that is too far apart', async () => {
    // 3 · d_pos is above 1 from a third of the lengths on.
    const results = await gamma(spans(100, '10-20 a, 50-60 a', '18-28 b, 50-60 a'), none);
    expect(find(results, 'gamma-cat').observed).toBe(0);
    expect(find(results, 'gamma-k', 'b').reason).toContain('no two aligned spans lie near enough');
  });

  test('counts a span that a rater has twice once, and says so', async () => {
    const [once, twice] = await Promise.all([
      gamma(spans(60, '2-9 a, 11-17 b', '2-9 a'), none),
      gamma(spans(60, '2-9 a, 2-9 a, 11-17 b', '2-9 a'), none),
    ]);
    expect(find(twice, 'gamma').value).toBe(find(once, 'gamma').value);
    expect(find(twice, 'gamma').warnings.join()).toContain('counts once');
  });

  test('does not depend on the order of spans, and its disorder not on that of raters', async () => {
    await fc.assert(
      fc.asyncProperty(anySpans({ raters: 3 }), async (data) => {
        const reversed = {
          ...data,
          continua: data.continua.map((one) => ({ ...one, spans: one.spans.map((own) => own.toReversed()) })),
        };
        const swapped = {
          raters: data.raters.toReversed(),
          continua: data.continua.map((one) => ({ ...one, spans: one.spans.toReversed() })),
        };
        const few = { ...none, samples: 2, precision: 10 };
        const [a, b, c] = await Promise.all([gamma(data, few), gamma(reversed, few), gamma(swapped, few)]);
        expect(find(b, 'gamma')).toEqual(find(a, 'gamma'));
        expect(find(c, 'gamma').observed ?? 0).toBeCloseTo(find(a, 'gamma').observed ?? 0, 9);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a random continuum', () => {
  test('has one rater’s spans for each, moved, with their lengths and codes', () => {
    const own = ['2-9 a, 11-17 b', '3-4 c'].map((text) => text.split(', ').map(span));
    const shape = (all: readonly Span[]) => all.map(({ start, end, code }) => [end - start, code]);
    for (let seed = 0; seed < 50; seed++) {
      for (const drawn of randomContinuum(own, 40, randomNumbers(seed))) {
        expect(own.map(shape)).toContainEqual(shape(drawn));
        for (const { start } of drawn) expect(start >= 0 && start < 40).toBe(true);
      }
    }
  });

  test('moves raters apart by the mean length of a span at least', () => {
    const own = [[span('0-10 a')], [span('0-10 b')], [span('0-10 c')]];
    for (let seed = 0; seed < 200; seed++) {
      const starts = randomContinuum(own, 100, randomNumbers(seed)).map(([one]) => one?.start ?? 0);
      for (const [at, a] of starts.entries()) {
        for (const b of starts.slice(0, at)) {
          expect(Math.min(Math.abs(a - b), 100 - Math.abs(a - b))).toBeGreaterThanOrEqual(10);
        }
      }
    }
  });

  test('is drawn all the same where there is no room for that', () => {
    const own = [[span('0-10 a')], [span('0-10 b')], [span('0-10 c')]];
    expect(randomContinuum(own, 12, randomNumbers(1))).toHaveLength(3);
  });
});
