import type { Column, Table } from '../exhibit/table.ts';
import { formatCell } from './cell.ts';
import { columnSizes, fitColumns } from './fit-columns.ts';
import { latexText } from './latex-text.ts';

/**
 * A table as a LaTeX `table` environment in the style of booktabs, with caption, label `tab:<id>`
 * and its notes below. Columns too wide for the line become `p` columns, which wrap; a table that
 * cannot fit at the normal size is set smaller.
 */
export function tableToLatex(table: Table): string {
  const layout = layoutOf(table);
  const heading = row(table.columns.map((column) => latexText(column.label)));
  const rows = table.rows.map((cells) => row(cells.map((cell) => latexText(formatCell(cell)))));
  const lines = [
    `% \\usepackage{booktabs}${layout.wraps ? ' \\usepackage{array}' : ''}`,
    '\\begin{table}[htbp]',
    '  \\centering',
    `  \\caption{${latexText(table.caption)}}`,
    `  \\label{tab:${table.id}}`,
    ...(layout.small ? ['  \\footnotesize'] : []),
    `  \\begin{tabular}{@{}${layout.columns.join('')}@{}}`,
    '    \\toprule',
    `    ${heading}`,
    '    \\midrule',
    ...rows.map((line) => `    ${line}`),
    '    \\bottomrule',
    '  \\end{tabular}',
    ...notes(table.notes),
    '\\end{table}',
  ];
  return `${lines.join('\n')}\n`;
}

/** Average characters on a line of a usual article, at the normal size and at `\footnotesize`. */
const normalLine = 72;
const smallLine = 90;
/** The space LaTeX puts between two columns, in characters. */
const columnGap = 2.6;

function layoutOf(table: Table): { columns: string[]; wraps: boolean; small: boolean } {
  const sizes = columnSizes(table);
  const gaps = columnGap * Math.max(0, sizes.length - 1);
  const small = fitColumns(sizes, Math.floor(normalLine - gaps)) === undefined;
  const line = small ? smallLine : normalLine;
  const widths = fitColumns(sizes, Math.floor(line - gaps)) ?? sizes.map((size) => size.least);
  const columns = table.columns.map((column, index) => {
    const width = widths[index] ?? 1;
    return width < (sizes[index]?.natural ?? 0) ? wrapping(column, width / line) : letter(column);
  });
  return { columns, wraps: columns.some((column) => column.length > 1), small };
}

function wrapping({ align }: Column, share: number): string {
  const ragged = align === 'right' ? '\\raggedleft' : '\\raggedright';
  return `>{${ragged}\\arraybackslash}p{${share.toFixed(2)}\\linewidth}`;
}

function letter({ align }: Column): string {
  return align === 'right' ? 'r' : 'l';
}

function row(cells: readonly string[]): string {
  return `${cells.join(' & ')} \\\\`;
}

function notes(texts: readonly string[]): string[] {
  if (texts.length === 0) return [];
  return [
    '',
    '  \\medskip',
    '  \\begin{minipage}{\\linewidth}',
    '    \\footnotesize\\raggedright',
    ...texts.map((text) => `    ${latexText(text)}\\par`),
    '  \\end{minipage}',
  ];
}
