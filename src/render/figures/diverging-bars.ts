import { max, scaleLinear } from 'd3';
import type { Element } from 'hast';
import { s } from 'hastscript';
import type { DivergingBars } from '../../exhibit/figure.ts';
import { barRow } from './bar-row.ts';
import { barLevels, segments } from './bar-segments.ts';
import { type Drawing, textAt } from './draw.ts';
import { legend } from './legend.ts';
import { levelLegend } from './level-legend.ts';
import { faintInk, ink, line } from './palette.ts';
import type { Scale } from './scale.ts';

const width = 960;
const margin = 16;
const labelWidth = 280;
const remarkWidth = 130;
const headHeight = 30;
const axisHeight = 58;

/**
 * Bars that part at a centre line: a row a statement, its label at the left, its remark at the
 * right. Each segment carries its value, above the bar where it is too narrow for it.
 */
export function divergingBars(figure: DivergingBars): Drawing {
  const levels = barLevels(figure.levels);
  const rows = figure.rows.map((row) => ({ row, bar: segments(row, levels) }));
  const remarkSpace = figure.rows.some(({ remark }) => remark !== '') ? remarkWidth + 14 : 0;
  const leftmost = Math.ceil(max(rows, ({ bar }) => -(bar[0]?.from ?? 0)) ?? 0);
  const rightmost = Math.ceil(max(rows, ({ bar }) => bar.at(-1)?.to ?? 0) ?? 0);
  const x = scaleLinear()
    .domain(leftmost + rightmost > 0 ? [-leftmost, rightmost] : [-1, 1])
    .range([margin + labelWidth + 18, width - margin - remarkSpace - 8]);

  const top = margin + headHeight;
  const body: Element[] = [];
  let bottom = top;
  for (const { row, bar } of rows) {
    const drawn = barRow(row, bar, x, { ...rowLayout, top: bottom });
    body.push(...drawn.elements);
    bottom += drawn.height;
  }
  const key = legend(levelLegend(levels, figure.rows), {
    x: margin,
    y: bottom + axisHeight,
    width: width - 2 * margin,
  });
  const elements = [
    ...sides(x, figure.ends),
    ...grid(x, top, bottom),
    ...body,
    ...axis(x, bottom, figure.unit),
    ...key.elements,
  ];
  return { width, height: bottom + axisHeight + key.height + margin, elements };
}

const rowLayout = { labelX: margin, labelWidth, remarkX: width - margin - remarkWidth, remarkWidth };

/** What the two directions mean. */
function sides(x: Scale, { left, right }: DivergingBars['ends']): Element[] {
  const style = { size: 13, fill: faintInk };
  const y = margin + 9;
  return [
    textAt(`← ${left}`, x(0) - 12, y, { ...style, anchor: 'end' }),
    textAt(`${right} →`, x(0) + 12, y, style),
  ];
}

function grid(x: Scale, top: number, bottom: number): Element[] {
  return integerTicks(x).map((tick) => {
    const stroke = tick === 0 ? { stroke: ink, strokeWidth: 1.5 } : { stroke: line, strokeWidth: 1 };
    return s('line', {
      x1: x(tick),
      x2: x(tick),
      y1: tick === 0 ? top - 20 : top,
      y2: bottom + 5,
      ...stroke,
    });
  });
}

/** The numbers below, positive in both directions, and what they count. */
function axis(x: Scale, y: number, unit: string): Element[] {
  const numbers = integerTicks(x).map((tick) =>
    textAt(String(Math.abs(tick)), x(tick), y + 15, { size: 12, fill: faintInk, anchor: 'middle' }),
  );
  const [from = 0, to = 0] = x.range();
  return [...numbers, textAt(unit, (from + to) / 2, y + 34, { size: 13, fill: faintInk, anchor: 'middle' })];
}

function integerTicks(x: Scale): number[] {
  return x.ticks(8).filter(Number.isInteger);
}
