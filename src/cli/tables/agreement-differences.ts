import type { Agreement } from '../../agreement/agreement.ts';
import type { DependentTest } from '../../agreement/dependent-test.ts';
import {
  coefficient,
  type Filled,
  fill,
  intervalColumns,
  left,
  levelOf,
  numberOr,
  remarksOf,
  right,
} from '../../exhibit/agreement-cells.ts';
import { missing, type Table, text } from '../../exhibit/table.ts';
import { holm } from '../../statistics/holm.ts';

/** Two coefficients on the same units, and what they are. */
export interface Difference {
  /** Where it is the same of both. */
  measure?: string;
  /** Between whom, where it is the same of both or changes in a way worth telling. */
  raters?: string;
  first: string;
  second: string;
  test: Pick<DependentTest, 'difference' | 'reason' | 'se' | 't' | 'df' | 'p' | 'interval' | 'warnings'> &
    Record<'first' | 'second', Pick<Agreement, 'value' | 'n'>>;
  code?: string;
}

/** Their p values adjusted for how many were tested; null where there was no test. */
export function adjustedOf(rows: readonly Difference[]): (number | null)[] {
  const tested = rows.flatMap(({ test }, at) => (test.p === null ? [] : [{ at, p: test.p }]));
  const found = Array<number | null>(rows.length).fill(null);
  for (const [place, p] of holm(tested.map((one) => one.p)).entries()) found[tested[place]?.at ?? 0] = p;
  return found;
}

/** A small p to three digits, as journals have it. */
const pCell = (p: number | null) => (p !== null && p < 0.001 ? text('< 0.001') : numberOr(p, 3));

/** Coefficients on the same units held against each other, one difference a row. */
export function differencesTable(id: string, caption: string, rows: readonly Difference[]): Table {
  const tested = rows.filter(({ test }) => test.p !== null);
  const adjusted = adjustedOf(rows);
  const interval = tested[0]?.test.interval;
  const [any] = rows;
  // Names that all rows share stand above the values.
  const areShared = rows.every(({ first, second }) => first === any?.first && second === any.second);
  const values = (['first', 'second'] as const).map((side) =>
    right<Difference>(`${side}-value`, areShared ? (any?.[side] ?? side) : 'value', ({ test }) =>
      coefficient(test[side]),
    ),
  );
  const names = (['first', 'second'] as const).map((side) =>
    left<Difference>(side, side, (row) => text(row[side])),
  );
  const sides = areShared ? values : names.flatMap((name, at) => [name, ...values.slice(at, at + 1)]);
  const columns: Filled<Difference>[] = [
    left('code', 'code', ({ code }) => (code === undefined ? missing('not applicable') : text(code)), true),
    left(
      'measure',
      'measure',
      ({ measure }) => (measure === undefined ? missing('not applicable') : text(measure)),
      true,
    ),
    left(
      'raters',
      'raters',
      ({ raters }) => (raters === undefined ? missing('not applicable') : text(raters)),
      true,
    ),
    ...sides,
    left('n', 'n', ({ test: { first, second } }) =>
      text(first.n === second.n ? `${first.n}` : `${first.n}, ${second.n}`),
    ),
    right('difference', 'difference', ({ test }) => numberOr(test.difference, 3)),
    ...intervalColumns<Difference>(levelOf(interval), ({ test }) => test.interval, 3),
    right('t', 't', ({ test }) => numberOr(test.t, 2), true),
    {
      ...right<Difference>('df', 'df', ({ test }) => numberOr(test.df, 0), true),
      column: { key: 'df', label: 'df', align: 'right', only: 'data' },
    },
    right('p', 'p', ({ test }) => pCell(test.p), true),
    ...(tested.length > 1
      ? [right<Difference>('p-holm', 'p (Holm)', (row) => pCell(adjusted[rows.indexOf(row)] ?? null))]
      : []),
  ];
  const methods = new Set(tested.map(({ test }) => test.interval?.method ?? ''));
  const about = (pick: (row: Difference) => readonly string[]) =>
    remarksOf(
      rows.map((row) => ({ ...row, value: row.test.p })),
      pick,
    );
  return fill(
    {
      id,
      caption,
      notes: [
        'Difference: the second less the first. n: units that each is of, one number where they are as many. p is two-sided, of no difference.',
        ...(tested.length > 1 ? [`p (Holm): adjusted for ${tested.length} tests (Holm 1979).`] : []),
        ...(methods.size > 0 ? [`Test and interval: ${[...methods].join('; ')}.`] : []),
        ...about(({ test }) => (test.reason === null ? [] : [`no test: ${test.reason}`])),
        ...about(({ test }) => test.warnings),
      ],
    },
    columns,
    rows,
  );
}
