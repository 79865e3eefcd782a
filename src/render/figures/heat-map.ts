import { max } from 'd3';
import type { Element } from 'hast';
import { s } from 'hastscript';
import { signed } from '../../exhibit/crosstab-figure.ts';
import { inPercent } from '../../exhibit/percent.ts';
import type { HeatMap } from '../../exhibit/survey-figures.ts';
import { safe } from '../safe-text.ts';
import { wrap } from '../wrap.ts';
import { type Drawing, lineHeight, linesAt, textAt, widthAt } from './draw.ts';
import { heatLegend } from './heat-legend.ts';
import { faintInk, inkOn, line, paper, residualColor, shareColor } from './palette.ts';
import { rowLabel } from './row-label.ts';

const margin = 16;
const usualWidth = 960;
const labelColumn = { x: margin, width: 220 };
const size = 13;
const small = 12;

/** A cross-table: counts and percentages of the rows in coloured cells, n of every row and column at the sides. */
export function heatMap(figure: HeatMap): Drawing {
  const { down, across, counts, residuals } = figure;
  const rowSums = counts.map(total);
  const columnSums = across.labels.map((_, column) => total(counts.map((row) => row[column] ?? 0)));
  const most = max(counts, (row, at) => max(row, (count) => shareOf(count, rowSums[at]))) ?? 0;
  const end = Math.max(0.1, Math.ceil(most * 10 - 1e-9) / 10);
  const nWidth = widthAt(small)(`n = ${total(rowSums)}`) + 16;
  const cellWidth = widthOfCells(across.labels, columnSums, nWidth);
  const cellHeight = residuals ? 58 : 44;
  const left = margin + labelColumn.width + 16;
  const right = left + cellWidth * across.labels.length;

  const heads = across.labels.map((label) => wrap(safe(label), cellWidth - 8, widthAt(size)));
  const title = wrap(safe(across.title), right - left, widthAt(size, 'bold'));
  const corner = wrap(safe(down.title), labelColumn.width, widthAt(size, 'bold'));
  const titleHeight = title.length * lineHeight(size) + 8;
  const headLines = Math.max(1, ...heads.map((lines) => lines.length));
  const columnsHeight = headLines * lineHeight(size) + lineHeight(small) + 8;
  const headHeight = Math.max(titleHeight + columnsHeight, corner.length * lineHeight(size) + 8);
  const top = margin + headHeight;
  const sumsAt = top - 6 - lineHeight(small) / 2;
  const faint = { size: small, fill: faintInk } as const;
  const elements: Element[] = [
    ...linesAt(title, (left + right) / 2, margin + lineHeight(size) / 2, {
      size,
      weight: 'bold',
      anchor: 'middle',
    }),
    ...linesAt(corner, margin, top - 6 - (corner.length - 0.5) * lineHeight(size), { size, weight: 'bold' }),
    ...heads.flatMap((lines, column) => {
      const x = left + (column + 0.5) * cellWidth;
      const first = sumsAt - lineHeight(small) / 2 - (lines.length - 0.5) * lineHeight(size) - 1;
      return [
        ...linesAt(lines, x, first, { size, anchor: 'middle' }),
        textAt(`n = ${columnSums[column]}`, x, sumsAt, { ...faint, anchor: 'middle' }),
      ];
    }),
    textAt(`n = ${total(rowSums)}`, right + nWidth, sumsAt, { ...faint, anchor: 'end' }),
  ];

  let y = top;
  counts.forEach((row, at) => {
    const label = wrap(safe(down.labels[at] ?? ''), labelColumn.width, widthAt(size));
    const height = Math.max(cellHeight, label.length * lineHeight(size) + 10);
    const middle = y + height / 2;
    elements.push(
      ...rowLabel(label, labelColumn, middle, size),
      ...row.flatMap((count, column) => {
        const residual = residuals ? (residuals.values[at]?.[column] ?? null) : undefined;
        const share = shareOf(count, rowSums[at]);
        const fill = residual === undefined ? shareColor(share / end) : residualColor(residual);
        const box = { x: left + column * cellWidth, y, width: cellWidth, height };
        return cell(
          box,
          count === 0 && residual === undefined ? paper : fill,
          written(count, share, residual),
        );
      }),
      textAt(`n = ${rowSums[at]}`, right + nWidth, middle, { ...faint, anchor: 'end' }),
    );
    y += height;
  });

  const width = Math.max(usualWidth, right + nWidth + margin);
  const key = heatLegend(residuals?.name ?? null, end, { x: margin, y: y + 16, width: width - 2 * margin });
  return { width, height: y + 16 + key.height + margin, elements: [...elements, ...key.elements] };
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

const shareOf = (count: number, of = 0): number => (of > 0 ? count / of : 0);

/** Wide enough for the longest word of a heading, as wide as the room allows, never wider than looks like a cell. */
function widthOfCells(labels: readonly string[], sums: readonly number[], nWidth: number): number {
  const words = labels.flatMap((label) => safe(label).split(' '));
  const longest = Math.min(150, (max(words, widthAt(size)) ?? 0) + 8);
  const widestSum = (max(sums, (sum) => widthAt(small)(`n = ${sum}`)) ?? 0) + 8;
  const share = (usualWidth - 2 * margin - labelColumn.width - 16 - nWidth) / Math.max(1, labels.length);
  return Math.max(58, longest, widestSum, Math.min(130, share));
}

/** The lines in a cell. An empty one says no more than 0. */
function written(count: number, share: number, residual: number | null | undefined): string[] {
  return [
    String(count),
    ...(count > 0 ? [inPercent(share)] : []),
    ...(residual === undefined || residual === null ? [] : [signed(residual)]),
  ];
}

function cell(
  box: { x: number; y: number; width: number; height: number },
  fill: string,
  lines: readonly string[],
): Element[] {
  const x = box.x + box.width / 2;
  const first = box.y + box.height / 2 - ((lines.length - 1) * lineHeight(small)) / 2;
  return [
    s('rect', { ...box, fill, stroke: line }),
    ...lines.map((text, index) =>
      textAt(text, x, first + index * lineHeight(small), {
        ...{ size: index === 0 ? size : small, fill: inkOn(fill), anchor: 'middle' },
        weight: index === 0 ? 'bold' : 'normal',
      }),
    ),
  ];
}
