import type { Element } from 'hast';
import { safe } from '../safe-text.ts';
import { wrap } from '../wrap.ts';
import { lineHeight, linesAt, textAt, widthAt } from './draw.ts';
import { faintInk } from './palette.ts';
import { rowLabel } from './row-label.ts';

/** Rows of bars in one panel, or in several, a group each, beside and below one another. */
export interface Panels {
  rows: readonly string[];
  /** `base` stands below the label, for example "n = 120". Both are empty where there are no groups. */
  panels: readonly { label: string; base: string }[];
  /** The narrowest a panel may be. */
  least: number;
  barHeight: number;
  /** What stands above the columns of a panel. */
  headings: (box: Box) => Heading[];
  /** Lines behind the bars, and the numbers below them within `ticksHeight`. */
  grid: (box: Box, top: number, bottom: number) => Element[];
  row: (panel: number, row: number, box: Box, middle: number) => Element[];
  /** What is measured; said once. */
  axis: string;
}

export interface Box {
  x: number;
  width: number;
}

export interface Heading {
  text: string;
  x: number;
  /** Within which the text is wrapped. */
  width: number;
  anchor: 'start' | 'middle' | 'end';
}

export const width = 960;
export const margin = 16;
const between = 24;
const labelSize = 13;
const titleSize = 14;
const headingSize = 12;
const rowGap = 12;
const ticksHeight = 26;

/** Labels once a line of panels, the axis once; and where the drawing ends. */
export function drawPanels(plot: Panels): { elements: Element[]; bottom: number } {
  const { labelWidth, lines } = arrange(plot);
  const labels = plot.rows.map((label) => wrap(safe(label), labelWidth, widthAt(labelSize)));
  const heights = labels.map(
    (label) => Math.max(plot.barHeight, label.length * lineHeight(labelSize)) + rowGap,
  );
  const elements: Element[] = [];
  let y = margin;
  for (const line of lines) {
    const heads = line.map(({ panel, box }) => head(plot, panel, box));
    const top = y + Math.max(0, ...heads.map(({ height }) => height));
    const bottom = top + heights.reduce((sum, one) => sum + one, 0);
    for (const one of heads) elements.push(...one.draw(top));
    for (const { box } of line) elements.push(...plot.grid(box, top, bottom));
    let above = top;
    labels.forEach((label, row) => {
      const middle = above + (heights[row] ?? 0) / 2;
      elements.push(...rowLabel(label, { x: margin, width: labelWidth }, middle, labelSize));
      for (const { panel, box } of line) elements.push(...plot.row(panel, row, box, middle));
      above += heights[row] ?? 0;
    });
    y = bottom + ticksHeight + (line === lines.at(-1) ? 0 : between);
  }
  const from = margin + labelWidth + between;
  const named = wrap(safe(plot.axis), width - margin - from, widthAt(labelSize));
  const centred = plot.panels.length === 1;
  const style = { size: labelSize, fill: faintInk, anchor: centred ? 'middle' : 'start' } as const;
  elements.push(...linesAt(named, centred ? (from + width - margin) / 2 : from, y + 8, style));
  return { elements, bottom: y + named.length * lineHeight(labelSize) + 14 };
}

/** As many panels beside one another as there is room for, the same number on each line as far as it goes. */
function arrange({ panels, least }: Panels): {
  labelWidth: number;
  lines: { panel: number; box: Box }[][];
} {
  const labelWidth = panels.length > 1 ? 210 : 270;
  const from = margin + labelWidth + between;
  const room = width - margin - from;
  const most = Math.max(1, Math.floor((room + between) / (least + between)));
  const perLine = Math.ceil(panels.length / Math.ceil(panels.length / most));
  const own = (room - (perLine - 1) * between) / perLine;
  const lines: { panel: number; box: Box }[][] = [];
  panels.forEach((_, panel) => {
    const place = panel % perLine;
    if (place === 0) lines.push([]);
    lines.at(-1)?.push({ panel, box: { x: from + place * (own + between), width: own } });
  });
  return { labelWidth, lines };
}

/** A panel's name, its base and the headings of its columns, standing on a line. */
function head(
  plot: Panels,
  panel: number,
  box: Box,
): { height: number; draw: (bottom: number) => Element[] } {
  const { label = '', base = '' } = plot.panels[panel] ?? {};
  const title = label === '' ? [] : wrap(safe(label), box.width, widthAt(titleSize, 'bold'));
  const below = base === '' ? [] : [base];
  const headings = plot.headings(box).map((heading) => ({
    ...heading,
    lines: wrap(safe(heading.text), heading.width, widthAt(headingSize)),
  }));
  const headingLines = Math.max(0, ...headings.map(({ lines }) => lines.length));
  const headingHeight = headingLines * lineHeight(headingSize) + (headingLines > 0 ? 6 : 0);
  const titleHeight = title.length * lineHeight(titleSize) + below.length * lineHeight(headingSize);
  const height = headingHeight + titleHeight + (titleHeight > 0 ? 8 : 0);
  const draw = (bottom: number) => {
    const first = bottom - height + lineHeight(titleSize) / 2;
    const baseAt = first + title.length * lineHeight(titleSize) - 1;
    return [
      ...linesAt(title, box.x, first, { size: titleSize, weight: 'bold' }),
      ...below.map((text) => textAt(text, box.x, baseAt, { size: headingSize, fill: faintInk })),
      ...headings.flatMap(({ lines, x, anchor }) => {
        const top = bottom - 6 - (lines.length - 0.5) * lineHeight(headingSize);
        return linesAt(lines, x, top, { size: headingSize, fill: faintInk, anchor });
      }),
    ];
  };
  return { height, draw };
}

/** `n = 120`, or where it is not the same in every row `n = 110–120`. */
export function baseOf(numbers: readonly number[]): string {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  if (numbers.length === 0) return 'n = 0';
  return low === high ? `n = ${low}` : `n = ${low}–${high}`;
}
