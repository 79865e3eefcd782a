import type { Nodes, Properties, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { withoutControls } from './safe-text.ts';

/** A syntax tree as HTML; control characters in its texts and attributes become visible. Raw HTML in it is escaped. */
export function stringifyHtml(tree: Nodes): string {
  const root: Root = tree.type === 'root' ? structuredClone(tree) : wrapped(tree);
  visit(root, (node) => {
    if (node.type === 'text') node.value = withoutControls(node.value);
    if (node.type !== 'element') return;
    for (const [name, value] of Object.entries(node.properties)) node.properties[name] = cleaned(value);
  });
  return serialiser.stringify(root);
}

const serialiser = unified().use(rehypeStringify);

function wrapped(tree: Exclude<Nodes, Root>): Root {
  return { type: 'root', children: [structuredClone(tree)] };
}

function cleaned(value: Properties[string]): Properties[string] {
  if (typeof value === 'string') return withoutControls(value);
  return Array.isArray(value)
    ? value.map((one) => (typeof one === 'string' ? withoutControls(one) : one))
    : value;
}
