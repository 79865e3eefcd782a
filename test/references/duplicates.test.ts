import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDuplicates } from '../../src/references/duplicates/find-duplicates.ts';
import { mergeDuplicates } from '../../src/references/duplicates/merge-duplicates.ts';
import type { Reference } from '../../src/references/reference.ts';
import { update } from '../../src/references/update.ts';
import { inventedRecords, reference } from './invented.ts';

describe('a title of one word, beside itself with a subtitle', () => {
  const fences = { title: 'Fences', authors: 'Noll, Bea', year: '2019' };
  const longer = { ...fences, title: 'Fences: property and commons in the city' };
  test.each([
    [{}, 1],
    [{ year: '2020' }, 0],
    [{ authors: 'Lee, Bea' }, 0],
    [{ title: 'Property and commons in the city: fences' }, 0],
    [{ title: 'Fences and commons: property in the city' }, 0],
  ])('%j', (change, pairs) => {
    const found = findDuplicates([reference(fences), reference({ ...longer, ...change })]);
    expect(found.map(({ why, isCertain }) => [why, isCertain])).toEqual(
      Array(pairs).fill(['subtitle missing', false]),
    );
  });
});

describe('planted duplicates', () => {
  test('are found, and records that only look like them are not', () => {
    const records = inventedRecords(3000, 7);
    const found = findDuplicates(records);
    const isRight = ({ a, b }: { a: number; b: number }) => records[a]?.work === records[b]?.work;
    const right = found.filter(isRight).length;
    const sizes = new Map<string, number>();
    for (const { work } of records) sizes.set(work, (sizes.get(work) ?? 0) + 1);
    const planted = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
    expect(planted).toBeGreaterThan(400);
    expect(right / planted).toBeGreaterThan(0.98);
    expect(right / found.length).toBeGreaterThan(0.98);
    expect(found.filter((pair) => pair.isCertain && !isRight(pair))).toEqual([]);
  });

  test('are the same pairs in whatever order the records stand', () => {
    const records = inventedRecords(400, 3);
    const names = (some: readonly Reference[]) =>
      findDuplicates(some)
        .map(({ a, b, why, similarity, isCertain }) =>
          [...[some[a]?.key, some[b]?.key].sort(), why, similarity, isCertain].join(' '),
        )
        .sort();
    const expected = names(records);
    expect(expected.length).toBeGreaterThan(40);
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
        expect(names(shuffled)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});

/** Two records by the same author in the same year, that differ as said. */
const pair = (one: Partial<Reference>, other: Partial<Reference>) =>
  findDuplicates(
    [one, other].map((fields) => reference({ authors: 'Müller, Jana', year: '2019', ...fields })),
  );

const LONG = 'Continuous delivery of learned models: a survey of industrial practice';

describe('what is one work for certain', () => {
  test.each<[string, Partial<Reference>, Partial<Reference>]>([
    [
      'same DOI',
      { title: LONG, doi: '10.1/a' },
      { title: 'CONTINUOUS DELIVERY OF LEARNED MODELS', doi: '10.1/a', year: '2021' },
    ],
    [
      'same title, year and first author',
      { title: 'Über MLOps & Co.' },
      { title: 'uber MLOps and co', authors: 'MULLER, J.' },
    ],
  ])('%s', (why, one, other) => {
    expect(pair(one, other)).toMatchObject([{ isCertain: true, why }]);
  });
});

describe('what is for a person to decide', () => {
  test.each<[string, Partial<Reference>, Partial<Reference>]>([
    [
      'same DOI, other title',
      { title: LONG, doi: '10.1/a' },
      { title: `Erratum to: ${LONG}`, doi: '10.1/a' },
    ],
    [
      'same words in another order',
      { title: LONG },
      { title: 'A survey of industrial practice: continuous delivery of learned models' },
    ],
    [
      'title spelt another way',
      { title: LONG },
      { title: LONG.replace('learned', 'leanred').replace('industrial', 'industiral') },
    ],
    ['title spelt another way', { title: 'Data-driven teams' }, { title: 'Datadriven teams' }],
    ['subtitle missing', { title: LONG }, { title: 'Continuous Delivery of Learned Models' }],
    ['a word of the title missing', { title: LONG }, { title: LONG.replace('industrial ', '') }],
    ['same title, article and preprint', { title: LONG, type: 'article' }, { title: LONG, type: 'preprint' }],
    [
      'same title, other year, other DOI, article and preprint',
      { title: LONG, type: 'article', doi: '10.1/a' },
      { title: LONG, type: 'preprint', year: '2018', doi: '10.1/b' },
    ],
    ['same title, no authors', { title: LONG }, { title: LONG, authors: '' }],
  ])('%s', (why, one, other) => {
    expect(pair(one, other)).toMatchObject([{ isCertain: false, why }]);
  });
});

test('a missing subtitle makes titles less alike by its letters', () => {
  const [found] = pair({ title: 'Quiet benches: a survey' }, { title: 'Quiet benches' });
  expect(found).toMatchObject({ why: 'subtitle missing' });
  // 13 of the 22 letters and blanks of the longer title, its colon aside.
  expect(found?.similarity).toBeCloseTo(13 / 22, 10);
});

describe('what is not one work, though it looks like it', () => {
  test.each<[string, string]>([
    [LONG, `${LONG}, part II`],
    [`${LONG}, part I`, `${LONG}, part II`],
    [`${LONG}, part A`, `${LONG}, part B`],
    [LONG, `Erratum to: ${LONG}`],
    [LONG, `Comment on “${LONG}”`],
    ['Proceedings of the 12th workshop on teams', 'Proceedings of the 13th workshop on teams'],
    ['Proceedings of the second workshop on teams', 'Proceedings of the third workshop on teams'],
    ['Supervised learning for tests', 'Unsupervised learning for tests'],
    [LONG, LONG.replace('industrial', 'academic')],
    ['Learned models: a survey', 'Learned models: challenges'],
    ['Retracted works and their citations', 'Works and their citations'],
  ])('%s / %s', (one, other) => {
    expect(pair({ title: one }, { title: other })).toEqual([]);
  });

  test('the same title two years later', () => {
    expect(pair({ title: LONG }, { title: LONG, year: '2021' })).toEqual([]);
  });
});

describe('merging', () => {
  const [a, b, c] = [
    reference({
      id: 'muller2019',
      title: LONG,
      authors: 'Müller, J',
      year: '2019',
      source: 'Scopus',
      key: 'x%3B1',
    }),
    reference({
      title: LONG,
      authors: 'Müller, Jana',
      year: '2019',
      source: 'WoS',
      key: '',
      doi: '10.1/a',
      type: 'article',
    }),
    reference({ title: LONG, authors: 'Müller, Jana', year: '2019', source: 'ACM', key: 'z', doi: '10.1/b' }),
  ];

  test('fills what the first record lacks, and keeps where each entry is from', () => {
    const { records, merged, proposed } = mergeDuplicates(
      [a, b].map((one) => ({ ...one })),
      [],
    );
    expect(records).toEqual([{ ...a, doi: '10.1/a', type: 'article', source: 'Scopus; WoS', key: 'x%3B1;' }]);
    expect([...merged]).toEqual([['same title, year and first author', 1]]);
    expect(proposed).toEqual([]);
  });

  test('takes where and when a work came out from its article as a whole, and tells it', () => {
    const preprint = reference({
      id: 'a',
      title: 'On repair in public',
      type: 'preprint',
      year: '2019',
      venue: 'arXiv',
      doi: '10.1000/preprint',
      pages: '1–30',
      url: 'https://example.org/a',
    });
    const article = reference({
      id: 'b',
      title: 'On repair in public',
      type: 'article',
      year: '2020',
      venue: 'J. Repair',
      volume: '4',
      doi: '10.1000/article',
      abstract: 'What it says',
    });
    const { records, published } = update(
      [preprint, article],
      [{ record: 'a', other: 'b', why: '', similarity: '', decision: 'same' }],
    );
    expect(records).toMatchObject([
      {
        id: 'a',
        type: 'article',
        year: '2020',
        venue: 'J. Repair',
        volume: '4',
        pages: '',
        doi: '10.1000/article',
        url: 'https://example.org/a',
        abstract: 'What it says',
      },
    ]);
    expect(published).toEqual([
      { id: 'a', taken: { type: 'article', year: '2020' }, left: [{ type: 'preprint', year: '2019' }] },
    ]);
  });

  test('a record without a DOI does not make one work of two DOIs', () => {
    for (const order of [
      [a, b, c],
      [c, b, a],
      [b, a, c],
    ]) {
      const { records, proposed } = mergeDuplicates(order, []);
      expect(records).toHaveLength(3);
      expect(proposed).toHaveLength(3);
    }
  });

  test('decisions merge and part, also by the id of a record that is gone', () => {
    const [one, other, third] = [
      reference({ id: 'a', title: 'One thing', year: '2019' }),
      reference({ id: 'b', title: 'Quite another', year: '2019' }),
      reference({ id: 'c', title: 'One thing', authors: 'X, Y', year: '2019' }),
    ];
    const row = { why: '', similarity: '' };
    const same = { ...row, record: 'a', other: 'b', decision: 'same' as const };
    const merged = mergeDuplicates([one, other, third], [same]);
    expect(merged.records.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(merged.gone).toMatchObject([{ id: 'b', into: 'a', why: 'decided' }]);
    const different = { ...row, record: 'c', other: 'b', decision: 'different' as const };
    expect(mergeDuplicates(merged.records, [same, different]).proposed).toEqual([]);
  });
});
