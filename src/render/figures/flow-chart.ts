import { max } from 'd3';
import type { Element } from 'hast';
import { s } from 'hastscript';
import { type FlowChart, flowPhases } from '../../exhibit/flow-chart.ts';
import { safe } from '../safe-text.ts';
import { wrap } from '../wrap.ts';
import { type Drawing, lineHeight, linesAt, textAt, widthAt } from './draw.ts';
import { type Box, boxAt, boxHeight, measured } from './flow-boxes.ts';
import { arrow } from './flow-lines.ts';
import { flowSums } from './flow-sums.ts';
import { faintInk, panel } from './palette.ts';

const margin = 16;
const gutter = 112;
const mainWidth = 140;
const sideWidth = 148;
const sideGap = 22;
const columnGap = 24;
const rowGap = 26;
const headSize = 14;
const kindSize = 12;

/**
 * A selection flow: sources side by side, each with what goes on from box to box and, at its right, what leaves; below
 * them what they come to together.
 */
export function flowChart(figure: FlowChart): Drawing {
  const columns = placeColumns(figure);
  const width = Math.max(560, (columns.at(-1)?.right ?? 0) + margin + 8);
  const heads = columns.map(({ label, kind, left, right }) => ({
    left,
    label: wrap(safe(label), right - left, widthAt(headSize, 'bold')),
    kind: wrap(safe(kind), right - left, widthAt(kindSize)),
  }));
  const headHeight =
    max(
      heads,
      ({ label, kind }) => label.length * lineHeight(headSize) + kind.length * lineHeight(kindSize),
    ) ?? 0;

  const elements: Element[] = heads.flatMap(({ left, label, kind }) => {
    const top = margin + lineHeight(headSize) / 2;
    return [
      ...linesAt(label, left, top, { size: headSize, weight: 'bold' }),
      ...linesAt(kind, left, top + label.length * lineHeight(headSize), { size: kindSize, fill: faintInk }),
    ];
  });

  const boxes: Element[] = [];
  const bottoms: (Box | undefined)[] = columns.map(() => undefined);
  const bands: { label: string; top: number; bottom: number }[] = [];
  let top = margin + headHeight + 20;
  let row = 0;
  for (const { label, rows } of flowPhases) {
    const bandTop = top - rowGap / 2;
    for (const last = row + rows; row < last; row++) {
      const height =
        max(columns, ({ boxes }) => Math.max(boxHeight(boxes[row]?.main), boxHeight(boxes[row]?.side))) ?? 0;
      if (height === 0) continue;
      for (const [at, { boxes: own, left }] of columns.entries()) {
        const { main, side } = own[row] ?? {};
        const centre = left + mainWidth / 2;
        if (main) {
          const box = { x: left, y: top, width: mainWidth, height: boxHeight(main) };
          const above = bottoms[at];
          if (above)
            boxes.push(
              ...arrow([
                [centre, above.y + above.height],
                [centre, top],
              ]),
            );
          boxes.push(...boxAt(main, box));
          bottoms[at] = box;
        }
        if (side) {
          const box = { x: left + mainWidth + sideGap, y: top, width: sideWidth, height: boxHeight(side) };
          const y = top + Math.min(box.height, main ? boxHeight(main) : box.height) / 2;
          boxes.push(
            ...arrow([
              [main ? left + mainWidth : centre, y],
              [box.x, y],
            ]),
            ...boxAt(side, box),
          );
        }
      }
      top += height + rowGap;
    }
    bands.push({ label, top: bandTop, bottom: top - rowGap / 2 });
  }

  const ends = columns.map(
    ({ left }, at) => bottoms[at] ?? { x: left, y: top - rowGap, width: mainWidth, height: 0 },
  );
  const below = flowSums(figure.totals, ends, {
    top: top - rowGap,
    left: margin + gutter,
    right: width - margin - 8,
  });
  const bottom = figure.totals.length > 0 ? below.bottom + rowGap / 2 : top - rowGap / 2;
  const last = bands.at(-1);
  if (last) last.bottom = bottom;
  return {
    width,
    height: bottom + margin,
    elements: [
      ...bands.flatMap((band) => bandOf(band, width)),
      ...elements,
      ...below.lines,
      ...boxes,
      ...below.boxes,
    ],
  };
}

/** Where columns stand; one without boxes at the side is only as wide as its main boxes. */
function placeColumns({ columns }: FlowChart) {
  let left = margin + gutter;
  return columns.map(({ label, kind, boxes }) => {
    const hasSide = boxes.some(({ side }) => side !== null);
    const width = hasSide ? mainWidth + sideGap + sideWidth : mainWidth;
    const placed = {
      label,
      kind,
      left,
      right: left + width,
      boxes: boxes.map(({ main, side }) => ({
        main: measured(main, mainWidth),
        side: measured(side, sideWidth),
      })),
    };
    left += width + columnGap;
    return placed;
  });
}

function bandOf(
  { label, top, bottom }: { label: string; top: number; bottom: number },
  width: number,
): Element[] {
  if (bottom - top < 2) return [];
  return [
    s('rect', {
      x: margin / 2,
      y: top + 3,
      width: width - margin,
      height: bottom - top - 6,
      fill: panel,
      rx: 4,
    }),
    textAt(label, margin, top + 3 + 20, { size: 12, weight: 'bold', fill: faintInk }),
  ];
}
