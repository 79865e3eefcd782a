import type { Agreement } from '../agreement/agreement.ts';
import type { Comparison } from '../agreement/comparison.ts';
import { measures } from '../agreement/measures.ts';
import { levelOf, ratersLabel } from './agreement-cells.ts';
import type { IntervalRow, Intervals } from './figure.ts';
import type { Table } from './table.ts';

/**
 * Agreement per code as points with their intervals, worst first, and pooled over codes below them.
 *
 * @param data the same as a table.
 */
export function agreementFigure(
  id: string,
  { codes, pooled, measure, raters }: Comparison,
  threshold: number | null,
  data: Table,
): Intervals {
  const rows = [
    ...codes.map((one) => rowOf(one.code, one, false)),
    ...(pooled ? [rowOf('pooled over codes', pooled, true)] : []),
  ];
  const interval = codes.find((one) => one.interval)?.interval;
  const { title } = measures[measure];
  return {
    kind: 'intervals',
    id,
    caption: data.caption,
    description: `${rows.map(({ label, value, low, high, remark }) => `${label}: ${value === null ? remark : value.toFixed(2)}${low === null || high === null ? '' : ` (${low.toFixed(2)} to ${high.toFixed(2)})`}`).join('; ')}.`,
    notes: data.notes,
    rows,
    axis: `${title}, ${ratersLabel(raters)}${interval ? `, with ${levelOf(interval)} interval` : ''}`,
    least: [0, 1],
    threshold: threshold === null ? null : { value: threshold, label: `threshold ${threshold}` },
    data: { ...data, id: `${id}-data`, notes: [] },
  };
}

function rowOf(label: string, { value, interval, reason }: Agreement, summary: boolean): IntervalRow {
  return {
    label,
    value,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    remark: value === null ? `undefined: ${reason ?? 'no value'}` : '',
    summary,
  };
}
