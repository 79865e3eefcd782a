import { describe, expect, test } from 'vitest';
import type { CodedUnits } from '../../src/agreement/coded-units.ts';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { dependentTest } from '../../src/agreement/dependent-test.ts';
import { fleissKappa } from '../../src/agreement/fleiss-kappa.ts';
import { perCode } from '../../src/agreement/per-code.ts';
import type { Ratings } from '../../src/agreement/ratings.ts';
import { ofWords } from './data.ts';

const words = ['aabbccabcaababccabcb', 'aabbccabcbababcaabcb', 'abbbccabcaabcbccabca'];

/** The same ratings in so many documents, and so many more documents that nobody compared rated anything in. */
function inDocuments(documents: number, others: number): Ratings {
  const units = words[0]?.length ?? 0;
  const data = ofWords(...words.map((word) => word + '.'.repeat(others)));
  const of = Int32Array.from({ length: units + others }, (_, unit) =>
    unit < units ? unit % documents : documents + unit - units,
  );
  return { ...data, clusters: { name: 'document', count: documents + others, of } };
}

describe('documents without anything to compare', () => {
  const plain = inDocuments(6, 0);
  const more = inDocuments(6, 20);

  test.each(['jackknife', 'bootstrap', 'auto'] as const)('change no interval: %s', (interval) => {
    for (const measure of [cohenKappa, fleissKappa]) {
      const [of, raters] = measure === cohenKappa ? [2, 2] : [3, 3];
      const some = (data: Ratings): Ratings => ({
        ...data,
        raters: data.raters.slice(0, raters),
        cells: data.cells.slice(0, of),
      });
      const found = measure(some(more), { interval });
      expect(found.interval).toEqual(measure(some(plain), { interval }).interval);
      expect(found.interval?.method).toContain('over 6 documents');
    }
  });

  test('and no test of a difference', () => {
    const [first, second] = [{ measure: 'fleiss-kappa' }, { measure: 'gwet-ac1' }] as const;
    const { se, df, p } = dependentTest(more, first, second);
    expect({ se, df, p }).toEqual((({ se, df, p }) => ({ se, df, p }))(dependentTest(plain, first, second)));
    expect(df).toBe(5);
  });

  test('too few others are no documents to resample', () => {
    const found = fleissKappa(inDocuments(2, 28));
    expect(found.interval?.method).toMatch(/^analytic/);
    expect(found.warnings).toContain(
      'only 2 documents, too few to resample: the interval takes units as independent',
    );
  });

  test('nor do they change the interval of codes pooled, also of a pair that read less than others', () => {
    const coded = (data: Ratings): CodedUnits => {
      const present = (label: number) =>
        data.cells.map((column) =>
          Int8Array.from(column, (cell) => (cell === -1 ? -1 : Number(cell === label))),
        );
      const { units, raters, clusters } = data;
      return {
        units,
        raters,
        codes: ['a', 'b'],
        cells: [present(0), present(1)],
        ...(clusters && { clusters }),
      };
    };
    const [one, other] = [perCode(coded(plain)), perCode(coded(more))];
    expect(other.pooled.interval).toEqual(one.pooled.interval);
    expect(other.pairs.map(({ pooled }) => pooled.interval)).toEqual(
      one.pairs.map(({ pooled }) => pooled.interval),
    );
    // A third rater read twenty documents alone: nothing to compare there.
    const alone = coded(more);
    for (const cells of alone.cells) (cells[2] as Int8Array).fill(0, words[0]?.length);
    expect(perCode(alone).pairs.map(({ pooled }) => pooled.interval)).toEqual(
      one.pairs.map(({ pooled }) => pooled.interval),
    );
  });
});
