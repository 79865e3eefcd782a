import type { Element } from 'hast';
import { s } from 'hastscript';
import type { ContinuumChart, ContinuumPart } from '../../exhibit/continuum-chart.ts';
import { columnVerdicts } from '../continuum/column-verdicts.ts';
import type { Line } from '../continuum/cut-lines.ts';
import { safe } from '../safe-text.ts';
import { wrap } from '../wrap.ts';
import { continuumAxis } from './continuum-axis.ts';
import { continuumLanes } from './continuum-lanes.ts';
import { lineHeight, textAt, widthAt } from './draw.ts';
import { line as lineColor } from './palette.ts';
import { rowLabel } from './row-label.ts';
import { verdictBar, verdictHeight } from './verdict-bar.ts';

/** What labels take of the width, with the space behind them. */
export const labelWidth = 154;
const labelSize = 13;
const axisHeight = 22;
const rowGap = 8;

export interface LineOf {
  figure: ContinuumChart;
  part: ContinuumPart;
  line: Line;
  /** Positions a column. */
  scale: number;
}

/** One line of a part: the axis, a row a rater, and a row of verdicts. `column` is how wide a column is drawn. */
export function continuumLine(
  { figure, part, line, scale }: LineOf,
  { x, y, column }: { x: number; y: number; column: number },
): { elements: Element[]; height: number } {
  const left = x + labelWidth;
  const scaled = (position: number) => left + ((position - line.from) / scale) * column;
  const right = scaled(line.to);
  const rows: Element[] = [];
  let top = y + axisHeight;
  figure.raters.forEach((rater, at) => {
    const lanes = continuumLanes(figure.codes, part.spans[at] ?? [], line, scaled, top + rowGap / 2);
    const label = wrap(safe(rater), labelWidth - 14, widthAt(labelSize));
    const height = Math.max(lanes.height, label.length * lineHeight(labelSize)) + rowGap;
    rows.push(
      ...rowLabel(label, { x, width: labelWidth - 14 }, top + height / 2, labelSize),
      ...lanes.elements,
      s('line', {
        x1: x,
        x2: right,
        y1: top + height,
        y2: top + height,
        stroke: lineColor,
        strokeWidth: 0.5,
      }),
    );
    top += height;
  });
  if (figure.raters.length > 1) {
    const verdicts = columnVerdicts(part.stretches, line, scale);
    rows.push(
      textAt('Agreement', x, top + 4 + verdictHeight / 2, { size: labelSize, weight: 'bold' }),
      ...verdictBar(verdicts, { x: left, y: top + 4, column, right }),
    );
    top += verdictHeight + 4;
  }
  const axis = continuumAxis(line, scaled, { top: y + axisHeight, bottom: top });
  return { elements: [...axis, ...rows], height: top - y };
}
