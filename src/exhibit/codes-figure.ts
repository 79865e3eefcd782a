import type { CodeCount } from '../coding/count-codes.ts';
import { type CountedCodes, codesCaption, nameOf, unitNames } from './codes-tables.ts';
import type { Bars } from './figure.ts';
import type { Table } from './table.ts';

/** More bars than this nobody can read in one picture. */
const MOST_BARS = 150;
const MOST_SERIES = 8;

/**
 * Counts of units as bars: a row for each value of the first key, the longest first where that is the code, and
 * a bar for each of the second. Undefined where there would be too many.
 *
 * @param data the same as a table.
 */
export function codesFigure(id: string, counted: CountedCodes, data: Table): Bars | undefined {
  const [down = 'code', across] = counted.by;
  const series = across ? [...new Set(counted.rows.map((row) => nameOf(row, across)))] : [''];
  const lines = new Map<string, CodeCount[]>();
  for (const row of counted.rows) {
    const name = nameOf(row, down);
    lines.set(name, [...(lines.get(name) ?? []), row]);
  }
  if (series.length > MOST_SERIES || lines.size * series.length > MOST_BARS) return undefined;

  const bases = new Set(counted.rows.map(({ of }) => of));
  const [base] = bases;
  const rows = [...lines].map(([label, own]) => ({
    label,
    values: series.map((name) => own.find((row) => !across || nameOf(row, across) === name)?.units ?? null),
    remark: across || bases.size < 2 ? '' : `of ${own[0]?.of ?? 0}`,
  }));
  const total = ({ values }: (typeof rows)[number]) =>
    values.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const sorted = down === 'code' ? rows.toSorted((a, b) => total(b) - total(a)) : rows;
  const many = unitNames[counted.unit][1];
  return {
    kind: 'bars',
    id,
    caption: codesCaption(counted),
    description: `${sorted.map(({ label, values }) => `${label}: ${values.map((value, at) => `${series[at] === '' ? '' : `${series[at]} `}${value ?? 'not known'}`).join(', ')}`).join('; ')}.`,
    notes: data.notes,
    series,
    rows: sorted,
    unit: bases.size === 1 ? `${many}, of ${base}` : many,
    data: { ...data, id: `${id}-data`, notes: [] },
  };
}
