import type { Nodes } from 'mdast';

/**
 * The words of a part of a Markdown tree: emphasis and links give their text, images their description, a
 * line break is a space, comments and footnote marks are left out.
 */
export function plainText(node: Nodes | readonly Nodes[]): string {
  return words(node).replace(/\s+/gu, ' ').trim();
}

function words(node: Nodes | readonly Nodes[]): string {
  if (isList(node)) return node.map(words).join('');
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'break':
      return ' ';
    case 'paragraph':
    case 'listItem':
    case 'heading':
    case 'tableCell':
      return ` ${words(node.children)} `;
    default:
      return 'children' in node ? words(node.children) : '';
  }
}

const isList = (node: Nodes | readonly Nodes[]): node is readonly Nodes[] => Array.isArray(node);
