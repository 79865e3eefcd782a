import { describe, expect, test } from 'vitest';
import { bcaLimits, biasCorrection } from '../../src/agreement/bca-limits.ts';
import { quantile } from '../../src/agreement/bootstrap.ts';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import type { Counts } from '../../src/agreement/counts.ts';
import { fleissKappa } from '../../src/agreement/fleiss-kappa.ts';
import type { IntervalOptions, Sample } from '../../src/agreement/interval.ts';
import {
  acceleration,
  jackknifeError,
  type LeftOut,
  withoutEachUnit,
} from '../../src/agreement/jackknife.ts';
import { krippendorffAlpha } from '../../src/agreement/krippendorff-alpha.ts';
import { measures } from '../../src/agreement/measures.ts';
import { percentAgreement } from '../../src/agreement/percent.ts';
import type { WeightName } from '../../src/agreement/weights.ts';
import { tQuantile } from '../../src/statistics/t-distribution.ts';
import { ofTable, ofWords } from './data.ts';
import { countsOf, type Resampled, resampled } from './references.ts';

const known = resampled.flatMap(({ program, values }) =>
  values.map((one) => ({ ...one, program, data: String(one.data) })),
);

function compute(one: Resampled, options: IntervalOptions) {
  const measure = one.measure === 'fleiss-kappa' ? fleissKappa : cohenKappa;
  return measure(countsOf(String(one.data)), { weights: one.weights as WeightName, ...options });
}

function leftOut(one: Resampled): LeftOut {
  const samples: Sample[] = [];
  compute(one, { interval: 'none', onSample: (found) => samples.push(found) });
  const [sample] = samples;
  if (!sample) throw new Error('no sample');
  return withoutEachUnit(sample.counts, sample.estimate, sample.enters);
}

const eachTime = ({ values, times }: LeftOut): number[] =>
  [...values].flatMap((value, at) => Array<number>(times[at] ?? 0).fill(value)).sort((a, b) => a - b);

describe.each(known)('$program: $measure of $data, $weights', (one) => {
  test('what it is without each unit', () => {
    const ours = eachTime(leftOut(one));
    const n = ours.length;
    const theirs = one.without ?? one.influence?.map((moved) => one.value - moved / (n - 1)) ?? [];
    const ascending = theirs.toSorted((a, b) => a - b);
    expect(ours).toHaveLength(ascending.length);
    for (const [at, value] of ours.entries())
      expect(Math.abs(value - (ascending[at] ?? 0))).toBeLessThan(1e-9);
  });

  test('standard error and interval of the jackknife', () => {
    const error = jackknifeError(leftOut(one));
    const { value, se, interval } = compute(one, { interval: 'jackknife', level: 0.9 });
    expect(se).toBe(error?.se);
    if (one.jackknife !== undefined) expect(Math.abs((se ?? 0) - one.jackknife)).toBeLessThan(1e-9);
    const half = tQuantile(0.95, (error?.n ?? 0) - 1) * (se ?? 0);
    expect(interval?.low).toBeCloseTo((value ?? 0) - half, 12);
    expect(interval?.high).toBeCloseTo((value ?? 0) + half, 12);
    expect(interval?.method).toBe(
      `jackknife over ${error?.n} units (t with ${(error?.n ?? 0) - 1} degrees of freedom)`,
    );
  });

  test('acceleration', () => {
    // R takes what is left out away from the value, not from their mean.
    const within = one.program === 'boot' ? 2e-3 : 1e-9;
    expect(Math.abs((acceleration(leftOut(one)) ?? 0) - one.acceleration)).toBeLessThan(within);
  });

  test('BCa limits of the same resamples', () => {
    const values = Float64Array.from(one.resamples).sort();
    for (const { level, low, high, percentile } of one.limits) {
      const correction = biasCorrection(values, one.value);
      expect(correction).not.toBeNull();
      const ours = bcaLimits(values, correction ?? 0, one.acceleration, level);
      if (one.program === 'scipy') {
        expect(Math.abs(ours.low - low)).toBeLessThan(1e-9);
        expect(Math.abs(ours.high - high)).toBeLessThan(1e-9);
        continue;
      }
      // R takes its place among R + 1 resamples, which is less than one resample from type 7.
      near(values, ours.low, low);
      near(values, ours.high, high);
      near(values, quantile(values, (1 - level) / 2), percentile?.[0] ?? 0);
      near(values, quantile(values, (1 + level) / 2), percentile?.[1] ?? 0);
    }
  });

  test('our own resamples come near', () => {
    const [, limits] = one.limits;
    const ours = compute(one, { interval: 'bootstrap', bootstrap: 'bca', replicates: 20_000 });
    expect(ours.interval?.method).toMatch(/^BCa bootstrap over \d+ units \(20000 resamples, seed 1\)$/);
    // Of 399 resamples the quantile at 2.5% has an error of 0.13 standard errors, √(0.025 · 0.975 / 399) / φ(1.96), and
    // twice z0 one of 0.13, 2 √(0.25 / 399) / φ(0): together 0.18, and four of these.
    const within = 0.73 * (ours.se ?? 0);
    expect(Math.abs((ours.interval?.low ?? 0) - (limits?.low ?? 9))).toBeLessThan(within);
    expect(Math.abs((ours.interval?.high ?? 0) - (limits?.high ?? 9))).toBeLessThan(within);
  });
});

/** Within the resamples on either side. */
function near(values: Float64Array, ours: number, theirs: number): void {
  const place = values.findIndex((value) => value >= ours);
  expect(theirs).toBeGreaterThanOrEqual(values[Math.max(0, place - 2)] ?? 0);
  expect(theirs).toBeLessThanOrEqual(values[Math.min(values.length - 1, place + 1)] ?? 0);
}

test('without correction and acceleration BCa limits are percentiles', () => {
  const values = Float64Array.from({ length: 101 }, (_, at) => at);
  const limits = bcaLimits(values, 0, 0, 0.9);
  expect(limits.low).toBeCloseTo(5, 10);
  expect(limits.high).toBeCloseTo(95, 10);
  expect(biasCorrection(values, 50)).toBeCloseTo(0, 12);
  expect(biasCorrection(values, -1)).toBeNull();
});

describe('distribution', () => {
  const data = ofTable([
    [9, 2],
    [3, 6],
  ]);

  test('t with n − 1 degrees of freedom is wider than z, and said', () => {
    const z = cohenKappa(data, { interval: 'analytic' });
    const t = cohenKappa(data, { interval: 'analytic', distribution: 't' });
    expect(z.interval?.method).toBe('analytic (Fleiss, Cohen and Everitt 1969; z)');
    expect(t.interval?.method).toBe(
      'analytic (Fleiss, Cohen and Everitt 1969; t with 19 degrees of freedom)',
    );
    // R: qt(0.975, 19) / qnorm(0.975)
    const width = ({ interval }: typeof z) => (interval?.high ?? 0) - (interval?.low ?? 0);
    expect(width(t) / width(z)).toBeCloseTo(2.0930240544083 / 1.95996398454005, 10);
  });

  // irrCAC 1.0, vignette overview, of cac.raw4raters: AC1 0.77544, standard error 0.14295. With t of 11 degrees of
  // freedom, 2.20099 (R's qt(0.975, 11)), this is 0.461 at the lower end, by hand.
  test("irrCAC's interval of AC1 takes every unit with a rating for one of n", () => {
    const { interval } = measures['gwet-ac1'].compute(countsOf('ratings/gwet-four-raters'), {
      interval: 'analytic',
      distribution: 't',
    });
    expect(interval?.low.toFixed(3)).toBe('0.461');
    expect(interval?.high).toBe(1);
    expect(interval?.method).toMatch(/; t with 11 degrees of freedom\), cut off at 1$/);
  });
});

describe('the jackknife', () => {
  const words = ['aabbabbaab', 'aabbabbbab'] as const;

  test('takes no notice of units that do not enter', () => {
    const options = { interval: 'jackknife' } as const;
    const with10 = cohenKappa(ofWords(...words), options);
    const more = cohenKappa(ofWords(`${words[0]}ab.`, `${words[1]}...`), options);
    expect(more.se).toBe(with10.se);
    expect(more.interval).toEqual(with10.interval);
    expect(krippendorffAlpha(ofWords(`${words[0]}a`, `${words[1]}.`), options).interval?.method).toMatch(
      /^jackknife over 10 units \(t with 9 degrees of freedom\)/,
    );
  });

  test('of a mean is its standard error', () => {
    const data = ofWords(...words);
    const { se } = percentAgreement(data, { interval: 'analytic' });
    expect(percentAgreement(data, { interval: 'jackknife' }).se).toBeCloseTo(se ?? 0, 12);
  });

  test('tells where there is no value without a unit', () => {
    const found = cohenKappa(ofWords('aaaab', 'aaaab'), { interval: 'jackknife' });
    expect([found.se, found.interval]).toEqual([null, null]);
    expect(found.warnings[1]).toBe(
      'no jackknife: without 1 unit of 5, each left out alone, there is no value',
    );
  });

  test('leaves out documents where there are five or more', () => {
    const counts = inDocuments(6);
    const found = percentAgreement(counts, { interval: 'jackknife' });
    // Of six documents of ten units, agreement 1, 0, 1, 0, 1, 0: the error of a mean of six.
    expect(found.se).toBeCloseTo(Math.sqrt(0.3 / 6), 12);
    expect(found.interval?.method).toBe(
      'jackknife over 6 documents (t with 5 degrees of freedom), cut off at 0 and 1',
    );
    expect(percentAgreement(inDocuments(4), { interval: 'jackknife' }).interval?.method).toMatch(
      /^jackknife over 40 units/,
    );
  });
});

function inDocuments(number: number): Counts {
  const half = number / 2;
  return {
    ...ofTable([
      [5 * half, 5 * half],
      [5 * half, 5 * half],
    ]),
    clusters: {
      name: 'document',
      count: number,
      starts: Int32Array.from({ length: number + 1 }, (_, at) => 2 * at),
      pattern: Int32Array.from({ length: 2 * number }, (_, at) => ([0, 3, 1, 2] as const)[at % 4] ?? 0),
      times: new Float64Array(2 * number).fill(5),
    },
  };
}

describe('where BCa limits cannot be had', () => {
  test('there is no interval of what is left of the resamples, and it is said', () => {
    // Without the tenth unit every rating is the same: so it is in about a third of the resamples, 0.9 to the tenth.
    const found = krippendorffAlpha(ofWords('aaaaaaaaab', 'aaaaaaaaaa'), {
      interval: 'bootstrap',
      bootstrap: 'bca',
    });
    expect(found.interval).toBeNull();
    expect(found.warnings.at(-2)).toMatch(/^3\d\d of 1000 resamples have no value/);
    expect(found.warnings.at(-1)).toBe('so many that the others give no interval');
    const perfect = cohenKappa(ofWords('aaaab'.repeat(2), 'aaaab'.repeat(2)), {
      interval: 'bootstrap',
      bootstrap: 'bca',
    });
    expect(perfect.interval).toBeNull();
  });

  test('acceleration is null without spread, and where a value is missing', () => {
    const left = { values: Float64Array.of(1, 1), times: Float64Array.of(3, 4), undefined: 0 };
    expect(acceleration(left)).toBeNull();
    expect(acceleration({ ...left, values: Float64Array.of(0, 1), undefined: 1 })).toBeNull();
    // Three of 0 and four of 1 have the mean 4/7: their thirds powers over six times their squares to the 1.5.
    const squares = (3 * 16 + 4 * 9) / 49;
    const cubes = (3 * 64 - 4 * 27) / 343;
    expect(acceleration({ ...left, values: Float64Array.of(0, 1) })).toBeCloseTo(
      cubes / (6 * squares ** 1.5),
      12,
    );
  });
});

test('a number of resamples is a whole one', () => {
  for (const replicates of [0, 1.5, Number.NaN]) {
    expect(() => cohenKappa(ofWords('ab', 'ab'), { interval: 'bootstrap', replicates })).toThrow(RangeError);
  }
});

test.each([
  'percent',
  'scott-pi',
  'cohen-kappa',
  'conger-kappa',
  'fleiss-kappa',
  'brennan-prediger',
  'gwet-ac1',
] as const)('of many units, what leaving each out does to %s is what its analytic error says', (name) => {
  const two = name === 'scott-pi' || name === 'cohen-kappa';
  const words = ['112233112321231213', '112233212321331212', '132233112321221113'].slice(0, two ? 2 : 3);
  const data = ofWords(...words.map((word) => word.repeat(20)));
  const [left, analytic] = (['jackknife', 'analytic'] as const).map(
    (interval) => measures[name].compute(data, { interval }).se ?? Number.NaN,
  );
  // The two differ by parts of the order of 1 / n, and n is 360.
  expect(Math.abs((left ?? 0) / (analytic ?? 1) - 1)).toBeLessThan(0.01);
});
