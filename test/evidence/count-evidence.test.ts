import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countEvidence, type EvidenceCounts } from '../../src/evidence/count-evidence.ts';
import type { Evidence } from '../../src/evidence/evidence.ts';
import { records, tree } from './data.ts';

const one = (record: string, code: string, place: string | null = null): Evidence => ({
  ...{ record, code, place, field: null, quote: null, rater: null },
});

const of = (counts: EvidenceCounts, id: string) => {
  const found = counts.codes.find(({ code }) => code.id === id);
  if (!found) throw new Error(id);
  return found;
};

const known = [
  one('PS1', 'automation', 'p. 1'),
  one('PS1', 'automation', 'p. 2'),
  one('PS1', 'monitoring', 'p. 1'),
  one('PS2', 'monitoring'),
  one('PS3', 'practices'),
  one('PS4', 'skills'),
];

describe('a small review', () => {
  test('a record counts once, however often it mentions a code', () => {
    const counts = countEvidence(known, tree, records, { rollUp: false });
    expect(of(counts, 'automation')).toMatchObject({ records: 1, mentions: 2 });
    expect(of(counts, 'practices')).toMatchObject({ records: 1, mentions: 1 });
    expect(counts).toMatchObject({ records: 12, coded: 4, mentions: 6 });
    expect(counts.uncited).toEqual(['PS5', 'PS6', 'PS7', 'PS8', 'PS9', 'PS10', 'PS11', 'PS12']);
  });

  test('rolled up, a parent has the union of records and the sum of mentions', () => {
    const counts = countEvidence(known, tree, records, { rollUp: true });
    expect(of(counts, 'practices')).toMatchObject({
      ...{ records: 3, mentions: 5, sum: 4, own: { records: 1, mentions: 1 } },
    });
    expect(of(counts, 'challenges')).toMatchObject({
      records: 1,
      mentions: 1,
      own: { records: 0, mentions: 0 },
    });
  });

  test('the same passage by two raters is one mention', () => {
    const twice = ['ana', 'ben'].map((rater) => ({ ...one('PS1', 'skills', 'p. 1'), rater }));
    expect(of(countEvidence(twice, tree, records, { rollUp: false }), 'skills')).toMatchObject({
      mentions: 1,
    });
  });

  test('by year in the order of years, what is blank last', () => {
    const counts = countEvidence(known, tree, records, { rollUp: true, by: 'year' });
    expect(counts.by?.values).toEqual([
      { value: '2020', records: 4, coded: 2 },
      { value: '2021', records: 4, coded: 1 },
      { value: '2022', records: 3, coded: 1 },
      { value: null, records: 1, coded: 0 },
    ]);
    expect(of(counts, 'practices').by).toEqual([1, 1, 1, 0]);
  });

  test('a code stands with those below it, and others are not looked at', () => {
    const counts = countEvidence(known, tree, records, { rollUp: true, codes: ['challenges'] });
    expect(counts.codes.map(({ code }) => code.id)).toEqual(['challenges', 'people', 'skills']);
    expect(counts).toMatchObject({ coded: 1, mentions: 1 });
  });

  test('only among some records', () => {
    const counts = countEvidence(known, tree, records, { rollUp: true, among: new Set(['PS1', 'PS5']) });
    expect(counts).toMatchObject({ records: 2, coded: 1, mentions: 3, uncited: ['PS5'] });
  });
});

const anyEvidence = fc.array(
  fc
    .tuple(
      fc.constantFrom(...records.ids),
      fc.constantFrom(...tree.map(({ id }) => id)),
      fc.option(fc.constantFrom('p. 1', 'p. 2')),
    )
    .map(([record, code, place]) => one(record, code, place)),
  { maxLength: 60 },
);

describe('whatever is coded', () => {
  test('there are no more records than mentions, rolled up or not', () => {
    fc.assert(
      fc.property(anyEvidence, fc.boolean(), (evidence, rollUp) => {
        for (const code of countEvidence(evidence, tree, records, { rollUp }).codes) {
          expect(code.records).toBeLessThanOrEqual(code.mentions);
        }
      }),
    );
  });

  test('rolled up, a parent has at least the records of each child, and at most all added up', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const counts = countEvidence(evidence, tree, records, { rollUp: true });
        for (const parent of counts.codes) {
          const children = counts.codes.filter(({ code }) => code.parent === parent.code.id);
          for (const child of children) expect(parent.records).toBeGreaterThanOrEqual(child.records);
          const sum = children.reduce((all, { records: own }) => all + own, parent.own.records);
          expect(parent.sum).toBe(sum);
          expect(parent.records).toBeLessThanOrEqual(sum);
        }
      }),
    );
  });

  test('the order of rows does not matter', () => {
    const shuffled = anyEvidence.chain((evidence) =>
      fc.tuple(
        fc.constant(evidence),
        fc.shuffledSubarray(evidence, { minLength: evidence.length, maxLength: evidence.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([evidence, other]) => {
        const question = { rollUp: true, by: 'year' };
        expect(countEvidence(other, tree, records, question)).toEqual(
          countEvidence(evidence, tree, records, question),
        );
      }),
    );
  });

  test('one more passage of a record under a code that it carries changes mentions only', () => {
    fc.assert(
      fc.property(anyEvidence, fc.nat(), (evidence, at) => {
        const some = evidence[at % Math.max(1, evidence.length)];
        if (!some) return;
        const question = { rollUp: true, by: 'kind' };
        const before = countEvidence(evidence, tree, records, question);
        const after = countEvidence([...evidence, { ...some, place: 'elsewhere' }], tree, records, question);
        expect(after.mentions).toBe(before.mentions + 1);
        const still = (counts: EvidenceCounts) => ({
          ...counts,
          mentions: 0,
          codes: counts.codes.map((code) => ({ ...code, mentions: 0, own: code.own.records })),
        });
        expect(still(after)).toEqual(still(before));
      }),
    );
  });

  test('records by a column add up to all records of the code', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        for (const code of countEvidence(evidence, tree, records, { rollUp: true, by: 'year' }).codes) {
          expect(code.by.reduce((sum, n) => sum + n, 0)).toBe(code.records);
        }
      }),
    );
  });
});
