import { max, min, scaleLinear } from 'd3';
import type { Element } from 'hast';
import { s } from 'hastscript';
import { shown } from '../../exhibit/digits.ts';
import type { IntervalRow, Intervals } from '../../exhibit/figure.ts';
import { safe } from '../safe-text.ts';
import { wrap } from '../wrap.ts';
import { type Drawing, lineHeight, linesAt, textAt, widthAt } from './draw.ts';
import { faintInk, ink, levelColor, line, paper } from './palette.ts';
import type { Scale } from './scale.ts';

const width = 960;
const margin = 16;
const labelWidth = 230;
const valueWidth = 140;
const labelSize = 14;
const valueSize = 12;
const axisHeight = 48;
const gap = 10;
const headHeight = 22;

/** A point a row with its interval as a line, its value in figures at the right. */
export function intervals({ rows, axis: named, least, threshold }: Intervals): Drawing {
  const ends = rows.flatMap(({ value, low, high }) => [value, low, high].filter((one) => one !== null));
  const x = scaleLinear()
    .domain([Math.min(least[0], min(ends) ?? 0), Math.max(least[1], max(ends) ?? 1)])
    .range([margin + labelWidth + 16, width - margin - valueWidth - 12])
    .nice();
  const [left = 0] = x.range();
  const top = margin + (threshold ? headHeight : 0);
  const body: Element[] = [];
  let bottom = top;
  for (const row of rows) {
    if (row.summary) {
      body.push(s('line', { x1: margin, x2: width - margin, y1: bottom + 4, y2: bottom + 4, stroke: line }));
      bottom += gap;
    }
    const label = wrap(safe(row.label), labelWidth, widthAt(labelSize));
    const remark = wrap(safe(row.remark), width - margin - left, widthAt(valueSize));
    const height =
      Math.max(label.length * lineHeight(labelSize), remark.length * lineHeight(valueSize)) + gap;
    const middle = bottom + height / 2;
    const first = (lines: string[], size: number) => middle - ((lines.length - 1) * lineHeight(size)) / 2;
    body.push(...linesAt(label, margin, first(label, labelSize), { size: labelSize }));
    if (row.value === null) {
      const style = { size: valueSize, fill: faintInk };
      const size = Math.max(...remark.map(widthAt(valueSize)));
      body.push(
        s('rect', { x: left - 2, y: middle - height / 2 + 2, width: size, height: height - 4, fill: paper }),
        ...linesAt(remark, left, first(remark, valueSize), style),
      );
    } else body.push(...pointOf(row, x, middle));
    bottom += height;
  }
  return {
    width,
    height: bottom + axisHeight,
    elements: [...axis(x, margin, bottom, named), ...thresholdLine(threshold, x, bottom), ...body],
  };
}

function pointOf({ value, low, high }: IntervalRow, x: Scale, y: number): Element[] {
  if (value === null) return [];
  const bounded = low !== null && high !== null;
  const stroke = { stroke: ink, strokeWidth: 1.5 };
  const end = (at: number) => s('line', { x1: x(at), x2: x(at), y1: y - 4, y2: y + 4, ...stroke });
  const said = `${shown(value)}${bounded ? ` (${shown(low)} to ${shown(high)})` : ''}`;
  return [
    ...(bounded
      ? [s('line', { x1: x(low), x2: x(high), y1: y, y2: y, ...stroke }), end(low), end(high)]
      : []),
    s('circle', { cx: x(value), cy: y, r: 5, fill: levelColor('agree', 1, 2), stroke: ink }),
    textAt(said, width - margin, y, { size: valueSize, anchor: 'end' }),
  ];
}

function thresholdLine(threshold: Intervals['threshold'], x: Scale, bottom: number): Element[] {
  if (!threshold) return [];
  const at = x(threshold.value);
  return [
    s('line', {
      ...{ x1: at, x2: at, y1: margin + headHeight - 6, y2: bottom + 4 },
      ...{ stroke: ink, strokeWidth: 1, strokeDasharray: '5 4' },
    }),
    textAt(threshold.label, at, margin + 6, { size: valueSize, anchor: 'middle' }),
  ];
}

function axis(x: Scale, top: number, y: number, named: string): Element[] {
  const style = { size: 12, fill: faintInk, anchor: 'middle' } as const;
  const [from = 0, to = 0] = x.range();
  return [
    ...x.ticks(6).flatMap((tick) => [
      s('line', {
        ...{ x1: x(tick), x2: x(tick), y1: top + headHeight - 6, y2: y + 4 },
        stroke: tick === 0 ? faintInk : line,
      }),
      textAt(String(tick).replace('-', '−'), x(tick), y + 14, style),
    ]),
    textAt(named, (from + to) / 2, y + 33, { ...style, size: 13 }),
  ];
}
