import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

/** A syntax tree as Markdown with GFM's tables and footnotes. */
export function stringifyMarkdown(tree: Root): string {
  return serialiser.stringify(tree);
}

const serialiser = unified().use(remarkGfm).use(remarkStringify, { bullet: '-', rule: '-' });
