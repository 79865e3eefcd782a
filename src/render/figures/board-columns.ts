import type { StatementBoard } from '../../exhibit/figure.ts';

export interface BoardColumn {
  label: string;
  /** Outside the scale. */
  apart: boolean;
  x: number;
  width: number;
}

const usualWidth = 960;
const narrowest = 104;
const widest = 230;
const gap = 10;
const gapBesideApart = 34;

/** Columns of one width from `margin` on, a wider gap where the scale ends; and the width of the whole. */
export function layoutColumns(
  columns: StatementBoard['columns'],
  margin: number,
): { columns: BoardColumn[]; width: number } {
  const gaps = columns.map(({ side }, index): number => {
    const before = columns[index - 1];
    if (!before) return 0;
    return (before.side === 'apart') === (side === 'apart') ? gap : gapBesideApart;
  });
  const allGaps = gaps.reduce((total, size) => total + size, 0);
  const share = (usualWidth - 2 * margin - allGaps) / Math.max(1, columns.length);
  const width = Math.min(widest, Math.max(narrowest, share));
  let x = margin;
  const placed = columns.map(({ label, side }, index) => {
    x += gaps[index] ?? 0;
    const column = { label, apart: side === 'apart', x, width };
    x += width;
    return column;
  });
  return { columns: placed, width: Math.max(x + margin, 2 * widest) };
}
