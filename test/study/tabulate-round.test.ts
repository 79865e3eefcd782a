import { expect, test } from 'vitest';
import { tabulateRound } from '../../src/study/tabulate-round.ts';
import { change, copyOfStudy, emic } from '../helpers/workspace.ts';

interface Row {
  code: string;
  rater: string;
  units: number;
  of: number;
}

const args = '--by code,rater --round 1 --speakers all --code-version 1.0.0 --json'.split(' ');

test('counts what emic codes counts, and two-by-two tables that add up', async () => {
  const root = copyOfStudy('practice');
  const rows: Row[] = JSON.parse((await emic(root, 'codes', 'practice', ...args)).out).rows;
  const codes = [...new Set(rows.map(({ code }) => code))];
  const { raters, tables, documents, untidy } = await tabulateRound({ root }, 'practice', '1', codes);
  expect({ raters, documents, untidy }).toEqual({
    raters: ['ana', 'ben', 'chloe'],
    documents: 3,
    untidy: [],
  });

  const counted = tables.flatMap((table) =>
    table.raters.map(({ units, of }, index) => ({ code: table.code, rater: raters[index], units, of })),
  );
  expect(counted).toEqual(expect.arrayContaining(rows));
  expect(counted).toHaveLength(rows.length);
  for (const { raters: own, pairs } of tables) {
    for (const { first, both, onlyFirst, onlySecond, neither } of pairs) {
      expect(both + onlyFirst).toBe(own[first]?.units);
      expect(both + onlyFirst + onlySecond + neither).toBe(388);
    }
  }
});

test('a log that was coded on another text, or has problems, is named and not counted', async () => {
  const root = copyOfStudy('practice');
  change(root, 'corpus/practice/transcripts/interview-1.md', 'a very nice floor', 'a nice floor');
  const { untidy, tables } = await tabulateRound({ root }, 'practice', '1', ['company']);
  expect(untidy.map((path) => path.replace('corpus/practice/codings/1/', '')).sort()).toEqual([
    'interview-1/ana.jsonl',
    'interview-1/ben.jsonl',
    'interview-1/chloe.jsonl',
  ]);
  expect(tables[0]?.raters[0]?.of).toBeLessThan(388);
});
