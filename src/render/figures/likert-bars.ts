import { max, scaleLinear } from 'd3';
import type { Element } from 'hast';
import { s } from 'hastscript';
import { inPercent } from '../../exhibit/percent.ts';
import type { LikertBars } from '../../exhibit/survey-figures.ts';
import { panelTitle } from '../panel-title.ts';
import { barLevels } from './bar-segments.ts';
import { type Drawing, type TextStyle, textAt, textOnPaper, widthAt } from './draw.ts';
import { legend } from './legend.ts';
import { levelLegend, reversedMark } from './level-legend.ts';
import { type LikertColumns, likertColumns } from './likert-columns.ts';
import { type LikertRow, likertRow } from './likert-row.ts';
import { apartColor, faintInk, ink, line } from './palette.ts';
import { baseOf, drawPanels, margin, width } from './panels.ts';
import { roomyTicks, type Scale } from './scale.ts';
import { segmentBox } from './segment-box.ts';

const barHeight = 24;
const size = 12;
const silent = 'no answers';

/**
 * Answers on a scale as stacked bars of equal length, parted at a centre line: percentages in the segments that are
 * wide enough, the sums of both sides beside the bar, then the middle, n, and what lies outside the scale.
 */
export function likertBars(figure: LikertBars): Drawing {
  const levels = barLevels(figure.levels);
  const panels = figure.panels.map(({ answers }) => answers.map((one) => likertRow(one, levels)));
  const all = panels.flat();
  const grouped = panels.length > 1;
  const left = toTenth(max(all, ({ bar }) => -(bar[0]?.from ?? 0)) ?? 0);
  const right = toTenth(max(all, ({ bar }) => bar.at(-1)?.to ?? 0) ?? 0);
  const mostApart = Math.max(0.1, max(all, ({ apart }) => apart) ?? 0);
  const columnsIn = likertColumns(figure, grouped);
  const scales = (columns: LikertColumns) => ({
    x: scaleLinear()
      .domain(left + right > 0 ? [-left, right] : [-1, 1])
      .range(columns.plot),
    beside: scaleLinear().domain([0, mostApart]).range(columns.apartBar),
  });
  const drawn = drawPanels({
    rows: figure.rows.map(({ label, reversed }) => label + reversedMark(reversed)),
    panels: figure.panels.map(({ label }, index) => ({
      label: panelTitle(figure.by, label),
      base: grouped ? baseOf(panels[index]?.map(({ n }) => n) ?? []) : '',
    })),
    least: figure.apart === null ? 205 : 300,
    barHeight,
    headings: (box) => columnsIn(box).headings,
    grid: (box, top, bottom) => {
      const columns = columnsIn(box);
      const { x, beside } = scales(columns);
      const zero = figure.apart === null ? [] : [upright(beside(0), top, bottom, line)];
      return [...grid(x, top, bottom), ...zero];
    },
    row: (panel, row, box, middle) => {
      const one = panels[panel]?.[row];
      if (!one) return [];
      const columns = columnsIn(box);
      const { x, beside } = scales(columns);
      return [
        ...stack(one, x, middle),
        ...figuresBeside(one, columns, middle),
        ...(figure.apart === null ? [] : apartBar(one, beside, middle)),
      ];
    },
    axis: 'percent of the answers on the scale',
  });
  const apart = figure.apart === null ? [] : [{ label: figure.apart, fill: apartColor }];
  const key = legend(levelLegend([...levels, ...apart], figure.rows, figure.mark), {
    ...{ x: margin, y: drawn.bottom, width: width - 2 * margin },
  });
  const height = drawn.bottom + key.height + margin;
  return { width, height, elements: [...drawn.elements, ...key.elements] };
}

const toTenth = (share: number): number => Math.ceil(share * 10 - 1e-9) / 10;

function stack({ bar, n }: LikertRow, x: Scale, middle: number): Element[] {
  if (n === 0) {
    const [from = 0, to = 0] = x.range();
    const centred = (from + to - widthAt(size)(silent)) / 2;
    return textOnPaper(silent, centred, middle, { size, fill: faintInk });
  }
  const place = { middle, height: barHeight, textSize: size };
  return bar.flatMap((segment) => segmentBox(segment, inPercent(segment.value).replace('%', ''), x, place));
}

/** The sums of the sides, the middle and n. */
function figuresBeside({ sides, n }: LikertRow, columns: LikertColumns, middle: number): Element[] {
  const [from, to] = columns.plot;
  const at = (x: number | null, text: string, style: Omit<TextStyle, 'size'>) =>
    x === null ? [] : [textAt(text, x, middle, { size, ...style })];
  const faint = { anchor: 'end', fill: faintInk } as const;
  const counted = at(columns.n, String(n), faint);
  if (n === 0) return counted;
  return [
    ...at(from - 6, inPercent(sides.disagree), { anchor: 'end', weight: 'bold' }),
    ...at(to + 6, inPercent(sides.agree), { anchor: 'start', weight: 'bold' }),
    ...at(columns.neutral, inPercent(sides.neutral), faint),
    ...counted,
  ];
}

function apartBar({ apart, n }: LikertRow, x: Scale, middle: number): Element[] {
  if (n === 0 && apart === 0) return [];
  const box = { x: x(0), y: middle - barHeight / 4, width: x(apart) - x(0), height: barHeight / 2 };
  return [
    ...(apart > 0 ? [s('rect', { ...box, fill: apartColor })] : []),
    textAt(inPercent(apart), x(apart) + 5, middle, { size, fill: faintInk }),
  ];
}

const upright = (x: number, top: number, bottom: number, stroke: string): Element =>
  s('line', { x1: x, x2: x, y1: top, y2: bottom, stroke });

function grid(x: Scale, top: number, bottom: number): Element[] {
  const style = { size, fill: faintInk, anchor: 'middle' } as const;
  return roomyTicks(x).flatMap((tick) => [
    upright(x(tick), top, bottom + 4, tick === 0 ? ink : line),
    textAt(`${Math.round(Math.abs(tick) * 100)}%`, x(tick), bottom + 14, style),
  ]);
}
