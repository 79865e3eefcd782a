import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeCounts } from '../../src/agreement/coded-units.ts';
import { compareRaters, unitsOfRound } from '../../src/study/agreement.ts';
import { textFor, unitKinds } from '../../src/study/agreement-units.ts';
import { openCorpus } from '../../src/study/corpus.ts';
import { ratedAmong } from '../../src/study/pattern-counts.ts';
import { repository } from '../helpers/workspace.ts';

const corpus = await openCorpus({ root: join(repository) }, 'practice');

test('no unit has a label or a time in it, whatever the unit', () => {
  for (const document of corpus.documents.values()) {
    for (const unit of unitKinds) {
      for (const { start, end } of textFor(document, unit, 'en').segments) {
        expect(document.text.slice(start, end)).not.toMatch(/\*\*|\[\d\d:\d\d/);
      }
    }
  }
});

test('where one rater has not rated a unit, nobody has', () => {
  const cells = [[Int8Array.of(1, 0, -1), Int8Array.of(1, -1, 1), Int8Array.of(0, 0, 0)]];
  const counts = codeCounts({ units: 3, raters: ['a', 'b', 'c'], codes: ['x'], cells });
  const patterns = (raters: string[]) => {
    const one = ratedAmong(counts, raters).parts[0]?.counts;
    const width = raters.length;
    return [...(one?.times ?? [])].map((times, at) => [
      [...(one?.patterns.subarray(at * width, (at + 1) * width) ?? [])],
      times,
    ]);
  };
  expect(patterns(['a', 'b', 'c'])).toEqual([
    [[-1, -1, -1], 2],
    [[1, 1, 0], 1],
  ]);
  expect(patterns(['c', 'a'])).toEqual([
    [[-1, -1], 1],
    [[0, 0], 1],
    [[0, 1], 1],
  ]);
});

test('positive agreement of two raters is the one of the two-by-two table, of three the mean of their pairs weighed by use', () => {
  const units = unitsOfRound(corpus, {
    unit: 'turn',
    logs: corpus.logs.filter(({ log }) => log.round === '1'),
    raters: ['ana', 'ben', 'chloe'],
    speakers: 'participants',
    onlyCoded: false,
    rollUp: false,
    version: '1.0.0',
    language: 'en',
  });
  const [all, ...pairs] = compareRaters(units, { measures: 'kappas', interval: 'none' });
  for (const { code, positive } of all?.codes ?? []) {
    const tables = pairs.map((pair) => pair.codes.find((one) => one.code === code)?.table?.counts);
    const sum = (of: (table: number[][]) => number) =>
      tables.reduce((total, table) => total + (table ? of(table) : 0), 0);
    const both = sum(([, [, a = 0] = []]) => 2 * a);
    const one = sum(([[, c = 0] = [], [b = 0] = []]) => b + c);
    expect(positive).toBeCloseTo(both / (both + one), 12);
  }
});
