import type { Agreement, Interval } from '../agreement/agreement.ts';
import { shown } from './digits.ts';
import { type Cell, type Column, count, missing, number, type Table, text } from './table.ts';

/** A column of a table and what stands in it. */
export interface Filled<Row> {
  column: Column;
  cell: (row: Row) => Cell;
  /** Left out of the table where no row has anything in it. */
  optional?: boolean;
}

export function right<Row>(
  key: string,
  label: string,
  cell: (row: Row) => Cell,
  optional = false,
): Filled<Row> {
  return { column: { key, label, align: 'right' }, cell, optional };
}

export function left<Row>(
  key: string,
  label: string,
  cell: (row: Row) => Cell,
  optional = false,
): Filled<Row> {
  return { column: { key, label, align: 'left' }, cell, optional };
}

/** A table of some rows, without the columns that may be left out and are empty. */
export function fill<Row>(
  head: Pick<Table, 'id' | 'caption' | 'notes'>,
  columns: readonly Filled<Row>[],
  rows: readonly Row[],
): Table {
  const kept = columns.filter(
    ({ optional, cell }) => !optional || rows.some((row) => cell(row).kind !== 'missing'),
  );
  return {
    ...head,
    columns: kept.map(({ column }) => column),
    rows: rows.map((row) => kept.map(({ cell }) => cell(row))),
  };
}

export const numberOr = (value: number | null | undefined, digits: number): Cell =>
  value === null || value === undefined ? missing('not applicable') : number(value, digits);

/** A coefficient: without a value it is undefined, and a note says why. */
export const coefficient = ({ value }: Pick<Agreement, 'value'>): Cell =>
  value === null ? missing('undefined') : number(value, 3);

export const countCell = count;

/** An interval in one column for people, its bounds in two for data. */
export function intervalColumns<Row>(
  level: string,
  intervalOf: (row: Row) => Interval | null | undefined,
  digits = 2,
): Filled<Row>[] {
  const cell = (row: Row): Cell => {
    const interval = intervalOf(row);
    return interval
      ? text(`${shown(interval.low, digits)} to ${shown(interval.high, digits)}`)
      : missing('not applicable');
  };
  const bound = (key: 'low' | 'high'): Filled<Row> => ({
    ...right<Row>(key, key, (row) => numberOr(intervalOf(row)?.[key], 3), true),
    column: { key, label: key, align: 'right', only: 'data' },
  });
  return [
    {
      ...left('interval', `${level} CI`, cell, true),
      column: { key: 'interval', label: `${level} CI`, align: 'left', only: 'people' },
    },
    bound('low'),
    bound('high'),
  ];
}

export const levelOf = (interval: Interval | null | undefined): string =>
  `${Math.round((interval?.level ?? 0.95) * 1000) / 10}%`;

/** `ana–ben`, `ana, ben and chloe` being too long for a column. */
export const ratersLabel = (raters: readonly string[]): string => raters.join('–');

/**
 * Each remark once, with the codes that it is about unless it is about all.
 *
 * @param of how many there are in all.
 */
export function remarksOf<Row extends Pick<Agreement, 'value' | 'code'>>(
  results: readonly Row[],
  remarks: (one: Row) => readonly string[],
): string[] {
  const codes = new Map<string, string[]>();
  for (const result of results) {
    for (const remark of remarks(result)) {
      const before = codes.get(remark);
      if (before) before.push(result.code ?? '');
      else codes.set(remark, [result.code ?? '']);
    }
  }
  const valued = results.filter(({ value }) => value !== null).length;
  return [...codes].map(([remark, about]) => {
    const named = about.filter((code) => code !== '');
    const all = named.length === 0 || about.length >= valued;
    return all ? sentence(remark) : `${[...new Set(named)].join(', ')}: ${remark}${stop(remark)}`;
  });
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}${stop(text)}`;

const stop = (text: string): string => (/[.!?]$/.test(text) ? '' : '.');
