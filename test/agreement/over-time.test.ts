import { describe, expect, test } from 'vitest';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { countPatterns } from '../../src/agreement/counts.ts';
import { overTime } from '../../src/agreement/over-time.ts';
import { encodeRatings, type Label, type Ratings } from '../../src/agreement/ratings.ts';
import { ofWords } from './data.ts';

const rated = (raters: string[], names: string[], labels: Label[][], declared?: string[]): Ratings => ({
  ...encodeRatings(raters, labels, declared),
  names,
});

describe('ratings at two times', () => {
  const may = rated(
    ['ana', 'ben'],
    ['u1', 'u2', 'u3'],
    [
      ['b', 'c', 'b'],
      ['b', 'b', null],
    ],
  );
  const june = rated(
    ['ben', 'cleo', 'ana'],
    ['u3', 'u4', 'u1'],
    [
      ['a', 'b', 'b'],
      ['a', 'a', 'a'],
      ['b', 'c', 'c'],
    ],
  );
  const { ratings, first, second, both, left } = overTime(may, june, ['May', 'June']);
  const labelOf = (rater: string, unit: string) => {
    const cell = ratings.cells[ratings.raters.indexOf(rater)]?.[ratings.names?.indexOf(unit) ?? -1];
    return ratings.categories[cell ?? -1] ?? null;
  };

  test('stand side by side by the names of units, whatever their order', () => {
    expect(first).toEqual(['ana (May)', 'ben (May)']);
    expect(second).toEqual(['ben (June)', 'cleo (June)', 'ana (June)']);
    expect(ratings.names).toEqual(['u1', 'u3']);
    expect(['u1', 'u3'].map((unit) => labelOf('ana (May)', unit))).toEqual(['b', 'b']);
    expect(['u1', 'u3'].map((unit) => labelOf('ben (May)', unit))).toEqual(['b', null]);
    expect(['u1', 'u3'].map((unit) => labelOf('ana (June)', unit))).toEqual(['c', 'b']);
    expect(['u1', 'u3'].map((unit) => labelOf('ben (June)', unit))).toEqual(['b', 'a']);
  });

  test('without the units that are there one time only', () => {
    expect(left).toEqual({ first: 1, second: 1 });
  });

  test('who rated both times can be compared with themself', () => {
    expect(both.map(({ rater }) => rater)).toEqual(['ana', 'ben']);
    const places = [both[0]?.first, both[0]?.second].map((name) => ratings.raters.indexOf(name ?? ''));
    const cells = places.flatMap((place) => ratings.cells[place] ?? []);
    const { n, table } = cohenKappa({ ...ratings, raters: ['then', 'now'], cells }, { interval: 'none' });
    expect(n).toBe(2);
    expect(table?.counts.flat().reduce((sum, times) => sum + times, 0)).toBe(2);
  });

  test('a declared order of categories stays, else numbers stand in the order of numbers', () => {
    const scale = ['low', 'middle', 'high'];
    const one = rated(['ana'], ['u'], [['high']], scale);
    expect(overTime(one, rated(['ana'], ['u'], [['low']], scale), ['1', '2']).ratings).toMatchObject({
      categories: scale,
      order: 'declared',
    });
    const numbers = overTime(rated(['a'], ['u'], [['10']]), rated(['a'], ['u'], [['9']]), ['1', '2']);
    expect(numbers.ratings.categories).toEqual(['9', '10']);
  });

  test('units keep their documents', () => {
    const clusters = (of: number[], count: number) => ({ name: 'document', count, of: Int32Array.from(of) });
    const joined = overTime({ ...may, clusters: clusters([0, 0, 1], 2) }, june, ['1', '2']).ratings;
    expect(joined.clusters).toEqual(clusters([0, 1], 2));
    expect(countPatterns(joined).clusters?.count).toBe(2);
    const later = { ...june, clusters: clusters([1, 0, 0], 2) };
    expect(overTime(may, later, ['1', '2']).ratings.clusters).toEqual(clusters([0, 1], 2));
  });

  test('units without names, or times with one name, are an error of the program', () => {
    expect(() => overTime(ofWords('ab'), may, ['1', '2'])).toThrow(RangeError);
    expect(() => overTime(may, june, ['1', '1'])).toThrow(RangeError);
    expect(() => overTime({ ...may, names: ['u1', 'u1', 'u3'] }, june, ['1', '2'])).toThrow(RangeError);
    expect(() => overTime({ ...may, weights: Int32Array.of(1, 2, 1) }, june, ['1', '2'])).toThrow(RangeError);
  });
});
