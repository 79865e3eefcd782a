import { expect, test } from 'vitest';
import { countByAspect, countSymbols } from '../../src/evidence/count-symbols.ts';
import { readCompared } from '../../src/evidence/read-compared.ts';
import { tableOf, told } from './data.ts';

const scale = {
  scale: [
    { symbol: '●', means: 'covered' },
    { symbol: '◐', means: 'partly' },
    { symbol: '○', means: 'not covered' },
  ],
  notReported: ['–'],
  notRecoverable: ['?'],
};

function read(csv: string) {
  const { file, table } = tableOf(csv);
  return { file, matrix: readCompared(file, table, { row: 'review', columns: ['a', 'b'] }, scale) };
}

test('symbols are counted in their order, and what is no value stands apart', () => {
  const { file, matrix } = read('review,a,b\nKim,●,○\nLee,?,–\nCho,●,\n');
  expect(told(file)).toEqual([]);
  expect(countByAspect(matrix)).toEqual([
    {
      scale: [
        { symbol: '●', means: 'covered', count: 2 },
        { symbol: '◐', means: 'partly', count: 0 },
        { symbol: '○', means: 'not covered', count: 0 },
      ],
      ...{ notReported: 0, notRecoverable: 1, blank: 0 },
    },
    {
      scale: [
        { symbol: '●', means: 'covered', count: 0 },
        { symbol: '◐', means: 'partly', count: 0 },
        { symbol: '○', means: 'not covered', count: 1 },
      ],
      ...{ notReported: 1, notRecoverable: 0, blank: 1 },
    },
  ]);
  const cells = matrix.rows.flatMap((row) => row.cells);
  const { scale: counts, ...apart } = countSymbols(scale, cells);
  expect([...counts.map(({ count }) => count), ...Object.values(apart)].reduce((a, b) => a + b)).toBe(6);
});

test('a symbol that is not declared is told where it stands, with those that are', () => {
  const { file, matrix } = read('review,a,b\nKim,●,x\nLee,◐,●●\n');
  expect(told(file)).toEqual([
    '2:7 unknown-symbol: "x" is not a declared symbol',
    '3:7 unknown-symbol: "●●" is not a declared symbol',
  ]);
  expect(file.messages[0]?.expected).toEqual(['●', '◐', '○', '–', '?']);
  expect(matrix.unknown).toBe(2);
});
