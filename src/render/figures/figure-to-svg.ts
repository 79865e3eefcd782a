import type { Element } from 'hast';
import { s } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Figure } from '../../exhibit/figure.ts';
import { captionOf, descriptionOf } from '../../exhibit/figure-data.ts';
import { safe } from '../safe-text.ts';
import { bars } from './bars.ts';
import { continuum } from './continuum.ts';
import { divergingBars } from './diverging-bars.ts';
import type { Drawing } from './draw.ts';
import { flowChart } from './flow-chart.ts';
import { heatMap } from './heat-map.ts';
import { intervals } from './intervals.ts';
import { layeredGraph } from './layered-graph.ts';
import { likertBars } from './likert-bars.ts';
import { paper } from './palette.ts';
import { shareBars } from './share-bars.ts';
import { stamped } from './stamp.ts';
import { statementBoard } from './statement-board.ts';

/**
 * A figure as a standalone SVG file: well-formed XML with its own background and without styles,
 * scripts, fonts or ids from elsewhere. Caption and description are its accessible title and text.
 */
export function figureToSvg(figure: Figure): string {
  const svg = serialiser.stringify({ type: 'root', children: [figureToHast(figure, figure.id)] });
  // The one sequence XML forbids in text that HTML allows.
  return `${svg.replaceAll(']]>', ']]&gt;')}\n`;
}

/** The same as a syntax tree. `name` begins its ids and must be unique in the page. */
export function figureToHast(figure: Figure, name: string): Element {
  const { width, height, elements } = stamped(draw(figure), figure.stamp);
  const id = name.replace(/[^\w-]/gu, '-');
  // Two hyphens: the id of a heading never has them.
  const [title, description] = [`${id}--title`, `${id}--description`];
  const svg = s(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
      width,
      height,
      role: 'img',
      ariaLabelledBy: [title, description],
      fontFamily: 'system-ui, Segoe UI, Helvetica, Arial, sans-serif',
    },
    s('title', { id: title }, safe(captionOf(figure))),
    s('desc', { id: description }, safe(descriptionOf(figure))),
    s('rect', { width, height, fill: paper }),
    elements,
  );
  roundNumbers(svg);
  return svg;
}

function draw(figure: Figure): Drawing {
  switch (figure.kind) {
    case 'statement-board':
      return statementBoard(figure);
    case 'diverging-bars':
      return divergingBars(figure);
    case 'bars':
      return bars(figure);
    case 'intervals':
      return intervals(figure);
    case 'share-bars':
      return shareBars(figure);
    case 'likert-bars':
      return likertBars(figure);
    case 'heat-map':
      return heatMap(figure);
    case 'flow-chart':
      return flowChart(figure);
    case 'layered-graph':
      return layeredGraph(figure);
    case 'continuum':
      return continuum(figure);
  }
}

const serialiser = unified().use(rehypeStringify, { space: 'svg', closeEmptyElements: true });

function roundNumbers(svg: Element): void {
  visit(svg, 'element', ({ properties }) => {
    for (const [name, value] of Object.entries(properties)) {
      if (typeof value === 'number') properties[name] = rounded(value);
    }
  });
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
