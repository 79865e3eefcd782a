import { max } from 'd3';
import type { Element } from 'hast';
import type { FlowSum } from '../../exhibit/flow-chart.ts';
import { boxAt, boxHeight, measured } from './flow-boxes.ts';

const gap = 16;
const narrowest = 200;

/** Whether a sum is of nothing in the picture, nor part of a sum. */
export const isApart = (sum: FlowSum, all: readonly FlowSum[]): boolean =>
  sum.of.length === 0 && !all.some(({ of }) => of.some(({ kind, at }) => kind === 'sum' && all[at] === sum));

/** Sums that no line leads to, side by side, in as many rows as they need. */
export function sumsApart(
  sums: readonly FlowSum[],
  { left, right, top }: { left: number; right: number; top: number },
): { elements: Element[]; bottom: number } {
  const room = right - left;
  const across = Math.min(sums.length, Math.max(1, Math.floor((room + gap) / (narrowest + gap))));
  const width = Math.min(room / 2, (room - (across - 1) * gap) / across);
  const elements: Element[] = [];
  let y = top;
  for (let first = 0; first < sums.length; first += across) {
    const row = sums.slice(first, first + across).map((sum) => measured(sum, width, true));
    for (const [at, box] of row.entries()) {
      if (!box) continue;
      elements.push(...boxAt(box, { x: left + at * (width + gap), y, width, height: boxHeight(box) }));
    }
    y += (max(row, boxHeight) ?? 0) + gap;
  }
  return { elements, bottom: y - gap };
}
