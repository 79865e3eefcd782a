import { curveBumpX, line as lineOf } from 'd3';
import type { Element } from 'hast';
import { s } from 'hastscript';
import type { LayeredGraph } from '../../exhibit/figure.ts';
import { safe } from '../safe-text.ts';
import { wrap } from '../wrap.ts';
import { type Drawing, lineHeight, linesAt, textOnPaper, widthAt } from './draw.ts';
import { type Box, boxPadding, layoutLayers, type Path, textSize } from './layer-layout.ts';
import { ink, layerColor, line, paper } from './palette.ts';

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
  return {
    width: width + 2 * margin,
    height: top + height + margin,
    elements: [
      ...heads.flatMap((lines, at) =>
        linesAt(lines, margin + (columns[at] ?? 0), margin + headSize / 2, {
          size: headSize,
          weight: 'bold',
        }),
      ),
      s('g', { transform: `translate(${margin} ${top})` }, [
        ...drawn.map(linkPath),
        ...boxes.flatMap(boxOf),
        ...drawn.flatMap(amountOf),
      ]),
    ],
  };
}

function linkPath({ from, points, thickness, evidence }: Path): Element {
  return s('path', {
    d:
      lineOf().curve(curveBumpX)(
        points.map(([x, y]) => [Math.round(x * 100) / 100, Math.round(y * 100) / 100]),
      ) ?? '',
    fill: 'none',
    stroke: layerColor(from.layer),
    strokeWidth: thickness,
    strokeOpacity: 0.55,
    strokeDashArray: evidence === null ? '5 4' : undefined,
  });
}

function boxOf({ layer, x, y, width, height, lines }: Box): Element[] {
  const first = y + height / 2 - ((lines.length - 1) * lineHeight(textSize)) / 2;
  return [
    s('rect', { x, y, width, height, rx: 3, fill: paper, stroke: line }),
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
