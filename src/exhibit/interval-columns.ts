import { shown } from './digits.ts';
import { type Cell, type Column, missing, number, text } from './table.ts';

/** An interval: one column for people, its two ends for files of data. */
export const intervalColumns = (key: string, label: string): Column[] => [
  { key, label, align: 'left', only: 'people' },
  { key: `${key}-low`, label: `${label}, from`, align: 'right', only: 'data' },
  { key: `${key}-high`, label: `${label}, to`, align: 'right', only: 'data' },
];

/** @param why what stands there where there is none. */
export function intervalCells(
  low: number | null,
  high: number | null,
  digits: number,
  why: 'undefined' | 'not applicable' = 'undefined',
): Cell[] {
  if (low === null || high === null) return [missing(why), missing(why), missing(why)];
  const between = low < 0 ? ' to ' : '–';
  return [
    text(`${shown(low, digits)}${between}${shown(high, digits)}`),
    number(low, digits),
    number(high, digits),
  ];
}
