import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

export interface Heading {
  id: string;
  text: string;
}

/**
 * Gives every heading an id made of its words, as GitHub does, different from each other and from
 * the `reserved`; returns the headings of the second level.
 */
export function nameHeadings(tree: Root, reserved: readonly string[]): Heading[] {
  const taken = new Set(reserved);
  const contents: Heading[] = [];
  visit(tree, 'element', (node) => {
    if (!/^h[1-6]$/u.test(node.tagName) || node.properties.id !== undefined) return;
    const text = textOf(node);
    const id = untaken(slug(text), taken);
    node.properties.id = id;
    if (node.tagName === 'h2') contents.push({ id, text });
  });
  return contents;
}

/** The list of sections with links to them; nothing where there are fewer than two. */
export function contentsList(headings: readonly Heading[]): Element[] {
  if (headings.length < 2) return [];
  const items = headings.map(({ id, text }) => h('li', h('a', { href: `#${id}` }, text)));
  return [
    h('nav', { ariaLabelledBy: ['contents'] }, [h('p', { id: 'contents' }, 'Contents'), h('ul', items)]),
  ];
}

/** Lower case, letters and digits, single hyphens. */
function slug(text: string): string {
  const words = text.toLowerCase().match(/[\p{Letter}\p{Mark}\p{Number}]+/gu) ?? [];
  return words.join('-') || 'section';
}

function untaken(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let copy = 2; taken.has(id); copy++) id = `${wanted}-${copy}`;
  taken.add(id);
  return id;
}
