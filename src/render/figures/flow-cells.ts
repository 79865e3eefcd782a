import type { Element } from 'hast';
import type { FlowChart, FlowRow } from '../../exhibit/flow-chart.ts';
import { type Box, boxAt, boxHeight, type Measured, measured } from './flow-boxes.ts';
import { arrow, path } from './flow-lines.ts';

/** Where the columns of a flow stand, and whether what leaves stands beside the main boxes or below them. */
export interface FlowGrid {
  width: number;
  left: number;
  right: number;
  isBeside: boolean;
  main: number;
  side: number;
  /** From the left of a main box to that of its side box. */
  toSide: number;
  columns: { left: number; right: number }[];
}

/** On paper with a line of 16 cm (454 pt), text of 13 in a picture of this width is set in 8 pt. */
const widest = 736;
const narrowest = 560;
const edge = 20;
const columnGap = 16;
const sideGap = 22;
const indent = 26;
/** The widest piece that is not broken, `(not reported,`, with the space beside it. */
const least = 126;
const stackGap = 8;

/**
 * Up to two columns have what leaves beside their main boxes, as PRISMA draws it; more have it below them, so that the text is
 * still read on a page. More than five make the picture wider.
 */
export function gridOf({ columns }: FlowChart): FlowGrid {
  const count = Math.max(1, columns.length);
  const room = (count === 1 ? narrowest : widest) - 2 * edge;
  const column = Math.max(least, (room - (count - 1) * columnGap) / count);
  const isBeside = count <= 2;
  const main = isBeside ? (column - sideGap) / 2 : column;
  const right = edge + count * column + (count - 1) * columnGap;
  return {
    width: right + edge,
    left: edge,
    right,
    isBeside,
    main,
    side: isBeside ? main : column - indent,
    toSide: isBeside ? main + sideGap : indent,
    columns: columns.map((_, at) => {
      const left = edge + at * (column + columnGap);
      return { left, right: left + column };
    }),
  };
}

/** A row of a column with its text broken into lines. */
export interface Cell {
  main: Measured | null;
  side: Measured | null;
  unsettled: Measured | null;
}

export const cellOf = (row: FlowRow, { main, side }: FlowGrid): Cell => ({
  main: measured(row.main, main),
  side: measured(row.side, side),
  unsettled: measured(row.unsettled, side),
});

export function cellHeight({ main, side, unsettled }: Cell, { isBeside }: FlowGrid): number {
  const leaving = stacked([side, unsettled]);
  return isBeside ? Math.max(boxHeight(main), leaving) : stacked([main, side, unsettled]);
}

function stacked(boxes: readonly (Measured | null)[]): number {
  const heights = boxes.flatMap((box) => (box ? [boxHeight(box)] : []));
  return heights.reduce((sum, height) => sum + height, Math.max(0, heights.length - 1) * stackGap);
}

/** The line on which a column goes on from box to box. */
export const trunkOf = ({ left }: { left: number }, { isBeside, main }: FlowGrid): number =>
  isBeside ? left + main / 2 : left + indent / 2 - 2;

/**
 * Draws a row of a column from `top` on.
 *
 * @returns `end` is where lines leave the main box, undefined without one; where something stands below it, beside that.
 */
export function drawCell(
  cell: Cell,
  column: { left: number },
  top: number,
  grid: FlowGrid,
): { elements: Element[]; end: Box | undefined } {
  const { left } = column;
  const main = cell.main && { x: left, y: top, width: grid.main, height: boxHeight(cell.main) };
  const elements = cell.main && main ? boxAt(cell.main, main) : [];
  const isBelow = main && !grid.isBeside;
  let y = isBelow ? top + main.height + stackGap : top;
  for (const [measuredBox, leaves] of [
    [cell.side, true],
    [cell.unsettled, false],
  ] as const) {
    if (!measuredBox) continue;
    const box = { x: left + grid.toSide, y, width: grid.side, height: boxHeight(measuredBox) };
    const isFromMain = main && grid.isBeside && y < top + main.height;
    const middle = y + (isFromMain ? Math.min(box.height, top + main.height - y) : box.height) / 2;
    const from = isFromMain ? left + grid.main : trunkOf(column, grid);
    const line = [
      [from, middle],
      [box.x, middle],
    ] as const;
    elements.push(...(leaves ? arrow(line) : path(line)), ...boxAt(measuredBox, box, !leaves));
    y += box.height + stackGap;
  }
  if (!main) return { elements, end: undefined };
  const isLast = grid.isBeside || (!cell.side && !cell.unsettled);
  const trunk = trunkOf(column, grid);
  return { elements, end: isLast ? main : { ...main, x: trunk - 8, width: 16 } };
}
