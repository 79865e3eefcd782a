import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { kappaVariance, leastKappa, sharesOfModel } from '../../src/agreement/common-correlation.ts';
import { goodnessOfFitInterval } from '../../src/agreement/goodness-of-fit.ts';
import { scottPi } from '../../src/agreement/scott-pi.ts';
import { type Plan, unitsNeeded } from '../../src/agreement/units-needed.ts';
import { ofTable, ofWords } from './data.ts';
import { countsOf } from './references.ts';

// scripts/references/from-statsmodels-planning.py writes what statsmodels and scipy say.
interface Known {
  measure: 'kappa-variance' | 'goodness-of-fit';
  kappa: number;
  prevalence: number;
  data: string;
  level: number;
  value: number;
  low: number;
  high: number;
}

const { values }: { values: Known[] } = JSON.parse(
  readFileSync(new URL('fixtures/planning/common-correlation.json', import.meta.url), 'utf8'),
);
const known = (measure: Known['measure']) => values.filter((one) => one.measure === measure);

test.each(known('kappa-variance'))(
  "the variance at kappa $kappa and prevalence $prevalence is Fleiss, Cohen and Everitt's, by statsmodels",
  ({ kappa, prevalence, value }) => {
    expect(Math.abs(kappaVariance(kappa, prevalence) - value)).toBeLessThan(1e-9);
  },
);

// R's statpsych, help of ci.kappa: 31, 12, 4 and 58 units.
test('the standard error of intraclass kappa is that which statpsych prints', () => {
  const table = ofTable([
    [31, 12],
    [4, 58],
  ]);
  const { value, n } = goodnessOfFitInterval(table);
  const prevalence = (2 * 58 + 12 + 4) / (2 * 105);
  expect(n).toBe(105);
  expect(value).toBeCloseTo(0.6736597, 7);
  expect(Math.sqrt(kappaVariance(value ?? 0, prevalence) / 105)).toBeCloseTo(0.07479965, 8);
});

describe('the goodness-of-fit interval', () => {
  test.each(known('goodness-of-fit'))(
    "of $data at $level is scipy's",
    ({ data, level, value, low, high }) => {
      const found = goodnessOfFitInterval(countsOf(data), level);
      expect(Math.abs((found.value ?? 9) - value)).toBeLessThan(1e-9);
      expect(Math.abs((found.interval?.low ?? 9) - low)).toBeLessThan(1e-9);
      expect(Math.abs((found.interval?.high ?? 9) - high)).toBeLessThan(1e-9);
      expect(found.value).toBeCloseTo(scottPi(countsOf(data), { interval: 'none' }).value ?? 9, 12);
    },
  );

  test('exists where raters agree on all, and ends at 1', () => {
    const { value, interval } = goodnessOfFitInterval(
      ofTable([
        [20, 0],
        [0, 10],
      ]),
    );
    expect([value, interval?.high]).toEqual([1, 1]);
    // Then chi-square is n (1 − κ) / (1 + …) of three cells; at the limit it is the 95% quantile with 1 degree of freedom.
    const shares = sharesOfModel(interval?.low ?? 0, 1 / 3);
    const chiSquare =
      (10 - 30 * shares.both) ** 2 / (30 * shares.both) +
      30 * shares.one +
      (20 - 30 * shares.neither) ** 2 / (30 * shares.neither);
    expect(chiSquare).toBeCloseTo(3.84145882069412, 9);
  });

  test('needs two raters, two categories, and something to compare', () => {
    const reason = (data: Parameters<typeof goodnessOfFitInterval>[0]) => goodnessOfFitInterval(data).reason;
    expect(reason(ofWords('ab', 'ab', 'ba'))).toBe('it compares two raters, there are 3');
    expect(reason(ofWords('abc', 'abc'))).toBe('it is of two categories, there are 3');
    expect(reason(ofWords('a.', '.b'))).toBe('no unit was rated by both raters');
    expect(reason(ofWords('aab', 'aa.'))).toBe('every rating is the same, so that kappa is 0/0');
    expect(() => goodnessOfFitInterval(ofWords('ab', 'ab'), 95)).toThrow(RangeError);
  });
});

describe('units needed', () => {
  const plan: Plan = { kappa: 0.7, prevalence: 0.2, halfWidth: 0.1 };

  test('are so many that the interval is as narrow as wanted, and not one more', () => {
    for (const kappa of [-0.05, 0, 0.4, 0.7, 0.9]) {
      for (const prevalence of [0.05, 0.2, 0.5]) {
        for (const halfWidth of [0.05, 0.1, 0.25]) {
          const { units } = unitsNeeded({ kappa, prevalence, halfWidth });
          const half = (n: number) => 1.95996398454005 * Math.sqrt(kappaVariance(kappa, prevalence) / n);
          expect(half(units)).toBeLessThanOrEqual(halfWidth + 1e-9);
          if (units > 2) expect(half(units - 1)).toBeGreaterThan(halfWidth - 1e-9);
        }
      }
    }
  });

  test('an example, by hand: variance 0.3 · (0.3 · −0.4 + 0.7 · 1.3 / 0.32), times 1.96² / 0.1²', () => {
    expect(kappaVariance(0.7, 0.2)).toBeCloseTo(0.817125, 12);
    expect(unitsNeeded(plan).units).toBe(314);
    expect(unitsNeeded({ ...plan, level: 0.9 }).units).toBe(222);
  });

  test('few in a cell are told', () => {
    expect(unitsNeeded(plan)).toMatchObject({ rarest: expect.closeTo(314 * 0.096, 9), warnings: [] });
    const { warnings } = unitsNeeded({ kappa: 0.95, prevalence: 0.1, halfWidth: 0.2 });
    expect(warnings[0]).toMatch(/^of 2\d units 0\.\d are expected in the rarest cell, fewer than 5/);
  });

  test.each([
    [{ prevalence: 20 }, 'prevalence is a share between 0 and 1, and not 20'],
    [{ prevalence: 0 }, 'prevalence is a share'],
    [{ kappa: 1 }, 'the expected kappa is below 1, and not 1'],
    [{ kappa: -0.5 }, 'at a prevalence of 0.2 kappa is -0.250 at least, and not -0.5'],
    [{ halfWidth: 0 }, 'the half-width of an interval is above 0 and at most 1, and not 0'],
    [{ halfWidth: Number.NaN }, 'the half-width'],
    [{ level: 95 }, 'the level of an interval is between 0 and 1'],
  ])('%j is refused', (wrong, message) => {
    expect(() => unitsNeeded({ ...plan, ...wrong })).toThrow(message);
  });
});

test('the model gives shares that add up to 1, down to the least kappa', () => {
  for (const prevalence of [0.1, 0.5, 0.7]) {
    const { both, one, neither } = sharesOfModel(leastKappa(prevalence), prevalence);
    expect(both + one + neither).toBeCloseTo(1, 12);
    expect(Math.min(both, neither)).toBeCloseTo(0, 12);
  }
});
