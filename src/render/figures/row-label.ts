import type { Element } from 'hast';
import { lineHeight, linesAt, readsFromRight } from './draw.ts';

/** The label of a row, centred on a line; what reads from the right stands at the right of its column. */
export function rowLabel(
  lines: readonly string[],
  column: { x: number; width: number },
  middle: number,
  size: number,
): Element[] {
  const first = middle - ((lines.length - 1) * lineHeight(size)) / 2;
  const fromRight = readsFromRight(lines.join(' '));
  return linesAt(lines, fromRight ? column.x + column.width : column.x, first, {
    size,
    anchor: fromRight ? 'end' : 'start',
  });
}
