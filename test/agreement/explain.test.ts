import { describe, expect, test } from 'vitest';
import { bandOf, schemes } from '../../src/agreement/bands.ts';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { explain } from '../../src/agreement/explain.ts';
import { explainOverCodes } from '../../src/agreement/explain-over-codes.ts';
import { measures } from '../../src/agreement/measures.ts';
import { overCodes } from '../../src/agreement/over-codes.ts';
import { ofRows, ofTable, ofWords } from './data.ts';

const cohen = ofTable([
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
]);

test("Cohen's kappa is explained with the numbers of the table", () => {
  const { sentences, table } = explain(cohenKappa(cohen), cohen);
  expect(sentences).toEqual([
    'Of 200 units, ana and ben both rated 200.',
    'They agree on 88 + 40 + 12 = 140 of 200: observed agreement is 0.7.',
    'By chance they would agree on (120 × 100 + 60 × 60 + 20 × 40) / 200² of them: expected agreement is 0.41.',
    'Kappa is (0.7 − 0.41) / (1 − 0.41) = 0.4915.',
  ]);
  expect(table.rows.at(-1)).toEqual(['total', 100, 60, 40, 200]);
});

test('alpha is explained with coincidences', () => {
  const data = ofWords('aab.', 'abbb');
  const { sentences, table } = explain(measures['krippendorff-alpha'].compute(data), data);
  // Units aa, ab and bb: each ordered pair of two ratings counts 1.
  expect(table).toEqual({
    columns: ['category', '"a"', '"b"', 'pairable values'],
    rows: [
      ['"a"', '2', '1', 3],
      ['"b"', '1', '2', 3],
      ['total', 3, 3, 6],
    ],
  });
  expect(sentences).toEqual([
    'Of 4 units, 3 have two ratings or more, which makes 6 pairable values; 1 left out.',
    'Coincidences: each ordered pair of ratings of a unit counts 1 / (its ratings − 1).',
    'Two different categories are at distance 1.',
    'Observed disagreement: the coincidences of the table, each times the distance of its two categories, added up and divided by 6, is 0.333333.',
    'Expected disagreement: (3 × 3 + 3 × 3) / (6 × 5) = 0.6.',
    'Alpha is 1 − 0.333333 / 0.6 = 0.4444.',
  ]);
});

describe('many raters with ratings missing', () => {
  const data = ofWords('aab.', 'ab..', 'b..b', 'b...');

  test("pairwise, Fleiss' kappa shows units with one rating, which count for the shares of categories", () => {
    const { sentences, table } = explain(measures['fleiss-kappa'].compute(data), data);
    expect(table).toEqual({
      columns: ['units', '"a"', '"b"', 'pairs that agree'],
      rows: [
        [2, 0, 1, ''],
        [1, 1, 1, '0'],
        [1, 2, 2, '0.333333'],
      ],
    });
    expect(sentences.slice(1)).toEqual([
      'In a unit, the share of pairs of raters who agree; its mean over units, observed agreement, is 0.166667.',
      'In a unit, the share of ratings that each category has; its means over units, each squared and added up, are 0.25² + 0.75²: expected agreement is 0.625.',
      'Kappa is (0.166667 − 0.625) / (1 − 0.625) = −1.2222.',
    ]);
  });

  test('listwise, only units that all rated', () => {
    const { sentences, table } = explain(
      measures['fleiss-kappa'].compute(data, { missing: 'listwise' }),
      data,
    );
    expect(table.rows).toEqual([[1, 2, 2, '0.333333']]);
    expect(sentences[0]).toBe('Of 4 units, 1 enter (listwise: units that all raters rated); 3 left out.');
    expect(sentences[2]).toMatch(/are 0.5² \+ 0.5²: expected agreement is 0.5\.$/);
  });

  test('percent agreement has units with two ratings or more, and no chance', () => {
    const { sentences, table } = explain(measures.percent.compute(data), data);
    expect(table.rows).toEqual([
      [1, 1, 1, '0'],
      [1, 2, 2, '0.333333'],
    ]);
    expect(sentences).toHaveLength(2);
  });
});

test.each([
  'percent',
  'fleiss-kappa',
  'cohen-kappa',
  'krippendorff-alpha',
  'icc-1-1',
  'icc-2-k',
  'icc-3-1',
  'kendall-w',
  'lin-ccc',
] as const)('%s is explained also where there is no value', (name) => {
  for (const words of [
    ['', ''],
    ['aa', 'aa'],
    ['ab', 'ba', 'a.'],
    ['11', '11'],
    ['1', '2'],
    ['12', '21'],
  ]) {
    const data = ofWords(...words);
    const result = measures[name].compute(data);
    const text = JSON.stringify(explain(result, data));
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
    if (result.reason !== null) expect(text).toContain(JSON.stringify(result.reason).slice(1, -1));
  }
});

test("Shrout and Fleiss's ICC(2,1) is worked out from the mean squares that they print", () => {
  const rows = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ];
  const tenths = rows.map((row) => row.map((score) => score / 10));
  const { sentences, table } = explain(measures['icc-2-1'].compute(ofRows(rows)), ofRows(rows));
  expect(table.rows).toEqual([
    ['between units', 5, '11.2417'],
    ['within units', 18, '6.2639'],
    ['between raters', 3, '32.4861'],
    ['error', 15, '1.0194'],
  ]);
  expect(sentences).toEqual([
    'Of 6 units, 6 were rated by all 4 raters.',
    'From the mean squares of the analysis of variance, ICC(2,1) is (11.2417 − 1.0194) / (11.2417 + 3 × 1.0194 + 4 × (32.4861 − 1.0194) / 6) = 0.2898.',
  ]);
  const scaled = explain(measures['icc-2-1'].compute(ofRows(tenths)), ofRows(tenths));
  expect(scaled.table.rows[0]).toEqual(['between units', 5, '0.1124']);
});

test('ranks, and moments, can be redone by hand', () => {
  const rows = [
    [1, 2],
    [2, 2],
    [3, 5],
    [null, 4],
  ];
  const w = explain(measures['kendall-w'].compute(ofRows(rows)), ofRows(rows));
  // Ranks 1, 2, 3 and 1.5, 1.5, 3: sums 2.5, 3.5, 6 about 4; single ranks 2 + 1.5.
  expect(w.table.rows).toEqual([
    [1, '1', '1.5', '2.5'],
    [1, '2', '1.5', '3.5'],
    [1, '3', '3', '6'],
  ]);
  expect(w.sentences[0]).toBe('Of 4 units, 3 were rated by all 2 raters; 1 left out.');
  expect(w.sentences.at(-1)).toBe('W is 6.5 / (2 × 3.5) = 0.9286.');
  const lin = explain(measures['lin-ccc'].compute(ofRows(rows)), ofRows(rows));
  expect(lin.table.rows).toEqual([
    ['"r1"', '2', '0.6667'],
    ['"r2"', '3', '2'],
  ]);
  expect(lin.sentences.at(-1)).toBe('The coefficient is 2 × 1 / (0.6667 + 2 + (2 − 3)²) = 0.5455.');
});

test('alpha by distance says what the distance is, and in what unit', () => {
  const rows = [
    [1, 1],
    [2, 4],
    [5, 5],
  ];
  const { sentences } = explain(
    measures['krippendorff-alpha'].compute(ofRows(rows), { metric: 'interval' }),
    ofRows(rows),
  );
  expect(sentences[2]).toBe(
    'Distance of two numbers: the square of their difference (interval metric). It is then divided by the greatest distance of two pairable values, which alpha does not depend on.',
  );
  // 2 · 2² of 6 values, in units of (5 − 1)²; 2 · 6 · 18 of 6 · 5 pairs.
  expect(sentences.at(-1)).toBe('Alpha is 1 − 0.083333 / 0.45 = 0.8148.');
});

test('weighted kappa says what a near miss counts', () => {
  const { sentences } = explain(cohenKappa(cohen, { weights: 'quadratic' }), cohen);
  expect(sentences[1]).toBe(
    'Two categories that are d ranks apart count as 1 − (d / 2)² of an agreement (quadratic weights).',
  );
});

test.each([
  ['landis-koch', -0.1, 'poor'],
  ['landis-koch', 0, 'slight'],
  ['landis-koch', 0.2, 'slight'],
  ['landis-koch', 0.61, 'substantial'],
  ['landis-koch', 1, 'almost perfect'],
  ['fleiss', 0.39, 'poor'],
  ['fleiss', 0.4, 'fair to good'],
  ['fleiss', 0.75, 'fair to good'],
  ['fleiss', 0.76, 'excellent'],
  ['cicchetti', 0.59, 'fair'],
  ['cicchetti', 0.6, 'good'],
  ['cicchetti', 0.75, 'excellent'],
  ['altman', 0.2, 'poor'],
  ['altman', 0.81, 'very good'],
  ['krippendorff', 0.667, 'for tentative conclusions only'],
  ['krippendorff', 0.8, 'to be relied on'],
] as const)('%s calls %d %s, by name', (scheme, value, label) => {
  expect(bandOf(value, scheme)).toEqual({ label, scheme: schemes[scheme].name });
});

test('rounding above 1 stays in the highest band', () => {
  expect(bandOf(1 + Number.EPSILON, 'altman')?.label).toBe('very good');
});

test('what has no value has no band', () => {
  expect(bandOf(null, 'fleiss')).toBeNull();
});

describe('every measure is explained by what it is', () => {
  // By hand: three raters, categories a and b; units aab, bbb, ab. with nothing from the third.
  const data = ofWords('aba', 'abb', 'bb.');
  const sentences = (measure: keyof typeof measures, options = {}) => {
    const found = measures[measure].compute(data, { interval: 'none', ...options });
    return explain(found, data);
  };

  test('S by how many categories there are', () => {
    const { sentences: said } = sentences('brennan-prediger');
    expect(said.slice(1)).toEqual([
      'In a unit, the share of pairs of raters who agree; its mean over units, observed agreement, is 0.444444.',
      'Of 2 categories, all as likely, two ratings would agree in 1 / 2: expected agreement is 0.5.',
      'S is (0.444444 − 0.5) / (1 − 0.5) = −0.1111.',
    ]);
  });

  test('AC1 by how mixed the categories are', () => {
    // Shares of a: (2/3 + 0 + 1/2) / 3 = 7/18.
    const { sentences: said } = sentences('gwet-ac1');
    expect(said[2]).toBe(
      'In a unit, the share of ratings that each category has; its means over units, each times 1 less itself, added up, are 0.388889 × (1 − 0.388889) + 0.611111 × (1 − 0.611111); divided by 2 − 1: expected agreement is 0.475309.',
    );
    expect(said[3]).toMatch(/^AC1 is \(0\.444444 − 0\.475309\)/);
  });

  test("Conger's by what each rater used", () => {
    const { sentences: said, table } = sentences('conger-kappa');
    expect(table).toEqual({
      columns: ['rater', '"a"', '"b"', 'total'],
      rows: [
        ['r1', 2, 1, 3],
        ['r2', 1, 2, 3],
        ['r3', 0, 2, 2],
      ],
    });
    // Pairs: r1 r2 2/9 + 2/9, r1 r3 1/3, r2 r3 2/3: mean 13/27.
    expect(said[2]).toContain('expected agreement is 0.481481.');
    expect(said.at(-1)).toMatch(/^Kappa is \(0\.444444 − 0\.481481\)/);
  });

  test("Light's by the kappas of pairs, Holsti's by agreements and decisions", () => {
    const light = sentences('light-kappa');
    // r1 r2 on aa, bb, ab: po 2/3, pe 4/9. r1 r3 on ab, bb: r3 constant, 0. r2 r3 the same.
    expect(light.table.rows[0]).toEqual(['r1 and r2', 3, '0.666667', '0.444444', '0.4']);
    expect(light.sentences[1]).toBe('Their mean is (0.4 + 0 + 0) / 3 = 0.1333.');
    const holsti = sentences('holsti');
    expect(holsti.table.rows).toEqual([
      ['r1 and r2', 2, 3, 3, '0.6667'],
      ['r1 and r3', 1, 3, 2, '0.4'],
      ['r2 and r3', 1, 3, 2, '0.4'],
    ]);
    expect(holsti.sentences[1]).toBe('The mean over pairs is 0.4889.');
  });

  test('weights are said, by name or as one’s own', () => {
    const ranked = ofRows([
      [1, 2],
      [2, 2],
      [3, 1],
    ]);
    const ac2 = measures['gwet-ac2'].compute(ranked, { weights: 'ordinal', interval: 'none' });
    expect(explain(ac2, ranked).sentences[1]).toBe(
      'Near categories count as agreeing in part (ordinal weights by rank).',
    );
    const weights = [
      [1, 0.5, 0],
      [0.5, 1, 0.5],
      [0, 0.5, 1],
    ];
    const none = { weights, interval: 'none' } as const;
    const own = measures.percent.compute(ranked, none);
    const { sentences: said, table } = explain(own, ranked, { weights });
    expect(said[1]).toBe(
      'Categories count as agreeing in part, by weights of your own, a row for what the first said: "1" 1, 0.5, 0; "2" 0.5, 1, 0.5; "3" 0, 0.5, 1.',
    );
    expect(table.rows.map((row) => row.at(-1))).toEqual(['0.5', '0', '1']);
    expect(() => explain(own, ranked)).toThrow(RangeError);
    for (const measure of ['light-kappa', 'scott-pi', 'fleiss-kappa', 'conger-kappa', 'gwet-ac2'] as const) {
      const named = { weights: 'linear', interval: 'none' } as const;
      const byName = explain(measures[measure].compute(ranked, named), ranked);
      const byOwn = explain(measures[measure].compute(ranked, none), ranked, { weights });
      expect(byOwn.table).toEqual(byName.table);
      expect(byOwn.sentences.at(-1)).toBe(byName.sentences.at(-1));
      expect(byOwn.sentences).toHaveLength(byName.sentences.length);
    }
  });
});

test('where a rare category makes kappa low, AC1, PABAK and specific agreement stand beside it', () => {
  const rare = ofTable(
    [
      [118, 5],
      [2, 0],
    ],
    ['absent', 'present'],
  );
  const { sentences } = explain(cohenKappa(rare), rare);
  // po 118/125 = .944; AC1 with p = 7/250: pe = 2 p (1 − p) = .0544; PABAK 2 po − 1.
  expect(sentences.at(-2)).toContain(
    'Kappa is low although they agree on 118 units of 125: one category is rare',
  );
  expect(sentences.at(-1)).toBe(
    'Of the same data AC1 is 0.9408 and PABAK 0.888. Where one of them said "present", the other did too in 0 of the cases (positive agreement); for "absent" it is 0.9712.',
  );
  const even = ofTable(
    [
      [60, 5],
      [5, 55],
    ],
    ['absent', 'present'],
  );
  expect(explain(cohenKappa(even), even).sentences.join(' ')).not.toContain('PABAK');
});

describe('a value over codes', () => {
  const coded = {
    units: 4,
    raters: ['ana', 'ben'],
    codes: ['cost', 'time', 'never'],
    cells: [
      [Int8Array.of(1, 1, 0, 0), Int8Array.of(1, 0, 0, 0)],
      [Int8Array.of(1, 0, 1, 0), Int8Array.of(1, 0, 1, 0)],
      [new Int8Array(4), new Int8Array(4)],
    ],
  };
  const { pooled, mean, codes } = overCodes(coded, 'cohen-kappa', { interval: 'none' });

  test('pooled, from the means of observed and of expected agreement', () => {
    if (!pooled) throw new Error('there is no pooled kappa');
    const { table, sentences } = explainOverCodes(pooled, codes);
    expect(table.rows).toEqual([
      ['cost', 4, '0.75', '0.5', '0.5'],
      ['time', 4, '1', '0.5', '1'],
      ['never', 4, '1', '1', 'none'],
    ]);
    expect(sentences).toEqual([
      'Observed agreement, in the mean over codes, is (0.75 + 1 + 1) / 3 = 0.916667.',
      'Expected agreement, in the mean over codes, is (0.5 + 0.5 + 1) / 3 = 0.666667.',
      'The pooled value is (0.916667 − 0.666667) / (1 − 0.666667) = 0.75.',
    ]);
  });

  test('the mean, without the codes that have no value, which are named', () => {
    const { sentences } = explainOverCodes(mean, codes);
    expect(sentences[0]).toMatch(/^never is left out: both raters used "absent" only/);
    expect(sentences[1]).toBe('The mean of the codes’ values is (0.5 + 1) / 2 = 0.75.');
  });
});
