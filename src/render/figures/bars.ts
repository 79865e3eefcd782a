import { max, scaleLinear } from 'd3';
import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Bars } from '../../exhibit/figure.ts';
import { safe } from '../safe-text.ts';
import { wrap } from '../wrap.ts';
import { type Drawing, lineHeight, linesAt, textAt, widthAt } from './draw.ts';
import { legend } from './legend.ts';
import { square } from './level-legend.ts';
import { faintInk, levelColor, line, paper, participantColors } from './palette.ts';
import type { Scale } from './scale.ts';

const width = 960;
const margin = 16;
const labelWidth = 250;
const remarkWidth = 90;
const labelSize = 14;
const valueSize = 12;
const axisHeight = 48;
const gap = 12;
const indentWidth = 18;
/** Deeper than this there would be no room for words. */
const mostIndents = 6;

/** Horizontal bars from zero, each with its value at its end; series in the order of the legend. */
export function bars(figure: Bars): Drawing {
  const { series, rows, unit } = figure;
  const several = series.length > 1;
  const thickness = several ? 14 : 22;
  const hasRemarks = rows.some(({ remark }) => remark !== '');
  const most = max(rows, ({ values }) => max(values, (value) => value ?? 0)) ?? 0;
  const right = width - margin - 44 - (hasRemarks ? remarkWidth : 0);
  const x = scaleLinear()
    .domain([0, Math.max(1, most)])
    .range([margin + labelWidth + 16, right]);

  const body: Element[] = [];
  let top = margin;
  for (const { label, values, remark, depth = 0 } of rows) {
    const indent = Math.min(depth, mostIndents) * indentWidth;
    const lines = wrap(safe(label), labelWidth - indent, widthAt(labelSize));
    const height = Math.max(lines.length * lineHeight(labelSize), values.length * thickness);
    const middle = top + height / 2;
    const first = middle - ((lines.length - 1) * lineHeight(labelSize)) / 2;
    body.push(...linesAt(lines, margin + indent, first, { size: labelSize }));
    values.forEach((value, index) => {
      const y = middle + (index - values.length / 2) * thickness;
      const box = { x: x(0), y, width: x(value ?? 0) - x(0), height: thickness - 2 };
      if (value !== null && value > 0) body.push(s('rect', { ...box, fill: colorOf(index, several) }));
      const said = value === null ? 'not known' : String(value);
      const style = { size: valueSize, fill: faintInk };
      const end = x(value ?? 0);
      // No line of the grid runs through a number, and no number covers the next bar.
      const strip = {
        x: end + 3,
        y,
        width: widthAt(valueSize)(said) + 4,
        height: thickness - 2,
        fill: paper,
      };
      body.push(s('rect', strip), textAt(said, end + 5, y + thickness / 2 - 1, style));
    });
    if (remark !== '') {
      const style = { size: valueSize, fill: faintInk, anchor: 'end' } as const;
      body.push(textAt(remark, width - margin, middle, style));
    }
    top += height + gap;
  }

  const key = several
    ? legend(
        series.map((text, index) => ({ text, sample: square(colorOf(index, several)) })),
        { x: margin, y: top + axisHeight, width: width - 2 * margin },
      )
    : { elements: [], height: 0 };
  const elements = [
    ...axis(x, top - gap / 2, unit),
    ...body,
    s('line', { x1: x(0), x2: x(0), y1: margin - 6, y2: top - gap / 2, stroke: faintInk }),
    ...key.elements,
  ];
  return { width, height: top + axisHeight + key.height + (several ? margin : 0), elements };
}

const colorOf = (index: number, several: boolean): string =>
  several ? (participantColors[index % participantColors.length] ?? line) : levelColor('agree', 1, 2);

function axis(x: Scale, y: number, unit: string): Element[] {
  const style = { size: 12, fill: faintInk, anchor: 'middle' } as const;
  const [from = 0, to = 0] = x.range();
  return [
    ...x
      .ticks(8)
      .filter(Number.isInteger)
      .flatMap((tick) => [
        s('line', { x1: x(tick), x2: x(tick), y1: margin - 6, y2: y + 4, stroke: line }),
        textAt(String(tick), x(tick), y + 14, style),
      ]),
    textAt(unit, (from + to) / 2, y + 33, { ...style, size: 13 }),
  ];
}
