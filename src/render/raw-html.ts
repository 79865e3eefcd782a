import type { Parents } from 'mdast';

/** Whether HTML in a template is nothing but comments, which are the author's to the author. */
export function isComment(html: string): boolean {
  return html.replace(/<!--[\s\S]*?-->/gu, '').trim() === '';
}

/** Whether what stands in `parent` are blocks, not words. */
export function isFlow(parent: Parents | undefined): boolean {
  return parent === undefined || flowParents.has(parent.type);
}

const flowParents = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);
