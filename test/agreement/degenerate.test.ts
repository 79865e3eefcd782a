import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { countPatterns } from '../../src/agreement/counts.ts';
import { fleissKappa } from '../../src/agreement/fleiss-kappa.ts';
import { krippendorffAlpha } from '../../src/agreement/krippendorff-alpha.ts';
import { percentAgreement } from '../../src/agreement/percent.ts';
import { encodeRatings, type Ratings } from '../../src/agreement/ratings.ts';
import { ofTable, ofWords } from './data.ts';

interface Case {
  name: string;
  data: Ratings;
  percent: number | null;
  cohen: number | null;
  fleiss: number | null;
  alpha: number | null;
}

const cases: Case[] = [
  { name: 'no raters', data: encodeRatings([], []), percent: null, cohen: null, fleiss: null, alpha: null },
  { name: 'no units', data: ofWords('', ''), percent: null, cohen: null, fleiss: null, alpha: null },
  { name: 'one rater', data: ofWords('abab'), percent: null, cohen: null, fleiss: null, alpha: null },
  { name: 'one unit, agreed', data: ofWords('a', 'a'), percent: 1, cohen: null, fleiss: null, alpha: null },
  // pe is 0 for Cohen, whose raters share no category; ½ for Fleiss; alpha is 1 − 1/1.
  { name: 'one unit, not agreed', data: ofWords('a', 'b'), percent: 0, cohen: 0, fleiss: -1, alpha: 0 },
  { name: 'one category', data: ofWords('aaaa', 'aaaa'), percent: 1, cohen: null, fleiss: null, alpha: null },
  {
    name: 'a constant rater',
    data: ofWords('aaaa', 'aabb'),
    percent: 0.5,
    cohen: 0,
    fleiss: -1 / 3,
    alpha: -1 / 6,
  },
  {
    name: 'two constant raters',
    data: ofWords('aaaa', 'bbbb'),
    percent: 0,
    cohen: 0,
    fleiss: -1,
    alpha: -0.75,
  },
  {
    name: 'disjoint labels',
    data: ofWords('abab', 'cdcd'),
    percent: 0,
    cohen: 0,
    fleiss: -1 / 3,
    alpha: -1 / 6,
  },
  {
    name: 'nobody pairable',
    data: ofWords('ab..', '..ab'),
    percent: null,
    cohen: null,
    fleiss: null,
    alpha: null,
  },
  {
    name: 'a rater who rated nothing',
    data: ofWords('abab', '....'),
    percent: null,
    cohen: null,
    fleiss: null,
    alpha: null,
  },
];

describe.each(cases)('$name', ({ data, ...expected }) => {
  const found = {
    percent: percentAgreement(data),
    cohen: cohenKappa(data),
    fleiss: fleissKappa(data),
    alpha: krippendorffAlpha(data),
  };
  test.each(['percent', 'cohen', 'fleiss', 'alpha'] as const)('%s', (measure) => {
    const result = found[measure];
    const wanted = expected[measure];
    if (wanted === null) expect(result.value).toBeNull();
    else expect(result.value).toBeCloseTo(wanted, 12);
    expect(typeof result.reason).toBe(wanted === null ? 'string' : 'object');
    expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity/);
  });
});

test('the reason names what is missing, or the category that is all there is', () => {
  expect(cohenKappa(ofWords('abab')).reason).toBe('agreement needs two raters, there is one');
  expect(cohenKappa(ofWords('ab..', '..ab')).reason).toBe('no unit was rated by both raters');
  expect(cohenKappa(ofWords('aa', 'aa')).reason).toMatch(/both raters used "a" only/);
  expect(fleissKappa(ofWords('aa', 'aa', 'aa')).reason).toMatch(/every rating is "a"/);
  expect(krippendorffAlpha(ofWords('aa', 'aa')).reason).toMatch(/every pairable value is "a"/);
  expect(cohenKappa(ofWords('ab', 'ab', 'ab')).reason).toMatch(/two raters, there are 3/);
});

test('a rater who rated nothing is left out without spoiling what the others did', () => {
  const with4 = ofWords('abab', 'abba', '....');
  expect(fleissKappa(with4).value).toBeCloseTo(fleissKappa(ofWords('abab', 'abba')).value ?? 0, 12);
  expect(krippendorffAlpha(with4).value).toBe(krippendorffAlpha(ofWords('abab', 'abba')).value);
});

test('a constant rater gives kappa 0, exactly, with a warning that names the rater', () => {
  const found = cohenKappa(ofWords('aaaaaaa', 'aabbcca'));
  expect(found.value).toBe(0);
  expect(found.interval).toBeNull();
  expect(found.warnings.join('; ')).toMatch(/r1 used "a" only: kappa is 0/);
  for (const weights of ['linear', 'quadratic'] as const) {
    expect(cohenKappa(ofWords('aaaaaaa', 'aabbcca'), { weights }).value).toBe(0);
  }
});

test('expected agreement just below 1 is not taken for 1', () => {
  const found = cohenKappa(
    ofTable([
      [2 ** 40, 1],
      [0, 1],
    ]),
  );
  expect(found.value).toBeCloseTo(2 / 3, 3);
});

test('few units give a wide interval and a warning', () => {
  const few = cohenKappa(
    ofTable([
      [4, 1],
      [1, 4],
    ]),
  );
  const lots = cohenKappa(
    ofTable([
      [400, 100],
      [100, 400],
    ]),
  );
  expect(few.warnings).toContain('there are only 10 units');
  expect(lots.warnings).toEqual([]);
  const width = ({ interval }: typeof few) => (interval?.high ?? 0) - (interval?.low ?? 0);
  expect(width(few)).toBeGreaterThan(0.8);
  expect(width(lots)).toBeLessThan(0.11);
});

test('perfect agreement gives no interval of no width, but says how much could go unseen', () => {
  const found = cohenKappa(
    ofTable([
      [5, 0],
      [0, 5],
    ]),
  );
  expect(found.value).toBe(1);
  expect(found.interval).toBeNull();
  expect(found.warnings.join('; ')).toMatch(/up to 26% of disagreement would go unseen/);
});

test('an analytic interval stays between −1 and 1, and says when it was cut off', () => {
  const { interval } = cohenKappa(
    ofTable([
      [4, 1],
      [0, 4],
    ]),
  );
  expect(interval?.high).toBe(1);
  expect(interval?.method).toMatch(/cut off at 1$/);
});

test('two raters with 900 of 1000 characters each, 800 of them shared, agree less than by chance', () => {
  const found = cohenKappa({
    ...ofTable(
      [
        [0, 100],
        [100, 800],
      ],
      ['absent', 'present'],
    ),
    unit: 'character',
  });
  expect(found.value).toBeCloseTo(-1 / 9, 12);
  expect(found.observed).toBe(0.8);
  expect(found.expected).toBeCloseTo(0.82, 12);
  expect(found.positive).toBeCloseTo(8 / 9, 12);
  expect(found.negative).toBe(0);
  expect(found.prevalence).toBe(0.8);
  expect(found.bias).toBe(0);
  expect(found.interval).toBeNull();
  expect(found.warnings.join('; ')).toMatch(/characters are not independent/);
  expect(found.warnings.join('; ')).toMatch(/although 800 characters of 1000 agree/);
});

test('a rating that is no category is an error of the program', () => {
  const base = { units: 1, raters: ['a', 'b'], categories: ['x'] };
  expect(() => countPatterns({ ...base, cells: [Int16Array.of(1), Int16Array.of(0)] })).toThrow(RangeError);
  expect(() => countPatterns({ ...base, cells: [Int16Array.of(0), Int16Array.of(-2)] })).toThrow(RangeError);
});

test('a constant rater gives exactly 0 with any weights and any numbers', () => {
  const row = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 3, maxLength: 7 });
  fc.assert(
    fc.property(
      row,
      fc.constantFrom('identity', 'linear', 'quadratic'),
      fc.nat({ max: 6 }),
      (own, weights, at) => {
        fc.pre(own.filter((times) => times > 0).length > 1);
        const first = own.map((_, index) => (index === at % own.length ? own : own.map(() => 0)));
        const second = own.map((_, row) => first.map((line) => line[row] ?? 0));
        for (const table of [first, second]) expect(cohenKappa(ofTable(table), { weights }).value).toBe(0);
      },
    ),
  );
});

test('bias is above 0 where the first rater finds more than the second', () => {
  const found = cohenKappa(
    ofTable(
      [
        [50, 5],
        [25, 20],
      ],
      ['absent', 'present'],
    ),
  );
  expect(found.bias).toBeCloseTo(0.2, 12);
  expect(found.prevalence).toBeCloseTo(-0.3, 12);
});
