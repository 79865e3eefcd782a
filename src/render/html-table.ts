import type { Element } from 'hast';
import { h } from 'hastscript';
import { type Cell, type Column, columnsFor, type Table } from '../exhibit/table.ts';
import { formatCell } from './cell.ts';
import { stringifyHtml } from './stringify-html.ts';

/** A table as a fragment of HTML: a `div` that scrolls sideways, with the table and its notes in it. */
export function tableToHtml(table: Table): string {
  return `${stringifyHtml(tableToHast(table))}\n`;
}

/**
 * The same as a syntax tree. The caption stands above the table, after its `label` (`Table 1.`) where
 * it has one, and names the scrolling area; a first column of words holds the headings of the rows.
 */
export function tableToHast(whole: Table, label?: string): Element {
  const table = columnsFor(whole, 'people');
  const { columns, rows } = table;
  const headings = columns.map((column) =>
    h('th', { scope: 'col', className: classes(sideOf(column)) }, column.label),
  );
  return h('div.table', [
    h(
      'div.scroll',
      { role: 'region', ariaLabel: label ? `${label} ${table.caption}` : table.caption, tabIndex: 0 },
      [
        h('table', [
          h('caption', captionContent(table.caption, label)),
          h('thead', h('tr', headings)),
          h(
            'tbody',
            rows.map((row) =>
              h(
                'tr',
                columns.map((column, index) => cellOf(row[index], column, index)),
              ),
            ),
          ),
        ]),
      ],
    ),
    ...notesList(table.notes),
  ]);
}

/** Remarks below an exhibit, one paragraph each; nothing where there are none. */
export function notesList(notes: readonly string[]): Element[] {
  if (notes.length === 0) return [];
  return [
    h(
      'div.remarks',
      notes.map((note) => h('p', note)),
    ),
  ];
}

function cellOf(cell: Cell | undefined, column: Column, index: number): Element {
  const text = cell ? formatCell(cell) : '';
  const className = classes([...sideOf(column), ...(cell?.kind === 'missing' ? ['missing'] : [])]);
  const style = hangingOf(text);
  if (index === 0 && column.align === 'left') return h('th', { scope: 'row', className, style }, text);
  return h('td', { className, style }, text);
}

/** Words that no-break spaces move in stay moved in on their further lines. */
function hangingOf(text: string): string | undefined {
  const depth = /^\u00a0*/.exec(text)?.[0].length ?? 0;
  const width = `${(depth * 0.28).toFixed(2)}em`;
  return depth > 0 ? `padding-left:${width};text-indent:-${width}` : undefined;
}

function classes(names: string[]): string[] | undefined {
  return names.length > 0 ? names : undefined;
}

function sideOf({ align }: Column): string[] {
  return align === 'right' ? ['right'] : [];
}

export function captionContent(caption: string, label?: string): (Element | string)[] {
  return label ? [h('b', label), ` ${caption}`] : [caption];
}
