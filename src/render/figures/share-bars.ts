import { max, scaleLinear } from 'd3';
import type { Element } from 'hast';
import { s } from 'hastscript';
import { inPercent } from '../../exhibit/percent.ts';
import type { Share, ShareBars } from '../../exhibit/survey-figures.ts';
import { panelTitle } from '../panel-title.ts';
import { type Drawing, textAt, textOnPaper } from './draw.ts';
import { legend, sampleSize } from './legend.ts';
import { faintInk, ink, levelColor, line } from './palette.ts';
import { type Box, baseOf, drawPanels, margin, width } from './panels.ts';
import { roomyTicks, type Scale } from './scale.ts';

const barHeight = 20;
const valueSize = 12;
const valueRoom = 42;
const baseRoom = 84;

/** Percentages as bars from zero, each with its interval as a whisker and its percentage behind it. */
export function shareBars(figure: ShareBars): Drawing {
  const shares = figure.panels.flatMap((panel) => panel.shares);
  const grouped = figure.panels.length > 1;
  const bases = [...new Set(shares.map(({ of }) => of))];
  const most = max(shares, ({ count, of, high }) => Math.max(of > 0 ? count / of : 0, high ?? 0)) ?? 0;
  const end = Math.min(1, Math.max(0.1, Math.ceil(most * 10 - 1e-9) / 10));
  const scaleIn = (box: Box) =>
    scaleLinear()
      .domain([0, end])
      .range([box.x, box.x + box.width - valueRoom - (grouped ? 0 : baseRoom)]);
  const drawn = drawPanels({
    rows: figure.rows,
    panels: figure.panels.map(({ label, shares: own }) => ({
      label: panelTitle(figure.by, label),
      base: grouped ? baseOf(own.map(({ of }) => of)) : '',
    })),
    least: 150,
    barHeight,
    headings: (box) =>
      grouped
        ? []
        : [
            {
              text: bases.length === 1 ? `n, of ${bases[0]}` : 'n',
              ...{ x: box.x + box.width, width: baseRoom, anchor: 'end' },
            },
          ],
    grid: (box, top, bottom) => grid(scaleIn(box), top, bottom),
    row: (panel, row, box, middle) => {
      const share = figure.panels[panel]?.shares[row];
      if (!share) return [];
      const counted = bases.length === 1 ? String(share.count) : `${share.count} of ${share.of}`;
      const style = { size: valueSize, fill: faintInk, anchor: 'end' } as const;
      return [
        ...bar(share, scaleIn(box), middle),
        ...(grouped ? [] : [textAt(counted, box.x + box.width, middle, style)]),
      ];
    },
    axis: figure.axis,
  });
  const key = figure.interval
    ? legend([{ text: figure.interval, sample: whiskerSample }], {
        ...{ x: margin, y: drawn.bottom, width: width - 2 * margin },
      })
    : { elements: [], height: 0 };
  return {
    width,
    height: drawn.bottom + key.height + (key.height > 0 ? margin : 0),
    elements: [...drawn.elements, ...key.elements],
  };
}

const fill = levelColor('agree', 1, 3);

function bar({ count, of, low, high }: Share, x: Scale, middle: number): Element[] {
  if (of === 0) return textOnPaper('no answers', x(0) + 5, middle, { size: valueSize, fill: faintInk });
  const share = count / of;
  const box = { x: x(0), y: middle - barHeight / 2, width: x(share) - x(0), height: barHeight };
  const bounded = low !== null && high !== null;
  const end = x(bounded ? Math.max(share, high) : share);
  return [
    ...(count > 0 ? [s('rect', { ...box, fill })] : []),
    ...(bounded ? whisker(x(low), x(high), middle) : []),
    ...textOnPaper(inPercent(share), end + 6, middle, { size: valueSize }),
  ];
}

function whisker(from: number, to: number, y: number): Element[] {
  const path = `M${from.toFixed(2)} ${y - 4}V${y + 4}M${from.toFixed(2)} ${y}H${to.toFixed(2)}M${to.toFixed(2)} ${y - 4}V${y + 4}`;
  return [s('path', { d: path, fill: 'none', stroke: ink, strokeWidth: 1.25 })];
}

const whiskerSample = (x: number, y: number): Element[] => whisker(x, x + sampleSize, y + sampleSize / 2);

function grid(x: Scale, top: number, bottom: number): Element[] {
  const style = { size: 12, fill: faintInk, anchor: 'middle' } as const;
  return roomyTicks(x).flatMap((tick) => [
    s('line', { x1: x(tick), x2: x(tick), y1: top, y2: bottom + 4, stroke: tick === 0 ? faintInk : line }),
    textAt(`${Math.round(tick * 1000) / 10}%`, x(tick), bottom + 14, style),
  ]);
}
