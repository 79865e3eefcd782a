import { describe, expect, test } from 'vitest';
import { bandMembership } from '../../src/agreement/band-membership.ts';
import { schemes } from '../../src/agreement/bands.ts';
import { gwetAc1 } from '../../src/agreement/gwet-ac.ts';
import { countsOf } from './references.ts';

describe('irrCAC 1.0, vignette benchmarking: AC1 of cac.raw4raters', () => {
  const found = gwetAc1(countsOf('ratings/gwet-four-raters'), { interval: 'analytic' });
  // irrCAC goes on with five digits: 0.77544 and 0.14295.
  const [value, se] = [found.value, found.se].map((one) => Number(one?.toFixed(5)));

  test.each([
    ['landis-koch', ['0.39674', '0.88336', '0.99542', '0.99997', '1', '1'], 'moderate'],
    ['altman', ['0.39674', '0.88336', '0.99542', '0.99997', '1'], 'moderate'],
    ['fleiss', ['0.54414', '0.99542', '1'], 'fair to good'],
  ] as const)('by %s: %j, so that it is %s', (scheme, printed, reached) => {
    const found = bandMembership(value ?? 9, se ?? null, scheme);
    expect(found?.bands.map(({ cumulative }) => String(Number(cumulative.toFixed(5))))).toEqual(printed);
    expect(found?.reached).toBe(reached);
    expect(found?.scheme).toBe(schemes[scheme].name);
  });
});

test('probabilities of all bands add up to 1, and are those of a normal distribution where nothing is cut off', () => {
  for (const scheme of ['landis-koch', 'fleiss', 'cicchetti', 'altman', 'krippendorff'] as const) {
    const bands = bandMembership(0.3, 0.4, scheme)?.bands ?? [];
    expect(bands.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
    expect(bands.map(({ label }) => label).toReversed()).toEqual(
      schemes[scheme].bands.map(({ label }) => label),
    );
    expect([bands[0]?.to, bands.at(-1)?.from]).toEqual([1, -1]);
  }
  // R: pnorm(1) - pnorm(-1), one standard error on either side of 0.5.
  const fair = bandMembership(0.5, 0.1, 'landis-koch')?.bands[2];
  expect([fair?.label, fair?.from, fair?.to]).toEqual(['moderate', 0.4, 0.6]);
  expect(fair?.probability).toBeCloseTo(0.682689492137086, 6);
});

test('far from a band its probability is small and not 0', () => {
  const top = bandMembership(0, 0.05, 'altman')?.bands[0];
  // R: pnorm(-16) - pnorm(-20)
  expect((top?.probability ?? 0) / 6.38875440053809e-58).toBeCloseTo(1, 9);
});

test('the level decides which band is reached', () => {
  const reached = (level: number) => bandMembership(0.775, 0.143, 'landis-koch', level)?.reached;
  expect([reached(0.35), reached(0.8), reached(0.95), reached(0.999)]).toEqual([
    'almost perfect',
    'substantial',
    'moderate',
    'fair',
  ]);
  expect(() => reached(95)).toThrow(RangeError);
});

test('without a standard error, or outside of −1 to 1, there is none', () => {
  expect(bandMembership(1, 0, 'fleiss')).toBeNull();
  expect(bandMembership(0.5, null, 'fleiss')).toBeNull();
  expect(bandMembership(-3.2, 0.4, 'fleiss')).toBeNull();
});
