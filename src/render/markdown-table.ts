import type { Table as MarkdownTable, Paragraph, RootContent, TableRow } from 'mdast';
import { columnsFor, type Table } from '../exhibit/table.ts';
import { formatCell } from './cell.ts';
import { safe } from './safe-text.ts';
import { stringifyMarkdown } from './stringify-markdown.ts';

/** A table as Markdown (GFM): the caption in bold, the table, its notes as paragraphs. */
export function tableToMarkdown(table: Table): string {
  return stringifyMarkdown({ type: 'root', children: tableToMdast(table, table.caption) });
}

/** The same as a syntax tree, so that whatever a cell says is escaped. */
export function tableToMdast(whole: Table, caption: string): RootContent[] {
  const table = columnsFor(whole, 'people');
  const heading = rowOf(table.columns.map((column) => column.label));
  const rows = table.rows.map((row) => rowOf(row.map(formatCell)));
  const align = table.columns.map((column) => column.align);
  const grid: MarkdownTable = { type: 'table', align, children: [heading, ...rows] };
  return [captionParagraph(caption), grid, ...table.notes.map(paragraph)];
}

export function captionParagraph(caption: string): Paragraph {
  return {
    type: 'paragraph',
    children: [{ type: 'strong', children: [{ type: 'text', value: safe(caption) }] }],
  };
}

export function paragraph(text: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value: safe(text) }] };
}

function rowOf(texts: readonly string[]): TableRow {
  return {
    type: 'tableRow',
    children: texts.map((value) => ({ type: 'tableCell', children: [{ type: 'text', value: safe(value) }] })),
  };
}
