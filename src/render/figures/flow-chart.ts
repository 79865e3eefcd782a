import type { Element } from 'hast';
import { s } from 'hastscript';
import { type FlowChart, flowPhases } from '../../exhibit/flow-chart.ts';
import { safe } from '../safe-text.ts';
import { wrap } from '../wrap.ts';
import { type Drawing, lineHeight, linesAt, textAt, widthAt } from './draw.ts';
import { isApart, sumsApart } from './flow-apart.ts';
import type { Box } from './flow-boxes.ts';
import { type Cell, cellHeight, cellOf, drawCell, type FlowGrid, gridOf, trunkOf } from './flow-cells.ts';
import { arrow } from './flow-lines.ts';
import { flowSums } from './flow-sums.ts';
import { faintInk, panel } from './palette.ts';

const margin = 16;
const rowGap = 18;
const bandHead = 26;
const headSize = 14;
const kindSize = 13;

/**
 * A selection flow: sources side by side, each with what goes on from box to box and what leaves; below them what they come
 * to together, and last what is made of none of them.
 */
export function flowChart(figure: FlowChart): Drawing {
  const grid = gridOf(figure);
  const heads = headsOf(figure, grid);
  const boxes: Element[] = [];
  const bands: Band[] = [];
  const ends: (Box | undefined)[] = grid.columns.map(() => undefined);
  let top = heads.bottom;
  let row = 0;
  const band = (label: string): Band => {
    const before = bands.at(-1);
    if (before) before.bottom = top;
    const opened = { label, top, bottom: top };
    bands.push(opened);
    top += bandHead;
    return opened;
  };
  for (const { label, rows } of flowPhases) {
    const columns = figure.columns.map(({ boxes: own }) =>
      own.slice(row, row + rows).map((one) => cellOf(one, grid)),
    );
    row += rows;
    const placed = placeRows(columns, grid);
    if (placed.height === 0) continue;
    band(label);
    for (const { at, cell, y } of placed.cells) {
      const column = grid.columns[at] ?? { left: 0 };
      const above = ends[at];
      const { elements, end } = drawCell(cell, column, top + y, grid);
      const trunk = trunkOf(column, grid);
      if (end && above) {
        boxes.push(
          ...arrow([
            [trunk, above.y + above.height],
            [trunk, top + y],
          ]),
        );
      }
      boxes.push(...elements);
      ends[at] = end ?? above;
    }
    top += placed.height + rowGap;
  }
  const bottoms = ends.map(
    (end, at) => end ?? { x: grid.columns[at]?.left ?? 0, y: top - rowGap, width: grid.main, height: 0 },
  );
  const below = flowSums(figure.totals, bottoms, { ...grid, top: top - rowGap });
  if (!figure.totals.every((sum) => isApart(sum, figure.totals))) top = below.bottom + rowGap;
  const alone = figure.totals.filter((sum) => isApart(sum, figure.totals));
  if (alone.length > 0) {
    band('Totals of printed numbers, not made of the boxes above');
    const apart = sumsApart(alone, { ...grid, top });
    boxes.push(...apart.elements);
    top = apart.bottom + rowGap;
  }
  const last = bands.at(-1);
  if (last) last.bottom = top;
  return {
    width: grid.width,
    height: top + margin / 2,
    elements: [
      ...bands.flatMap((one) => bandOf(one, grid.width)),
      ...heads.elements,
      ...below.lines,
      ...boxes,
      ...below.boxes,
    ],
  };
}

/** Rows in line with each other where what leaves is beside them; else each column for itself, which is shorter. */
function placeRows(
  columns: readonly (readonly Cell[])[],
  grid: FlowGrid,
): { cells: { at: number; cell: Cell; y: number }[]; height: number } {
  const cells: { at: number; cell: Cell; y: number }[] = [];
  const ends = columns.map(() => 0);
  const rows = columns[0]?.length ?? 0;
  for (let row = 0; row < rows; row++) {
    const before = Math.max(0, ...ends);
    for (const [at, own] of columns.entries()) {
      const cell = own[row];
      const height = cell ? cellHeight(cell, grid) : 0;
      if (!cell || height === 0) continue;
      const above = (grid.isBeside ? before : ends[at]) ?? 0;
      const y = above === 0 ? 0 : above + rowGap;
      cells.push({ at, cell, y });
      ends[at] = y + height;
    }
  }
  return { cells, height: Math.max(0, ...ends) };
}

function headsOf({ columns }: FlowChart, grid: FlowGrid): { elements: Element[]; bottom: number } {
  const top = margin + lineHeight(headSize) / 2;
  let height = 0;
  const elements = columns.flatMap(({ label, kind }, at) => {
    const { left, right } = grid.columns[at] ?? { left: 0, right: 0 };
    const labels = wrap(safe(label), right - left, widthAt(headSize, 'bold'));
    const kinds = kind === '' ? [] : wrap(safe(kind), right - left, widthAt(kindSize));
    height = Math.max(height, labels.length * lineHeight(headSize) + kinds.length * lineHeight(kindSize));
    return [
      ...linesAt(labels, left, top, { size: headSize, weight: 'bold' }),
      ...linesAt(kinds, left, top + labels.length * lineHeight(headSize), { size: kindSize, fill: faintInk }),
    ];
  });
  return { elements, bottom: margin + height + 8 };
}

interface Band {
  label: string;
  top: number;
  bottom: number;
}

const bandOf = ({ label, top, bottom }: Band, width: number): Element[] => [
  s('rect', {
    x: margin / 2,
    y: top + 2,
    width: width - margin,
    height: bottom - top - 4,
    fill: panel,
    rx: 4,
  }),
  // At the right no line of a column runs through it.
  textAt(label, width - margin, top + 15, { size: kindSize, weight: 'bold', fill: faintInk, anchor: 'end' }),
];
