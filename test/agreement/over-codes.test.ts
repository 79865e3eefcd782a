import { describe, expect, test } from 'vitest';
import { type CodedUnits, ratingsOfCode } from '../../src/agreement/coded-units.ts';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { overCodes } from '../../src/agreement/over-codes.ts';
import { perCode } from '../../src/agreement/per-code.ts';

/** Codes of a unit as bits, of one rater after the other; `-` for not rated. */
const coded = (codes: string[], ...raters: string[][]): CodedUnits => ({
  units: raters[0]?.length ?? 0,
  raters: raters.map((_, at) => `r${at + 1}`),
  codes,
  cells: codes.map((_, code) =>
    raters.map((units) =>
      Int8Array.from(units, (bits) => (bits === '-' ? -1 : (Number.parseInt(bits, 4) >> code) & 1)),
    ),
  ),
});

const units = 60;
const draw = (step: number) => Array.from({ length: units }, (_, at) => String(((at * step) % 7) % 4));
const first = draw(3);
const second = first.map((bits, at) => (at % 5 === 0 ? '1' : bits));
const two = coded(['cost', 'time'], first, second);

describe('a measure over several codes', () => {
  test('is the pooled kappa and the mean of kappas of the codes', () => {
    const none = { interval: 'none' } as const;
    const kappas = two.codes.map((_, code) => cohenKappa(ratingsOfCode(two, code), none));
    const mean = (pick: (one: (typeof kappas)[number]) => number | null) =>
      kappas.reduce((sum, one) => sum + (pick(one) ?? 9), 0) / kappas.length;
    const found = overCodes(two, 'cohen-kappa', none);
    expect(found.mean.value).toBeCloseTo(
      mean(({ value }) => value),
      12,
    );
    const [po, pe] = [mean(({ observed }) => observed), mean(({ expected }) => expected)];
    expect(found.pooled?.value).toBeCloseTo((po - pe) / (1 - pe), 12);
    expect(found.pooled?.interval).toBeNull();
    expect(overCodes(two, 'percent', none).pooled).toBeNull();
  });

  test('has an interval from resampling units with all their codes', () => {
    const { pooled, mean } = overCodes(two, 'cohen-kappa', { replicates: 2000 });
    for (const one of [pooled, mean]) {
      expect(one?.interval?.method).toBe('percentile bootstrap over 60 units (2000 resamples, seed 1)');
      expect(one?.interval?.low).toBeLessThan(one?.value ?? 0);
      expect(one?.interval?.high).toBeGreaterThan(one?.value ?? 1);
    }
  });

  test('of one code alone is the interval of that code', () => {
    const one = coded(
      ['cost'],
      first.map((bits) => String(Number(bits) & 1)),
      second.map((bits) => String(Number(bits) & 1)),
    );
    const options = { interval: 'bootstrap' } as const;
    const { pooled } = overCodes(one, 'cohen-kappa', options);
    const alone = cohenKappa(ratingsOfCode(one, 0), options);
    expect(pooled?.value).toBeCloseTo(alone.value ?? 9, 12);
    expect(pooled?.interval?.low).toBeCloseTo(alone.interval?.low ?? 9, 12);
    expect(pooled?.se).toBeCloseTo(alone.se ?? 9, 12);
  });

  test('in documents is the interval that all codes together have there', () => {
    const clusters = {
      name: 'document',
      count: 6,
      of: Int32Array.from({ length: units }, (_, at) => at % 6),
    };
    const inDocuments = { ...two, clusters };
    const { pooled } = overCodes(inDocuments, 'cohen-kappa');
    const expected = perCode(inDocuments).pooled;
    expect(pooled?.interval?.low).toBeCloseTo(expected.interval?.low ?? 9, 12);
    expect(pooled?.interval?.high).toBeCloseTo(expected.interval?.high ?? 9, 12);
    expect(pooled?.interval?.method).toMatch(/over 6 documents/);
  });

  test('does not mind how codes are called, nor units that somebody did not rate', () => {
    const some = first.map((bits, at) => (at % 9 === 0 ? '-' : bits));
    const plain = overCodes(coded(['cost', 'time'], some, second), 'cohen-kappa');
    const odd = overCodes(coded([' ;', ''], some, second), 'cohen-kappa');
    expect(odd.pooled?.value).toBe(plain.pooled?.value);
    expect(odd.pooled?.interval).toEqual(plain.pooled?.interval);
    expect(plain.pooled).toMatchObject({ n: 53, omitted: 7 });
  });
});
