import { MOST_ROWS } from './evidence-figure.ts';
import type { Bars } from './figure.ts';
import type { Table } from './table.ts';

/**
 * Counts of records per value as bars, in the order of their table. Undefined where there would be too many.
 *
 * @param data the table of counts, with a value and its count in each row.
 * @param unit what is counted, such as `records`.
 */
export function countsFigure(id: string, data: Table, unit: string): Bars | undefined {
  if (data.rows.length > MOST_ROWS) return undefined;
  const rows = data.rows.map(([value, count]) => ({
    label: value?.kind === 'text' ? value.text : '',
    values: [count && 'value' in count ? count.value : null],
    remark: '',
  }));
  return {
    kind: 'bars',
    id,
    caption: data.caption,
    description: `${rows.map(({ label, values }) => `${label}: ${values[0]}`).join('; ')}.`,
    notes: data.notes,
    series: [''],
    rows,
    unit,
    data: { ...data, id: `${id}-data`, notes: [] },
  };
}
