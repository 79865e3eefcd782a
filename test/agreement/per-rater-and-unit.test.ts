import { describe, expect, test } from 'vitest';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { fleissKappa } from '../../src/agreement/fleiss-kappa.ts';
import { krippendorffAlpha } from '../../src/agreement/krippendorff-alpha.ts';
import { perRater } from '../../src/agreement/per-rater.ts';
import { perUnit } from '../../src/agreement/per-unit.ts';
import { percentAgreement } from '../../src/agreement/percent.ts';
import { ofWords, value } from './data.ts';

const words = ['aabbccabca', 'aabbccabcb', 'aabbccaacb', 'cbaacbbcab'] as const;
const none = { interval: 'none' } as const;

describe('per rater', () => {
  test('each against the rest: the mean of its pairs, and all others without it', () => {
    const found = perRater(ofWords(...words), 'fleiss-kappa');
    expect(found.map(({ rater }) => rater)).toEqual(['r1', 'r2', 'r3', 'r4']);
    const odd = found[3];
    const pair = (other: number) => value(fleissKappa(ofWords(words[other] ?? '', words[3]), none));
    expect(odd?.mean).toBeCloseTo((pair(0) + pair(1) + pair(2)) / 3, 12);
    expect(odd?.without).toBeCloseTo(value(fleissKappa(ofWords(...words.slice(0, 3)), none)), 12);
    expect(odd?.pairs.map(({ raters }) => raters.join())).toEqual(['r1,r4', 'r2,r4', 'r3,r4']);
    expect(odd?.mean ?? 1).toBeLessThan(found[0]?.mean ?? 0);
    const all = value(fleissKappa(ofWords(...words), none));
    expect(found.map(({ without }) => (without ?? 0) > all)).toEqual([false, false, false, true]);
  });

  test('of a measure for two raters, the others are compared in pairs', () => {
    const [first] = perRater(ofWords(...words.slice(0, 3)), 'cohen-kappa');
    expect(first?.without).toBeCloseTo(value(cohenKappa(ofWords(words[1], words[2]), none)), 12);
    expect(first?.pairs[0]?.interval).toBeNull();
    const [asked] = perRater(ofWords(...words.slice(0, 3)), 'cohen-kappa', { interval: 'analytic' });
    expect(asked?.pairs[0]?.interval?.method).toMatch(/^analytic/);
  });

  test('pairs without a value are not in the mean, and with two raters there are no others', () => {
    const found = perRater(ofWords('aabb', 'aabb', '....'), 'cohen-kappa');
    expect(found.map(({ mean }) => mean)).toEqual([1, 1, null]);
    expect(found.map(({ without }) => without)).toEqual([null, null, 1]);
    expect(perRater(ofWords('ab', 'ab'), 'percent').map(({ without }) => without)).toEqual([null, null]);
    expect(perRater(ofWords('ab'), 'percent')).toEqual([
      { rater: 'r1', mean: null, pairs: [], without: null },
    ]);
  });
});

describe('per unit', () => {
  const drop = (at: number) => words.slice(0, 2).map((word) => word.slice(0, at) + word.slice(at + 1));

  test('the costliest comes first, with the coefficient without one such unit', () => {
    const data = ofWords(words[0], words[1]);
    const found = perUnit(data, 'cohen-kappa');
    expect(found[0]).toMatchObject({ ratings: ['a', 'b'], times: 1 });
    expect(found[0]?.without).toBe(1);
    expect(found[0]?.cost).toBeCloseTo(1 - value(cohenKappa(data, none)), 12);
    const [, , third] = found;
    const at = [...words[0]].indexOf(third?.ratings[0] ?? '');
    expect(third?.without).toBeCloseTo(value(cohenKappa(ofWords(...drop(at)), none)), 12);
    expect(found.reduce((sum, { times }) => sum + times, 0)).toBe(10);
    const costs = found.map(({ cost }) => cost ?? 0);
    expect(costs).toEqual(costs.toSorted((a, b) => b - a));
  });

  test('units that do not enter are not listed, those without which there is no value come last', () => {
    const found = perUnit(ofWords('aaab.', 'aaaaa'), 'krippendorff-alpha');
    expect(found.map(({ times }) => times)).toEqual([3, 1]);
    expect(found[1]).toMatchObject({ without: null, cost: null });
    expect(found[0]?.without).toBeCloseTo(value(krippendorffAlpha(ofWords('aab', 'aaa'), none)), 12);
    expect(perUnit(ofWords('aaa', 'aaa'), 'krippendorff-alpha')).toEqual([]);
  });

  test('of percent agreement every disagreement costs the same', () => {
    const found = perUnit(ofWords('aabbc', 'abbac'), 'percent');
    expect(found[0]?.without).toBeCloseTo(value(percentAgreement(ofWords('aabc', 'abbc'), none)), 12);
    expect(found[0]?.ratings.toSorted()).toEqual(['a', 'b']);
    expect(found[0]?.times).toBe(2);
  });

  test('units are named where they have names, ten at most, whoever said what', () => {
    const names = ['p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y'];
    const data = { ...ofWords(words[0], words[1]), names };
    const cohen = perUnit(data, 'cohen-kappa');
    expect(cohen[0]).toMatchObject({ ratings: ['a', 'b'], anybody: false, units: ['y'] });
    const fleiss = perUnit({ ...ofWords('ab.a', 'ba.a'), names }, 'fleiss-kappa');
    expect(fleiss.map(({ units, anybody }) => [units, anybody])).toEqual([
      [['p', 'q'], true],
      [['s'], true],
    ]);
    const many = { ...ofWords('a'.repeat(20), `${'a'.repeat(19)}b`), names: [...'abcdefghijklmnopqrst'] };
    expect(perUnit(many, 'percent').at(-1)?.units).toEqual([...'abcdefghij']);
    expect(perUnit(ofWords('ab', 'aa'), 'percent')[0]?.units).toEqual([]);
  });
});
