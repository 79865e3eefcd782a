import { describe, expect, test } from 'vitest';
import { type CodedUnits, onlyCoded, ratingsOfCode } from '../../src/agreement/coded-units.ts';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { fleissKappa } from '../../src/agreement/fleiss-kappa.ts';
import { pairwise } from '../../src/agreement/pairwise.ts';
import { perCode } from '../../src/agreement/per-code.ts';
import { randomNumbers } from '../../src/statistics/random.ts';
import { ofWords } from './data.ts';

const bits = (word: string): Int8Array => Int8Array.from(word, (one) => (one === '.' ? -1 : Number(one)));

const coded: CodedUnits = {
  units: 8,
  raters: ['ana', 'ben', 'cem'],
  codes: ['good', 'bad', 'unused', 'new'],
  cells: [
    ['11001100', '11001101', '11001100'].map(bits),
    ['10101010', '01010101', '10101010'].map(bits),
    ['00000000', '00000000', '00000000'].map(bits),
    ['11110000', '11100000', '........'].map(bits),
  ],
  unit: 'turn',
};

describe('per code', () => {
  const found = perCode(coded);

  test('the worst code comes first and codes without a value last', () => {
    expect(found.codes.map(({ code }) => code)).toEqual(['bad', 'new', 'good', 'unused']);
    expect(found.codes.at(-1)?.all.reason).toMatch(/every rating is "absent"/);
  });

  test("each pair has Cohen's kappa on units that both rated, and all raters Fleiss'", () => {
    const bad = found.codes[0];
    expect(bad?.all.measure).toBe('fleiss-kappa');
    expect(bad?.pairs.map(({ raters, value }) => [raters.join(), value])).toEqual([
      ['ana,ben', -1],
      ['ana,cem', 1],
      ['ben,cem', -1],
    ]);
    expect(bad?.pairs[0]).toMatchObject({ code: 'bad', unit: 'turn', prevalence: 0, positive: 0 });
  });

  test('a code that a rater does not have is null for the pairs of that rater', () => {
    const code = found.codes.find((one) => one.code === 'new');
    expect(code?.pairs.map(({ value, reason }) => value ?? reason)).toEqual([
      expect.closeTo(0.75, 10),
      'no unit was rated by both raters',
      'no unit was rated by both raters',
    ]);
  });

  test('pooled and mean are told apart, for all raters and for each pair', () => {
    expect(found.pooled.measure).toBe('pooled-kappa');
    expect(found.mean.codes?.excluded.map(({ code }) => code)).toEqual(['unused']);
    expect(found.pairs.map(({ raters }) => raters.join())).toEqual(['ana,ben', 'ana,cem', 'ben,cem']);
    expect(found.pairs[1]?.pooled.codes?.excluded.map(({ code }) => code)).toEqual(['new']);
    expect(found.pooled.warnings.join()).toMatch(/no interval/);
  });
});

test("for two raters, both are Cohen's kappa", () => {
  const two = { ...coded, raters: ['ana', 'ben'], cells: coded.cells.map((raters) => raters.slice(0, 2)) };
  const found = perCode(two);
  expect(found.codes.map(({ all }) => all.measure)).toEqual(Array(4).fill('cohen-kappa'));
  expect(found.codes.find(({ code }) => code === 'good')?.all.value).toBeCloseTo(
    cohenKappa(ofWords('11001100', '11001101')).value ?? 0,
    12,
  );
  expect(found.pairs).toEqual([]);
});

test('with one rater, or none, there is no kappa and no failure', () => {
  for (const raters of [1, 0]) {
    const some = {
      ...coded,
      raters: coded.raters.slice(0, raters),
      cells: coded.cells.map((all) => all.slice(0, raters)),
    };
    expect(perCode(some).pooled.value).toBeNull();
    expect(perCode(some).codes.every(({ all }) => all.value === null)).toBe(true);
  }
});

test('with no codes there is nothing to pool, and no failure', () => {
  const found = perCode({ ...coded, codes: [], cells: [] });
  expect(found.codes).toEqual([]);
  expect(found.pooled.reason).toBe('no code has units to compare');
  expect(found.mean.reason).toBe('no code has a kappa');
});

describe('with documents', () => {
  const units = 96;
  const random = randomNumbers(4);
  const draw = (share: number) => Int8Array.from({ length: units }, () => Number(random.uniform() < share));
  const like = (cells: Int8Array) => cells.map((one) => (random.uniform() < 0.2 ? 1 - one : one));
  const cells = [0.5, 0.2].map((share) => {
    const first = draw(share);
    return [first, like(first), like(first)];
  });
  const clusters = {
    name: 'document',
    count: 12,
    of: Int32Array.from({ length: units }, (_, unit) => unit % 12),
  };
  const several: CodedUnits = { units, raters: ['ana', 'ben', 'cem'], codes: ['a', 'b'], cells, clusters };
  const found = perCode(several, { replicates: 300, seed: 9 });

  test('they are resampled for all codes together, which gives pooled kappa an interval', () => {
    const { interval, value } = found.pairs[0]?.pooled ?? {};
    expect(interval?.method).toMatch(/over 12 documents \(300 resamples, seed 9\), all codes together/);
    expect(interval?.low).toBeLessThan(value ?? 0);
    expect(interval?.high).toBeGreaterThan(value ?? 0);
  });

  test.each([
    ['percentiles', { replicates: 300, seed: 9 }],
    ['BCa', { replicates: 300, seed: 9, bootstrap: 'bca' }],
    ['jackknife', { interval: 'jackknife' }],
  ] as const)('each code and pair has the interval that it has on its own: %s', (_, options) => {
    for (const { code, all, pairs } of perCode(several, options).codes) {
      const ratings = ratingsOfCode(several, several.codes.indexOf(code));
      const alone = fleissKappa(ratings, options);
      expect(all.interval?.low).toBeCloseTo(alone.interval?.low ?? 0, 12);
      expect(all.interval?.high).toBeCloseTo(alone.interval?.high ?? 0, 12);
      const ofPairs = pairwise(ratings, cohenKappa, options);
      for (const [at, pair] of pairs.entries()) {
        expect(pair.se).toBeCloseTo(ofPairs[at]?.se ?? 0, 12);
        expect(pair.interval?.low).toBeCloseTo(ofPairs[at]?.interval?.low ?? 0, 12);
        expect(pair.interval?.method).toBe(ofPairs[at]?.interval?.method);
      }
    }
  });

  test('pooled kappa has a BCa interval, and a jackknife over documents', () => {
    const corrected = perCode(several, { replicates: 300, seed: 9, bootstrap: 'bca' }).pooled.interval;
    expect(corrected?.method).toBe(
      'BCa bootstrap over 12 documents (300 resamples, seed 9), all codes together',
    );
    expect(corrected?.low).not.toBe(found.pooled.interval?.low);
    const { se, interval } = perCode(several, { interval: 'jackknife' }).pooled;
    expect(interval?.method).toBe(
      'jackknife over 12 documents (t with 11 degrees of freedom), all codes together',
    );
    expect(Math.abs((se ?? 0) / (found.pooled.se ?? 1) - 1)).toBeLessThan(0.2);
  });

  test('two raters have one interval, for the pair and for all', () => {
    const two = perCode({
      ...several,
      raters: ['ana', 'ben'],
      cells: cells.map((raters) => raters.slice(0, 2)),
    });
    const [code] = two.codes;
    expect(code?.all.interval).toEqual(code?.pairs[0]?.interval);
    expect(code?.all.interval?.method).toMatch(/12 documents/);
    expect(two.pooled.interval).not.toBeNull();
  });

  test('none is made where none is asked for', () => {
    const plain = perCode(several, { interval: 'none' });
    expect([plain.pooled.interval, plain.codes[0]?.all.interval]).toEqual([null, null]);
    expect(plain.pooled.value).toBe(found.pooled.value);
  });
});

test('only coded: units without any code by anybody go, for all codes alike', () => {
  const kept = onlyCoded({
    ...coded,
    codes: ['good'],
    cells: coded.cells.slice(0, 1),
    names: [...'abcdefgh'],
  });
  expect(kept.units).toBe(5);
  expect(kept.names).toEqual([...'abefh']);
  expect(kept.cells[0]?.map((cells) => cells.join(''))).toEqual(['11110', '11111', '11110']);
});

test('only coded: units that stay keep their documents', () => {
  const clusters = { name: 'document', count: 4, of: Int32Array.of(0, 0, 1, 1, 2, 2, 3, 3) };
  const kept = onlyCoded({ ...coded, codes: ['good'], cells: coded.cells.slice(0, 1), clusters });
  expect(kept.clusters).toEqual({ ...clusters, of: Int32Array.of(0, 0, 2, 2, 3) });
  expect(onlyCoded(coded)).not.toHaveProperty('clusters');
});

test('the ratings of one code keep the names of units, what a unit is, and the documents', () => {
  const names = [...'abcdefgh'];
  const clusters = { name: 'document', count: 1, of: new Int32Array(8) };
  expect(ratingsOfCode({ ...coded, names, clusters }, 1)).toEqual({
    units: 8,
    raters: ['ana', 'ben', 'cem'],
    categories: ['absent', 'present'],
    cells: coded.cells[1],
    order: 'declared',
    unit: 'turn',
    names,
    clusters,
  });
  const { unit: _, ...plain } = coded;
  for (const key of ['unit', 'names', 'clusters']) expect(ratingsOfCode(plain, 1)).not.toHaveProperty(key);
});
