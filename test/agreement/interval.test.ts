import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { countPatterns } from '../../src/agreement/counts.ts';
import { fleissKappa } from '../../src/agreement/fleiss-kappa.ts';
import { krippendorffAlpha } from '../../src/agreement/krippendorff-alpha.ts';
import { binomial, multinomial } from '../../src/agreement/multinomial.ts';
import { percentAgreement } from '../../src/agreement/percent.ts';
import type { Ratings } from '../../src/agreement/ratings.ts';
import { readRatings } from '../../src/agreement/read-ratings.ts';
import { randomNumbers } from '../../src/statistics/random.ts';
import { ofTable, ofWords } from './data.ts';

const table = ofTable([
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
]);

test('a bootstrap over units comes near the analytic interval where there are many units', () => {
  const analytic = cohenKappa(table, { interval: 'analytic' });
  const bootstrap = cohenKappa(table, { interval: 'bootstrap', replicates: 4000 });
  expect(bootstrap.interval?.method).toBe('percentile bootstrap over 200 units (4000 resamples, seed 1)');
  expect(Math.abs((bootstrap.se ?? 0) / (analytic.se ?? 1) - 1)).toBeLessThan(0.05);
  expect(bootstrap.interval?.low).toBeCloseTo(analytic.interval?.low ?? 0, 1);
  expect(bootstrap.interval?.high).toBeCloseTo(analytic.interval?.high ?? 0, 1);
});

test('the same seed gives the same interval whatever the order of units, another seed another one', () => {
  const words = ['abcabcabcaab', 'abcabbbcaaab'] as const;
  const turned = words.map((word) => [...word].reverse().join(''));
  const interval = (data: Ratings, seed: number) => krippendorffAlpha(data, { seed }).interval;
  expect(interval(ofWords(...words), 7)).toEqual(interval(ofWords(...turned), 7));
  expect(interval(ofWords(...words), 7)).not.toEqual(interval(ofWords(...words), 8));
});

describe('the interval of a file is the same in whatever order the file has', () => {
  const rows = Array.from({ length: 60 }, (_, at) => ({
    unit: `u${at}`,
    document: `d${(at * 7) % 6}`,
    ana: 'bcabcaab'.charAt(at % 8),
    zoe: 'bcabbbcaaab'.charAt(at % 11),
    ben: at % 9 === 0 ? '' : 'abcca'.charAt(at % 5),
  }));
  type Row = (typeof rows)[number];
  const read = (columns: readonly (keyof Row)[], order: readonly Row[], levels?: string[]) => {
    const lines = [columns.join(','), ...order.map((row) => columns.map((name) => row[name]).join(','))];
    const ratings = readRatings(new VFile({ value: lines.join('\n') }), { levels });
    if (!ratings || 'codes' in ratings) throw new Error('not ratings');
    return ratings;
  };
  const ends = (found: { interval: { low: number; high: number } | null }) => {
    expect(found.interval).not.toBeNull();
    return [found.interval?.low, found.interval?.high].map((end) => end?.toFixed(12));
  };

  test('raters in any order of columns, labels in any order of levels', () => {
    const options = { interval: 'bootstrap' as const, replicates: 200, seed: 3 };
    for (const measure of [krippendorffAlpha, fleissKappa]) {
      const one = measure(read(['unit', 'ana', 'ben', 'zoe'], rows), options);
      const other = measure(read(['unit', 'zoe', 'ana', 'ben'], rows.toReversed(), ['c', 'a', 'b']), options);
      expect(ends(other)).toEqual(ends(one));
    }
    const pair = cohenKappa(read(['unit', 'ana', 'zoe'], rows), options);
    const turned = cohenKappa(read(['unit', 'zoe', 'ana'], rows, ['b', 'a', 'c']), options);
    expect(ends(turned)).toEqual(ends(pair));
  });

  test('documents in any order of rows', () => {
    const columns = ['unit', 'document', 'ana', 'ben', 'zoe'] as const;
    const one = krippendorffAlpha(read(columns, rows), { replicates: 200 });
    expect(one.interval?.method).toContain('over 6 documents');
    expect(ends(krippendorffAlpha(read(columns, rows.toReversed()), { replicates: 200 }))).toEqual(ends(one));
  });
});

test('a wider level gives a wider interval', () => {
  const width = (level: number, interval: 'analytic' | 'bootstrap') => {
    const found = cohenKappa(table, { level, interval }).interval;
    return (found?.high ?? 0) - (found?.low ?? 0);
  };
  for (const interval of ['analytic', 'bootstrap'] as const) {
    expect(width(0.99, interval)).toBeGreaterThan(width(0.9, interval) * 1.3);
  }
  expect(() => cohenKappa(table, { level: 95 })).toThrow(RangeError);
});

/** Documents of 50 units, in each of which the raters agree on all units or on none. */
function documents(number: number): Ratings {
  const a: string[] = [];
  const b: string[] = [];
  for (let document = 0; document < number; document++) {
    for (let unit = 0; unit < 50; unit++) {
      a.push(unit % 2 === 0 ? 'x' : 'y');
      b.push((unit % 2 === 0) === (document % 3 !== 0) ? 'x' : 'y');
    }
  }
  const of = Int32Array.from({ length: number * 50 }, (_, unit) => Math.floor(unit / 50));
  return {
    ...ofWords(a.join(''), b.join('')),
    unit: 'turn',
    clusters: { name: 'document', count: number, of },
  };
}

describe('units in documents', () => {
  test('with five or more, documents are resampled, which is far wider than turns on their own', () => {
    const clustered = cohenKappa(documents(12));
    const alone = cohenKappa(documents(12), { interval: 'analytic' });
    expect(clustered.interval?.method).toMatch(/^percentile bootstrap over 12 documents/);
    expect(clustered.se ?? 0).toBeGreaterThan(4 * (alone.se ?? 1));
    // Twelve documents, each all or nothing: kappa is 2m/12 − 1 for m of them drawn with probability 2/3.
    expect(clustered.se).toBeCloseTo((2 * Math.sqrt((12 * 2) / 9)) / 12, 1);
    expect(clustered.seNull).toBeUndefined();
    expect(alone.warnings.join()).toMatch(/turns of one document as independent/);
  });

  test('with fewer, the interval takes units as independent and says so', () => {
    const few = cohenKappa(documents(4));
    expect(few.interval?.method).toMatch(/^analytic/);
    expect(few.warnings.join()).toMatch(/only 4 documents, too few to resample/);
  });

  test('characters never get an interval of their own', () => {
    for (const interval of ['auto', 'analytic', 'bootstrap'] as const) {
      expect(cohenKappa({ ...documents(4), unit: 'character' }, { interval }).interval).toBeNull();
    }
    const many = cohenKappa({ ...documents(12), unit: 'character' });
    expect(many.interval?.method).toMatch(/over 12 documents/);
  });
});

test('resamples without a value are left out and counted', () => {
  const found = cohenKappa(ofWords('aaaab', 'aaaab'), { interval: 'bootstrap' });
  expect(found.value).toBe(1);
  expect(found.warnings.join()).toMatch(/\d+ of 1000 resamples have no value/);
  expect(found.interval).toBeNull();
});

describe('random numbers', () => {
  test.each([
    [5, 0.3],
    [40, 0.05],
    [60, 0.4],
    [60, 0.9],
    [1_000_000, 0.25],
  ])('a binomial of %i and %d has its mean and variance', (n, p) => {
    const random = randomNumbers(3);
    const draws = Array.from({ length: 40_000 }, () => binomial(random, n, p));
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
    const spread = Math.sqrt(n * p * (1 - p));
    expect(Math.abs(mean - n * p)).toBeLessThan((4.5 * spread) / 200);
    expect(Math.abs(variance / spread ** 2 - 1)).toBeLessThan(0.04);
  });

  test('a binomial by rejection has the probabilities of its formula', () => {
    const random = randomNumbers(11);
    const [n, p, draws] = [60, 0.4, 200_000];
    const found = new Float64Array(n + 1);
    for (let draw = 0; draw < draws; draw++) {
      const k = binomial(random, n, p);
      found[k] = (found[k] ?? 0) + 1;
    }
    let probability = (1 - p) ** n;
    let chiSquare = 0;
    for (let k = 0; k <= n; k++) {
      const expected = probability * draws;
      if (expected > 5) chiSquare += ((found[k] ?? 0) - expected) ** 2 / expected;
      probability *= ((n - k) / (k + 1)) * (p / (1 - p));
    }
    // Some 33 classes: 33 and a spread of 8.
    expect(chiSquare).toBeLessThan(70);
  });

  test('a multinomial gives out every draw, and none to a class of no weight', () => {
    const into = new Float64Array(4);
    multinomial(randomNumbers(5), 1000, Float64Array.of(1, 0, 3, 0), into);
    expect(into.reduce((sum, one) => sum + one, 0)).toBe(1000);
    expect([into[1], into[3]]).toEqual([0, 0]);
  });
});

describe('what is asked of an interval', () => {
  test('a level is between 0 and 1', () => {
    for (const level of [0, 1, -0.5, Number.NaN])
      expect(() => cohenKappa(table, { level })).toThrow(RangeError);
  });

  test("alpha's analytic error is Fleiss' where it is Fleiss' kappa for few values, and is taken only if asked for", () => {
    const complete = ofWords('abcabcabba', 'abcabbabca', 'accabcabbb');
    const share = 29 / 30;
    for (const [metric, weights] of [
      ['nominal', 'identity'],
      ['interval', 'quadratic'],
    ] as const) {
      const numbers = ofWords('1231231221', '1231221231', '1331231222');
      const data = metric === 'nominal' ? complete : numbers;
      const alpha = krippendorffAlpha(data, { metric, interval: 'analytic' });
      const fleiss = fleissKappa(data, { weights, interval: 'analytic' });
      expect(alpha.value).toBeCloseTo(1 - (1 - (fleiss.value ?? 9)) * share, 12);
      expect(alpha.se).toBeCloseTo((fleiss.se ?? 9) * share, 12);
      expect(alpha.interval?.method).toMatch(/^analytic \(linearised over units; z\)/);
    }
    expect(krippendorffAlpha(table).interval?.method).toMatch(/^percentile bootstrap over 200 units/);
    expect(krippendorffAlpha(table).warnings).toEqual([]);
  });

  test('with ratings missing it is near the jackknife where there are many units', () => {
    const often = (word: string) => word.repeat(40);
    const data = ofWords(often('abcab.abba'), often('abc.bbabca'), often('accabca.bb'));
    const error = (interval: 'analytic' | 'jackknife') => krippendorffAlpha(data, { interval }).se ?? 9;
    expect(error('analytic') / error('jackknife')).toBeCloseTo(1, 2);
  });

  test("alpha's error shrinks with the root of counts, however many", () => {
    const counts = countPatterns(ofWords('1231231221', '1231221231', '1331231222'));
    for (const metric of [
      'nominal',
      'interval',
      'ratio',
      (a: number, b: number) => Math.abs(a - b),
    ] as const) {
      // Alpha itself moves as values become many, by 1 / N: from where N is large on.
      const errorAt = (times: number): number => {
        const many = { ...counts, units: 10 * times, times: counts.times.map((one) => one * times) };
        return (krippendorffAlpha(many, { metric, interval: 'analytic' }).se ?? 9) * Math.sqrt(times);
      };
      expect(errorAt(1e12) / errorAt(1e8)).toBeCloseTo(1, 7);
    }
  });

  test('ordinal alpha has no analytic interval, and says so where one is asked for', () => {
    const found = krippendorffAlpha(ofWords('1231231221', '1231221231'), {
      metric: 'ordinal',
      interval: 'analytic',
    });
    expect(found.interval).toBeNull();
    expect(found.warnings).toContain('this measure has no analytic interval here; a bootstrap gives one');
  });

  test('units that were left out are resampled too, since which they are is chance', () => {
    const { interval } = fleissKappa(ofWords('aabbaabb..', 'abbbaaba.b'), { interval: 'bootstrap' });
    expect(interval?.method).toMatch(/^percentile bootstrap over 10 units/);
  });

  test('from thirty units on nothing is said of their number', () => {
    const warned = (units: number) =>
      cohenKappa(ofWords('ab'.repeat(units), 'ab'.repeat(units - 1).concat('ba')), { interval: 'none' })
        .warnings;
    expect(warned(15)).toEqual([]);
    const short = cohenKappa(ofWords('ab'.repeat(14).concat('a'), 'ab'.repeat(13).concat('baa')), {
      interval: 'none',
    });
    expect(short.warnings).toEqual(['there are only 29 units']);
  });
});

describe('an analytic interval ends where values end', () => {
  test('percent agreement at 0 and 1', () => {
    const low = percentAgreement(ofWords('aaaaa', 'abbbb'));
    expect(low.interval?.low).toBe(0);
    expect(low.interval?.method).toMatch(/, cut off at 0$/);
    const both = percentAgreement(ofWords('ab', 'aa'));
    expect([both.interval?.low, both.interval?.high]).toEqual([0, 1]);
    expect(both.interval?.method).toMatch(/, cut off at 0 and 1$/);
    const inside = percentAgreement(table);
    expect(inside.interval?.method).toBe('analytic (mean over units; z)');
  });

  test('kappa at −1 and 1', () => {
    const low = cohenKappa(
      ofTable([
        [0, 4],
        [4, 1],
      ]),
    );
    expect(low.interval?.low).toBe(-1);
    expect(low.interval?.method).toMatch(/, cut off at -1$/);
    expect(low.interval?.high).toBeLessThan(1);
  });
});

describe('what is said of documents', () => {
  test('five are enough to be resampled, with what else there is to say', () => {
    const five = cohenKappa(documents(5), { replicates: 200 });
    expect(five.interval?.method).toBe('percentile bootstrap over 5 documents (200 resamples, seed 1)');
    expect(five.warnings).toEqual([]);
  });

  test('four are told, and five where an analytic interval was asked for', () => {
    expect(cohenKappa(documents(4)).warnings).toEqual([
      'only 4 documents, too few to resample: the interval takes turns as independent',
    ]);
    expect(cohenKappa(documents(5), { interval: 'analytic' }).warnings).toEqual([
      'the interval takes turns of one document as independent, so it may be too narrow',
    ]);
  });

  test('warnings about the value stay beside a bootstrap', () => {
    const rare = ofTable([
      [900, 40],
      [50, 10],
    ]);
    for (const interval of ['analytic', 'bootstrap'] as const) {
      const { warnings } = cohenKappa(rare, { interval, replicates: 50 });
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toMatch(/^kappa is low although 910 units of 1000 agree/);
    }
  });
});

test('raters who never vary give no interval, and no promise either', () => {
  const found = cohenKappa(ofWords('aaaa'.repeat(10), 'aabb'.repeat(10)));
  expect(found.interval).toBeNull();
  expect(found.warnings).toContain('the ratings do not vary enough to give an interval');
  expect(found.warnings.join()).not.toMatch(/would go unseen/);
});

test('hardly any resamples with a value are no interval', () => {
  const found = krippendorffAlpha(ofWords('ab', 'ab'), { replicates: 1, seed: 2 });
  expect([found.se, found.interval]).toEqual([null, null]);
});

/** 1 − 0.05^(1/n) by logarithms: 0.776, 0.451, 0.095 and 0.00994, rounded up. */
test.each([
  [2, 78],
  [5, 46],
  [30, 10],
  [300, 1],
])('what would go unseen in %i units that all agree is at most %i%%', (n, most) => {
  const half = 'a'.repeat(Math.floor(n / 2)) + 'b'.repeat(Math.ceil(n / 2));
  expect(cohenKappa(ofWords(half, half)).warnings.join()).toContain(`up to ${most}% of disagreement`);
});
