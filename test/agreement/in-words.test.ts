import { describe, expect, test } from 'vitest';
import { count, positiveZero } from '../../src/agreement/agreement.ts';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { fleissKappa } from '../../src/agreement/fleiss-kappa.ts';
import { krippendorffAlpha } from '../../src/agreement/krippendorff-alpha.ts';
import { measures } from '../../src/agreement/measures.ts';
import { percentAgreement } from '../../src/agreement/percent.ts';
import { encodeRatings } from '../../src/agreement/ratings.ts';
import { ofTable, ofWords } from './data.ts';

const names = ['percent', 'cohen-kappa', 'fleiss-kappa', 'krippendorff-alpha'] as const;
const many = ['percent', 'fleiss-kappa', 'krippendorff-alpha'] as const;

describe('weights by rank need an order of categories', () => {
  const undeclared = /^the order of categories was not declared: taken as (.*)$/;
  const words = (first: string[], second: string[], declared: string[] = []) =>
    encodeRatings(['ana', 'ben'], [first, second], declared);
  const orderTold = (result: { warnings: string[] }) =>
    result.warnings.flatMap((one) => undeclared.exec(one)?.[1] ?? []);

  const three = words(['low', 'mid', 'high', 'low'], ['low', 'mid', 'mid', 'high']);

  test('that of words is told, since it is an accident', () => {
    expect(orderTold(cohenKappa(three, { weights: 'linear' }))).toEqual(['"high", "low", "mid"']);
    expect(orderTold(cohenKappa(three, { weights: 'quadratic' }))).toEqual(['"high", "low", "mid"']);
  });

  test('no order is needed without weights, nor between two categories', () => {
    expect(orderTold(cohenKappa(three))).toEqual([]);
    const two = words(['low', 'high', 'low'], ['low', 'high', 'high']);
    expect(orderTold(cohenKappa(two, { weights: 'linear' }))).toEqual([]);
  });

  test('nothing is told of an order that was declared, or that numbers have', () => {
    const declared = words(['low', 'mid', 'high'], ['low', 'mid', 'mid'], ['low', 'mid', 'high']);
    expect(orderTold(cohenKappa(declared, { weights: 'linear' }))).toEqual([]);
    expect(orderTold(cohenKappa(ofWords('1231', '1223'), { weights: 'linear' }))).toEqual([]);
  });

  test('of more than twelve categories the first twelve are told', () => {
    const letters = (many: number) => [...'abcdefghijklmnopqrstuvwxyz'].slice(0, many);
    const told = (many: number) =>
      orderTold(cohenKappa(words(letters(many), letters(many).reverse()), { weights: 'linear' }))[0] ?? '';
    expect(told(12)).toMatch(/"l"$/);
    expect(told(13)).toMatch(/"l", …$/);
  });
});

describe('kappa is said to be low because one category is rare', () => {
  const told = (table: number[][]) =>
    cohenKappa(ofTable(table)).warnings.filter((one) => one.includes('one category is rare'));

  test('where raters agree on 80% or more, kappa is below .4, and prevalence is .5 or beyond', () => {
    expect(
      told([
        [90, 5],
        [5, 0],
      ]),
    ).toEqual([
      'kappa is low although 90 units of 100 agree, because one category is rare (Feinstein and Cicchetti 1990): see positive and negative agreement',
    ]);
    expect(
      told([
        [0, 10],
        [10, 80],
      ]),
    ).toHaveLength(1);
    // Prevalence −.5 exactly, agreement .8 exactly.
    expect(
      told([
        [65, 10],
        [10, 15],
      ]),
    ).toEqual([]);
    expect(
      told([
        [80, 10],
        [10, 0],
      ]),
    ).toHaveLength(1);
  });

  test('not where kappa is .4 or more, agreement lower, or no category rare', () => {
    expect(
      told([
        [90, 3],
        [2, 5],
      ]),
    ).toEqual([]);
    expect(
      told([
        [70, 15],
        [15, 0],
      ]),
    ).toEqual([]);
    expect(
      told([
        [50, 3, 2],
        [3, 20, 2],
        [5, 5, 10],
      ]),
    ).toEqual([]);
  });

  test('nor beside a rater who used one category only, which says it all', () => {
    const table = ofTable([
      [0, 0],
      [5, 95],
    ]);
    expect(cohenKappa(table, { interval: 'none' }).warnings).toEqual([
      'ana used "2" only: kappa is 0 whatever the other rater did',
    ]);
  });
});

test('kappa that has no value has a reason and no warning about its value', () => {
  const found = cohenKappa(
    ofTable(
      [
        [0, 0],
        [0, 40],
      ],
      ['absent', 'present'],
    ),
  );
  expect(found.reason).toMatch(/^both raters used "present" only/);
  expect(found.warnings).toEqual([]);
  expect(found.z).toBeNull();
});

test('either rater may be the one who used one category only', () => {
  for (const table of [
    [
      [0, 0, 0],
      [3, 7, 11],
      [0, 0, 0],
    ],
    [
      [0, 3, 0],
      [0, 7, 0],
      [0, 11, 0],
    ],
  ]) {
    for (const weights of ['identity', 'linear', 'quadratic'] as const) {
      const found = cohenKappa(ofTable(table), { weights });
      expect(found.value).toBe(0);
      expect(found.observed).toBe(found.expected);
    }
  }
});

test.each(names)('%s says why there is nothing to compare', (name) => {
  const reason = (...words: string[]) => measures[name].compute(ofWords(...words)).reason;
  expect(reason('abab')).toBe('agreement needs two raters, there is one');
  expect(reason()).toBe('agreement needs two raters, there is none');
  expect(reason('', '')).toBe('there are no units');
  expect(reason('ab..', '..ab')).toBe('no unit was rated by both raters');
});

test.each(many)('%s says so of more raters too', (name) => {
  const found = measures[name].compute(ofWords('a..', '.b.', '..a'));
  expect([found.value, found.reason]).toEqual([null, 'no unit was rated by enough raters']);
  expect([found.n, found.omitted]).toEqual([0, 3]);
});

test('the reason names the category that is all there is, whichever it is', () => {
  const data = ofWords('bbb.', 'bbba');
  expect(fleissKappa(ofWords('bbb', 'bbb')).reason).toMatch(/^every rating is "b", /);
  expect(krippendorffAlpha(data).reason).toMatch(/^every pairable value is "b", /);
  expect(krippendorffAlpha(data).warnings).toEqual([]);
  // A single rating counts for chance with Fleiss' kappa, and is not pairable.
  expect(fleissKappa(data).value).not.toBeNull();
});

test('a value comes without a reason', () => {
  for (const name of names) expect(measures[name].compute(ofWords('aabb', 'abbb')).reason).toBeNull();
});

test('how missing ratings were treated is told', () => {
  const data = ofWords('aab', 'abb', '.ab');
  expect(percentAgreement(data).missing).toBe('pairwise (Gwet 2014): units with two ratings or more');
  expect(percentAgreement(data, { missing: 'listwise' }).missing).toBe(
    'listwise: units that all raters rated',
  );
  expect(fleissKappa(data, { missing: 'listwise' }).missing).toBe('listwise: units that all raters rated');
  expect(krippendorffAlpha(data).missing).toBe('pairable values: units with two ratings or more');
});

test('a long label is cut where it is quoted', () => {
  const reason = (label: string) =>
    cohenKappa(encodeRatings(['ana', 'ben'], [[label], [label]])).reason?.match(/"(.*?)"/)?.[1];
  expect(reason('x'.repeat(60))).toBe('x'.repeat(60));
  expect(reason('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`);
});

test('one unit is one, and documents and categories are many', () => {
  expect([count(1, 'unit'), count(0, 'turn'), count(2, 'document'), count(3, 'category')]).toEqual([
    '1 unit',
    '0 turns',
    '2 documents',
    '3 categories',
  ]);
});

test('zero is never negative, which would print as -0', () => {
  expect(Object.is(positiveZero(-0), 0)).toBe(true);
  expect(positiveZero(-0.5)).toBe(-0.5);
});
