import { expect, test } from 'vitest';
import { crosstabFigure } from '../../src/exhibit/crosstab-figure.ts';
import { figureData } from '../../src/exhibit/figure-data.ts';
import { likertFigure } from '../../src/exhibit/likert-figure.ts';
import { shareFigure } from '../../src/exhibit/share-figure.ts';
import { columnsFor, type Reader, type Table } from '../../src/exhibit/table.ts';
import { formatCell } from '../../src/render/cell.ts';

const heads = { row: 'Reason', panel: 'Readers' };
const named = { id: 'reasons', caption: 'Why readers come', notes: [] };

function shown(table: Table, reader: Reader): { keys: string[]; rows: string[][] } {
  const { columns, rows } = columnsFor(table, reader);
  return { keys: columns.map(({ key }) => key), rows: rows.map((row) => row.map(formatCell)) };
}

const share = (count: number, of: number) => ({ count, of, low: of ? 0.1 : null, high: of ? 0.9 : null });

const shares = {
  ...named,
  rows: ['Books', 'Quiet.'],
  axis: 'percent',
  interval: '95% Wilson interval',
  panels: [
    { label: 'young', shares: [share(3, 4), share(1, 4)] },
    { label: 'old', shares: [share(0, 8), share(0, 0)] },
  ],
};

test('the data of shares have a row for each row of every panel, and no percentage of nobody', () => {
  const { data, description } = shareFigure(shares, heads);
  expect(shown(data, 'people')).toEqual({
    keys: ['readers', 'reason', 'count', 'of', 'percent', 'low', 'high'],
    rows: [
      ['young', 'Books', '3', '4', '75.0', '10.0', '90.0'],
      ['young', 'Quiet.', '1', '4', '25.0', '10.0', '90.0'],
      ['old', 'Books', '0', '8', '0.0', '10.0', '90.0'],
      ['old', 'Quiet.', '0', '0', 'undefined', 'undefined', 'undefined'],
    ],
  });
  expect(data.notes).toEqual(['From and to: 95% Wilson interval.']);
  expect(description).toBe('young: Books: 75% to Quiet: 25%. old: Books: 0%.');
});

test('without groups and intervals there are no columns for them', () => {
  const figure = shareFigure({ ...shares, interval: null, panels: shares.panels.slice(0, 1) }, heads);
  expect(shown(figure.data, 'people').keys).toEqual(['reason', 'count', 'of', 'percent']);
  expect(figure.description).toBe('Books: 75%; Quiet: 25%.');
});

const opinions = {
  ...named,
  levels: [
    { label: 'no', side: 'disagree' as const },
    { label: 'perhaps', side: 'neutral' as const },
    { label: 'yes', side: 'agree' as const },
  ],
  apart: 'no opinion',
  ends: { left: 'against', right: 'in favour' },
  rows: [
    { label: 'Sundays.', reversed: false },
    { label: 'Nights', reversed: true },
  ],
  panels: [
    {
      label: '',
      answers: [
        { counts: [1, 1, 6], apart: 2 },
        { counts: [0, 0, 0], apart: 1 },
      ],
    },
  ],
};

test('answers on a scale are percentages for people and counts for programs', () => {
  const { data, description } = likertFigure(opinions, heads);
  expect(shown(data, 'people').rows).toEqual([
    ['Sundays.', '8', '13', '75', '13', '13', '75', '2'],
    ['Nights (R)', '0', 'undefined', 'undefined', 'undefined', 'undefined', 'undefined', '1'],
  ]);
  expect(shown(data, 'data')).toEqual({
    keys: ['reason', 'n', 'no', 'perhaps', 'yes', 'no-opinion'],
    rows: [
      ['Sundays.', '8', '1', '1', '6', '2'],
      ['Nights (R)', '0', '0', '0', '0', '1'],
    ],
  });
  expect(description).toBe('Sundays: against 13%, in favour 75%; Nights: no answers.');
});

test('levels that would have the same heading in a file get one each', () => {
  const levels = opinions.levels.map((level) => ({ ...level, label: 'n' }));
  const { keys } = shown(likertFigure({ ...opinions, levels }, heads).data, 'data');
  expect(new Set(keys).size).toBe(keys.length);
});

test('a cross-table is one cell each for people; residuals have columns of their own for programs', () => {
  const figure = crosstabFigure({
    ...named,
    down: { title: 'Age', labels: ['young', 'old', 'unknown'] },
    across: { title: 'Visits.', labels: ['many', 'few'] },
    counts: [
      [3, 1],
      [0, 4],
      [0, 0],
    ],
    residuals: {
      name: 'adjusted residual',
      values: [
        [2.19, -2.19],
        [-2.19, 2.19],
        [null, null],
      ],
    },
  });
  expect(shown(figure.data, 'people').rows).toEqual([
    ['young', '3 (75%) +2.2', '1 (25%) −2.2', '4'],
    ['old', '0 −2.2', '4 (100%) +2.2', '4'],
    ['unknown', '0', '0', '0'],
  ]);
  expect(shown(figure.data, 'data')).toEqual({
    keys: ['age', 'many', 'few', 'many-residual', 'few-residual', 'n'],
    rows: [
      ['young', '3', '1', '2.19', '−2.19', '4'],
      ['old', '0', '4', '−2.19', '2.19', '4'],
      ['unknown', '0', '0', 'undefined', 'undefined', '0'],
    ],
  });
  expect(figure.description).toBe(
    'young: most often many (75%). old: most often few (100%). unknown: nobody.',
  );
});

test('a stamp stands before the caption of the data, where there is one', () => {
  const figure = shareFigure(shares, heads);
  expect(figureData({ ...figure, stamp: 'Reconstructed' }).caption).toBe('[Reconstructed] Why readers come');
  expect(figureData(figure).caption).toBe('Why readers come');
});
