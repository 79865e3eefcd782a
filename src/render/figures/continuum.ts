import type { Element } from 'hast';
import type { ContinuumChart, ContinuumPart } from '../../exhibit/continuum-chart.ts';
import { partCounts, partTitle } from '../../exhibit/continuum-words.ts';
import { cutLines } from '../continuum/cut-lines.ts';
import { safe } from '../safe-text.ts';
import { wrap } from '../wrap.ts';
import { continuumKey } from './continuum-key.ts';
import { continuumLine, labelWidth } from './continuum-line.ts';
import { type Drawing, lineHeight, linesAt, widthAt } from './draw.ts';
import { legend } from './legend.ts';
import { faintInk } from './palette.ts';

const width = 960;
const margin = 16;
const titleSize = 14;
const countSize = 12;
const betweenLines = 14;
const betweenParts = 26;
/** So many columns has a line that is one of several; a verdict is never finer than a column. */
const columns = 360;

/** Every rater's spans as boxes with the mark of their code, document below document, each cut into lines of one scale. */
export function continuum(figure: ContinuumChart): Drawing {
  const elements: Element[] = [];
  let y = margin;
  for (const part of figure.parts) {
    const head = heading(figure, part, y);
    elements.push(...head.elements);
    y += head.height;
    const { scale, lines } = cutLines(part, columns, figure.lines);
    const perLine = lines.length > 1 ? columns : Math.ceil((part.to - part.from) / scale);
    const room = width - 2 * margin - labelWidth;
    for (const line of lines) {
      const box = { x: margin, y, column: room / perLine };
      const drawn = continuumLine({ figure, part, line, scale }, box);
      elements.push(...drawn.elements);
      y += drawn.height + betweenLines;
    }
    y += betweenParts - betweenLines;
  }
  for (const entries of continuumKey(figure)) {
    const key = legend(entries, { x: margin, y, width: width - 2 * margin });
    elements.push(...key.elements);
    y += key.height + 8;
  }
  return { width, height: y + margin - 8, elements };
}

function heading(
  { raters, unit }: ContinuumChart,
  part: ContinuumPart,
  top: number,
): { elements: Element[]; height: number } {
  const room = width - 2 * margin;
  const title = wrap(safe(partTitle(part, unit)), room, widthAt(titleSize, 'bold'));
  const counts = wrap(safe(`${partCounts(part, raters)}.`), room, widthAt(countSize));
  const [first, second] = [title.length * lineHeight(titleSize), counts.length * lineHeight(countSize)];
  return {
    height: first + second + 6,
    elements: [
      ...linesAt(title, margin, top + lineHeight(titleSize) / 2, { size: titleSize, weight: 'bold' }),
      ...linesAt(counts, margin, top + first + lineHeight(countSize) / 2, {
        size: countSize,
        fill: faintInk,
      }),
    ],
  };
}
