import type { Nodes, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { withoutControls } from './safe-text.ts';

/** A syntax tree as HTML; control characters in its texts become visible. Raw HTML in it is escaped. */
export function stringifyHtml(tree: Nodes): string {
  const root: Root = tree.type === 'root' ? structuredClone(tree) : wrapped(tree);
  visit(root, 'text', (node) => {
    node.value = withoutControls(node.value);
  });
  return serialiser.stringify(root);
}

const serialiser = unified().use(rehypeStringify);

function wrapped(tree: Exclude<Nodes, Root>): Root {
  return { type: 'root', children: [structuredClone(tree)] };
}
