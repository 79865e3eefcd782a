import type { Place } from '../problem/problem.ts';

/**
 * Where a place within a block stands in the template. In a list or a quotation the block's lines are
 * set in, each perhaps otherwise: what the template has before a line's text is its indent.
 *
 * @param text the block's text, without indents.
 * @param lines the template's lines.
 * @param first the line of the template, from 1, on which the text begins.
 */
export function placeWithin(text: string, lines: readonly string[], first: number): (place: Place) => Place {
  const within = text.split(/\r\n|\r|\n/);
  return ({ line, column }) => {
    const whole = lines[first + line - 2] ?? '';
    const part = within[line - 1] ?? '';
    const indent = whole.endsWith(part) ? whole.length - part.length : 0;
    return { line: first + line - 1, column: column + indent };
  };
}
