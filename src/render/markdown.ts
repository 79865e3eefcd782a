import type { Nodes, Paragraph, Parents, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Figure } from '../exhibit/figure.ts';
import { captionOf, descriptionOf, figureData } from '../exhibit/figure-data.ts';
import type { Note } from '../exhibit/note.ts';
import type { Exhibit, Report } from '../report/tree.ts';
import { captionParagraph, paragraph, tableToMdast } from './markdown-table.ts';
import { quotesToMdast, themesToMdast } from './passages.ts';
import { isComment, isFlow } from './raw-html.ts';
import { safe, withoutControls } from './safe-text.ts';
import { stringifyMarkdown } from './stringify-markdown.ts';

export interface MarkdownOptions {
  /** Where the picture of a figure lies, seen from the Markdown file. */
  figurePath: (id: string) => string;
}

/**
 * A report as Markdown (GFM). Figures are pictures with their data as a table below. HTML in the
 * template becomes text, comments are left out.
 */
export function reportToMarkdown(report: Report, { figurePath }: MarkdownOptions): string {
  const tree = structuredClone(report.tree);
  replaceEach(tree, (node, parent) => {
    if (node.type === 'exhibit') return exhibitToMdast(node.exhibit, figurePath);
    if (node.type === 'html') return htmlAsText(node.value, parent);
    return node.type === 'yaml' ? [] : undefined;
  });
  visit(tree, (node) => {
    if ('value' in node) node.value = withoutControls(node.value);
  });
  const hasTitle = tree.children.some((node) => node.type === 'heading' && node.depth === 1);
  return stringifyMarkdown(hasTitle ? tree : titled(tree, report.title));
}

/** Replaces nodes by others; those for which `replace` gives nothing stay. */
function replaceEach(tree: Root, replace: (node: Nodes, parent: Parents) => RootContent[] | undefined): void {
  visit(tree, (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    const others = replace(node, parent);
    if (others === undefined) return undefined;
    (parent.children as RootContent[]).splice(index, 1, ...others);
    return ['skip', index + others.length] as const;
  });
}

function exhibitToMdast(exhibit: Exhibit, figurePath: (id: string) => string): RootContent[] {
  switch (exhibit.kind) {
    case 'table':
      return tableToMdast(exhibit.table, `Table ${exhibit.number}. ${exhibit.table.caption}`);
    case 'figure':
      return figureToMdast(exhibit.figure, exhibit.number, figurePath);
    case 'notes':
      return notesToMdast(exhibit.notes);
    case 'quotes':
      return quotesToMdast(exhibit.quotes);
    case 'themes':
      return themesToMdast(exhibit.themes);
  }
}

function figureToMdast(figure: Figure, number: number, figurePath: (id: string) => string): RootContent[] {
  const data = figureData(figure);
  const image: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'image', url: figurePath(figure.id), alt: safe(descriptionOf(figure)) }],
  };
  return [
    image,
    captionParagraph(`Figure ${number}. ${captionOf(figure)}`),
    ...figure.notes.map(paragraph),
    ...tableToMdast(data, `Data behind figure ${number}. ${data.caption}`),
  ];
}

function notesToMdast(notes: readonly Note[]): RootContent[] {
  if (notes.length === 0) return [paragraph('No notes.')];
  const items = notes.map(({ who, text, place }) =>
    paragraph(`${who ?? 'not attributed'}: ${text}${place === '' ? '' : ` (${place})`}`),
  );
  return [
    paragraph('Told in our words, not quoted:'),
    {
      type: 'list',
      spread: false,
      children: items.map((item) => ({ type: 'listItem', spread: false, children: [item] })),
    },
  ];
}

function htmlAsText(value: string, parent: Parents): RootContent[] {
  if (isComment(value)) return [];
  const text: RootContent = { type: 'text', value };
  return isFlow(parent) ? [{ type: 'paragraph', children: [text] }] : [text];
}

function titled(tree: Root, title: string): Root {
  const heading: RootContent = {
    type: 'heading',
    depth: 1,
    children: [{ type: 'text', value: safe(title) }],
  };
  return { ...tree, children: [heading, ...tree.children] };
}
