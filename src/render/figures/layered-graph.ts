import { curveBumpX, line as lineOf } from 'd3';
import type { Element } from 'hast';
import { s } from 'hastscript';
import type { LayeredGraph } from '../../exhibit/figure.ts';
import { safe } from '../safe-text.ts';
import { wrap } from '../wrap.ts';
import { type Drawing, lineHeight, linesAt, textOnPaper, widthAt } from './draw.ts';
import { type Box, boxPadding, layoutLayers, type Path, textSize } from './layer-layout.ts';
import { type LegendEntry, legend, sampleSize } from './legend.ts';
import { faintInk, ink, layerColor, line, paper } from './palette.ts';

const margin = 20;
const headSize = 15;
const amountSize = 11;

/** Layers side by side, each node a box with its words, links as bands from left to right in the colour of where they begin. */
export function layeredGraph(figure: LayeredGraph): Drawing {
  const { width, height, boxes, paths } = layoutLayers(figure);
  const heads = figure.layers.map(({ title }) => wrap(safe(title), 232, widthAt(headSize, 'bold')));
  const top = margin + Math.max(...heads.map(({ length }) => length)) * lineHeight(headSize) + 8;
  const columns = figure.layers.map((_, at) => boxes.find(({ layer }) => layer === at)?.x ?? 0);
  // Wide links first, so that a thin one is never hidden below them.
  const drawn = paths.toSorted((a, b) => b.thickness - a.thickness);
  const key = legend(keyOf(figure, boxes), { x: margin, y: top + height + margin, width });
  return {
    width: width + 2 * margin,
    height: top + height + margin + key.height + (key.height > 0 ? margin : 0),
    elements: [
      ...heads.flatMap((lines, at) =>
        linesAt(lines, margin + (columns[at] ?? 0), margin + headSize / 2, {
          size: headSize,
          weight: 'bold',
        }),
      ),
      s('g', { transform: `translate(${margin} ${top})` }, [
        ...drawn.flatMap(linkPath),
        ...boxes.flatMap(boxOf),
        ...drawn.flatMap(amountOf),
      ]),
      ...key.elements,
    ],
  };
}

/** Only what there is. */
function keyOf({ links, unit }: LayeredGraph, boxes: readonly Box[]): LegendEntry[] {
  const isKnown = links.some(({ evidence }) => evidence !== null);
  const someUnknown = links.some(({ evidence }) => evidence === null);
  const stroke = layerColor(0);
  const sample = (more: Record<string, string | number>) => (x: number, y: number) => [
    s('line', { x1: x - 4, x2: x + sampleSize + 2, y1: y + 8, y2: y + 8, stroke, ...more }),
  ];
  const box = (x: number, y: number) => [
    s('rect', { x, y: y + 2, width: sampleSize, height: 12, fill: paper, stroke: faintInk, ...dashed }),
  ];
  return [
    ...(isKnown
      ? [{ sample: sample({ strokeWidth: 7, strokeOpacity: 0.55 }), text: `width and number: ${unit}` }]
      : []),
    ...(isKnown && someUnknown ? [{ sample: sample({ strokeWidth: 2, ...dashed }), text: 'not known' }] : []),
    ...(boxes.some(({ linked }) => !linked) ? [{ sample: box, text: 'linked to nothing' }] : []),
  ];
}

const dashed = { strokeDashArray: '5 4' };

/** A line on a strip of paper, so that the eye follows it across others. */
function linkPath({ from, points, thickness, isDashed }: Path): Element[] {
  const d = lineOf().curve(curveBumpX)(points.map(([x, y]) => [cents(x), cents(y)])) ?? '';
  const stroke = layerColor(from.layer);
  // A thin line has to be darker than a band to be seen.
  const strokeOpacity = thickness > 4 ? 0.6 : 0.9;
  return [
    s('path', { d, fill: 'none', stroke: paper, strokeWidth: thickness + 2.5 }),
    s('path', { d, fill: 'none', stroke, strokeWidth: thickness, strokeOpacity, ...(isDashed && dashed) }),
  ];
}

const cents = (value: number): number => Math.round(value * 100) / 100;

function boxOf({ layer, x, y, width, height, lines, linked }: Box): Element[] {
  const first = y + height / 2 - ((lines.length - 1) * lineHeight(textSize)) / 2;
  return [
    s('rect', {
      x,
      y,
      width,
      height,
      rx: 3,
      fill: paper,
      ...(linked ? { stroke: line } : { stroke: faintInk, ...dashed }),
    }),
    s('rect', { x, y, width: 6, height, fill: layerColor(layer) }),
    ...linesAt(lines, x + 6 + boxPadding, first, { size: textSize, fill: ink }),
  ];
}

/** How much speaks for a link, where it arrives. */
function amountOf({ evidence, points }: Path): Element[] {
  const [x, y] = points.at(-1) ?? [0, 0];
  if (evidence === null) return [];
  const text = String(Math.round(evidence * 100) / 100);
  return textOnPaper(text, x - 8 - widthAt(amountSize)(text), y, { size: amountSize });
}
