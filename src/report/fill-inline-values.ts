import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { addProblem, type Place } from '../problem/problem.ts';
import { inlineValue } from './inline-value.ts';
import type { Resolver } from './slots.ts';

/**
 * Puts its value in place of every inline value. What begins like one and is none would go out as it
 * was typed, so it is told.
 */
export function fillInlineValues(file: VFile, tree: Root, resolver: Resolver): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'inlineCode' && node.value.startsWith('=') && parent && index !== undefined) {
      const filled = inlineValue(node.value, resolver);
      if (typeof filled === 'string') parent.children[index] = { type: 'text', value: filled };
      else addProblem(file, { ...filled, place: node.position?.start });
    }
    const advice = adviceFor(node, parent);
    const place = advice && 'position' in node && unfilledIn(node.position, String(file.value));
    if (!place) return;
    addProblem(file, {
      rule: 'inline-value',
      reason: 'an inline value begins here, and it cannot be filled',
      place,
      advice,
    });
  });
}

/** What may be wrong where an inline value begins in such a node; undefined where none can. */
function adviceFor({ type }: Nodes, parent: Nodes | undefined): string | undefined {
  if (type === 'text') {
    return parent?.type === 'tableCell'
      ? 'in a table a "|" ends the cell, even within an inline value: write "\\|" before its format'
      : 'close it with one backtick in the same paragraph; write "\\`=" where none is meant';
  }
  const isPicture = type === 'image' || type === 'imageReference';
  if (type === 'html' || isPicture)
    return 'inline values stand in text, not within HTML or the words of a picture';
  return undefined;
}

/** Where in the template an inline value begins that is still in a node. */
function unfilledIn(position: Root['position'], template: string): Place | undefined {
  const [start, end] = [position?.start.offset, position?.end.offset];
  if (!position || start === undefined || end === undefined) return undefined;
  const source = template
    .slice(start, end)
    .replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\r\n]/g, ' '));
  const at = /(?<!\\)`+=/.exec(source)?.index;
  if (at === undefined) return undefined;
  const before = source.slice(0, at).split(/\r\n|\r|\n/);
  const { line, column } = position.start;
  const last = before.at(-1)?.length ?? 0;
  return before.length === 1
    ? { line, column: column + last }
    : { line: line + before.length - 1, column: last + 1 };
}
