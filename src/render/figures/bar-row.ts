import type { Element } from 'hast';
import { s } from 'hastscript';
import type { DivergingRow } from '../../exhibit/figure.ts';
import { safe } from '../safe-text.ts';
import { wrap } from '../wrap.ts';
import type { Segment } from './bar-segments.ts';
import { lineHeight, linesAt, textAt, widthAt } from './draw.ts';
import { reversedMark } from './level-legend.ts';
import { faintInk, paper } from './palette.ts';
import type { Scale } from './scale.ts';
import { holds, segmentBox } from './segment-box.ts';
import { spread } from './spread.ts';

export interface RowLayout {
  top: number;
  labelX: number;
  labelWidth: number;
  remarkX: number;
  remarkWidth: number;
}

const labelSize = 14;
const remarkSize = 12;
const valueSize = 13;
const barHeight = 26;
const aboveHeight = 18;
const gap = 14;

/** A statement, its bar and its remark, centred on one line; and how high they stand. */
export function barRow(
  row: DivergingRow,
  bar: readonly Segment[],
  x: Scale,
  layout: RowLayout,
): { elements: Element[]; height: number } {
  const label = wrap(safe(row.label) + reversedMark(row.reversed), layout.labelWidth, widthAt(labelSize));
  const remark = row.remark === '' ? [] : wrap(safe(row.remark), layout.remarkWidth, widthAt(remarkSize));
  const narrow = bar.filter((segment) => !holds(segment, inFigures(segment.value), x, valueSize));
  const above = narrow.length > 0 ? aboveHeight : 0;
  const block = Math.max(
    barHeight,
    label.length * lineHeight(labelSize),
    remark.length * lineHeight(remarkSize),
  );
  const middle = layout.top + gap / 2 + above + block / 2;
  const place = { middle, height: barHeight, textSize: valueSize };
  const firstLine = (lines: string[], size: number) => middle - ((lines.length - 1) * lineHeight(size)) / 2;

  const elements = [
    ...linesAt(label, layout.labelX, firstLine(label, labelSize), { size: labelSize }),
    ...bar.flatMap((segment) => segmentBox(segment, inFigures(segment.value), x, place)),
    ...valuesAbove(narrow, x, middle - barHeight / 2),
    // Without values it is not known; the remark says why.
    ...(bar.length === 0 && row.values.length > 0
      ? [textAt('none', x(0) + 8, middle, { size: remarkSize, fill: faintInk })]
      : []),
    ...linesAt(remark, layout.remarkX, firstLine(remark, remarkSize), { size: remarkSize, fill: faintInk }),
  ];
  return { elements, height: above + block + gap };
}

/** A weight, to two decimals at most: `4.5`. */
function inFigures(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Values of segments too narrow for them, each over its own with a short line to it, none over another. */
function valuesAbove(narrow: readonly Segment[], x: Scale, top: number): Element[] {
  const centres = narrow.map(({ from, to }) => x((from + to) / 2));
  const widths = narrow.map(({ value }) => widthAt(remarkSize)(inFigures(value)) + 6);
  const places = spread(centres, widths);
  return narrow.flatMap(({ value }, index) => {
    const centre = centres[index] ?? 0;
    const at = places[index] ?? centre;
    const width = widths[index] ?? 0;
    return [
      s('rect', { x: at - width / 2 + 2, y: top - 17, width: width - 4, height: 13, fill: paper }),
      textAt(inFigures(value), at, top - 11, { size: remarkSize, anchor: 'middle' }),
      s('line', { x1: at, y1: top - 5, x2: centre, y2: top + 2, stroke: faintInk, strokeWidth: 0.75 }),
    ];
  });
}
