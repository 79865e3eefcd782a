import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chiSquareProbability, chiSquareQuantile } from '../../src/statistics/chi-square-distribution.ts';
import { fProbability, fQuantile } from '../../src/statistics/f-distribution.ts';
import { incompleteBeta } from '../../src/statistics/incomplete-beta.ts';
import { incompleteGamma } from '../../src/statistics/incomplete-gamma.ts';
import { normalProbability } from '../../src/statistics/normal-distribution.ts';
import { tProbability, tQuantile } from '../../src/statistics/t-distribution.ts';

// scripts/references/distributions.R writes what R says.
interface Point {
  kind: string;
  call: string;
  parameters: number[];
  at: number;
  value: number;
}

const { values }: { values: Point[] } = JSON.parse(
  readFileSync(new URL('../fixtures/distributions.json', import.meta.url), 'utf8'),
);

const ours: Record<string, (at: number, a: number, b: number) => number> = {
  beta: incompleteBeta,
  gamma: (x, a) => incompleteGamma(a, x),
  'gamma above': (x, a) => incompleteGamma(a, x, 'upper'),
  f: fProbability,
  'f above': (f, df1, df2) => fProbability(f, df1, df2, 'upper'),
  'f quantile': fQuantile,
  t: tProbability,
  't quantile': tQuantile,
  'chi-square': (x, df) => chiSquareProbability(x, df),
  'chi-square above': (x, df) => chiSquareProbability(x, df, 'upper'),
  'chi-square quantile': chiSquareQuantile,
  normal: normalProbability,
};

const kinds = [...new Set(values.map(({ kind }) => kind))];

test.each(kinds)('%s is that of R to 1e-10 of itself', (kind) => {
  const points = values.filter((point) => point.kind === kind);
  for (const {
    call,
    parameters: [a = 0, b = 0],
    at,
    value,
  } of points) {
    const found = ours[kind]?.(at, a, b) ?? Number.NaN;
    const what = `${call} at ${at} of ${a}, ${b}: ${found}, not ${value}`;
    expect(Math.abs(found - value), what).toBeLessThanOrEqual(1e-10 * Math.abs(value) + 1e-300);
  }
});

const df = fc.double({ min: 0.5, max: 1e5, noNaN: true });
const p = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

test('a quantile has its probability, and F turned upside down is F with its degrees of freedom exchanged', () => {
  fc.assert(
    fc.property(p, df, df, (p, a, b) => {
      expect(fProbability(fQuantile(p, a, b), a, b) / p).toBeCloseTo(1, 9);
      expect(tProbability(tQuantile(p, a), a) / p).toBeCloseTo(1, 9);
      expect(chiSquareProbability(chiSquareQuantile(p, a), a) / p).toBeCloseTo(1, 9);
      expect(fQuantile(0.975, a, b) * fQuantile(0.025, b, a)).toBeCloseTo(1, 9);
    }),
    { numRuns: 200 },
  );
});

test('the ends of probability are the ends of the distribution, and beyond them is an error', () => {
  expect([fQuantile(0, 3, 4), fQuantile(1, 3, 4)]).toEqual([0, Number.POSITIVE_INFINITY]);
  expect([tQuantile(0, 3), tQuantile(0.5, 3)].map((t) => t + 0)).toEqual([Number.NEGATIVE_INFINITY, 0]);
  expect(fProbability(Number.POSITIVE_INFINITY, 2, 3)).toBe(1);
  expect(fProbability(1e308, 2, 3, 'upper')).toBeLessThan(1e-300);
  // So heavy a tail that its quantiles are beyond what numbers hold.
  expect(fQuantile(0.975, 5, 1e-8)).toBeGreaterThan(1e300);
  expect(fQuantile(0.975, 1e-8, 5)).toBeLessThan(1e-300);
  expect(() => fQuantile(1.5, 3, 4)).toThrow(RangeError);
  expect(() => fProbability(1, 0, 4)).toThrow(RangeError);
  expect(() => chiSquareProbability(-1, 4)).toThrow(RangeError);
});
