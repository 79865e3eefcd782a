import { type Column, columnsFor, type Table } from '../exhibit/table.ts';
import { type ColumnSize, columnSizes, fitColumns, formattedCells, wordsWidth } from './fit-columns.ts';
import { latexText } from './latex-text.ts';

/**
 * A table for LaTeX in the style of booktabs, with caption, label `tab:<id>` and its notes below.
 * Columns too wide for the line become `p` columns, which wrap; a table whose words do not fit is set
 * smaller, then on a turned page; one too tall for a page becomes a `longtable`. The first line
 * names the packages needed.
 */
export function tableToLatex(whole: Table): string {
  const table = columnsFor(whole, 'people');
  const page = choosePage(table);
  const body = page.isLong ? longTable(table, page) : floatingTable(table, page);
  const packages = [
    'booktabs',
    ...(page.columns.some((column) => column.length > 1) ? ['array'] : []),
    ...(page.isLong ? ['longtable'] : []),
    ...(page.isTurned ? ['pdflscape'] : []),
  ];
  const lines = [
    `% ${packages.map((name) => `\\usepackage{${name}}`).join(' ')}`,
    ...(page.isTurned ? ['\\begin{landscape}', ...body, '\\end{landscape}'] : body),
  ];
  return `${lines.join('\n')}\n`;
}

/** How a table is set. */
interface Page {
  /** Column specifications: `l`, `r`, or a `p` column that wraps. */
  columns: string[];
  isSmall: boolean;
  isTurned: boolean;
  isLong: boolean;
}

/** Average characters on a line, and lines on a page, of a usual article: normal size, then `\footnotesize`. */
const pages = [
  { isSmall: false, isTurned: false, line: 64, lines: 40 },
  { isSmall: true, isTurned: false, line: 80, lines: 50 },
  { isSmall: false, isTurned: true, line: 102, lines: 24 },
];
const largest = { isSmall: true, isTurned: true, line: 128, lines: 30 };
/** The space between two columns, in characters. */
const columnGap = 1.8;

function choosePage(table: Table): Page {
  const sizes = columnSizes(table);
  const gaps = columnGap * Math.max(0, sizes.length - 1);
  const { line, lines, isSmall, isTurned } =
    pages.find((page) => wordsWidth(sizes) <= page.line - gaps) ?? largest;
  const widths = fitColumns(sizes, Math.floor(line - gaps)) ?? sizes.map((size) => size.least);
  return {
    columns: table.columns.map((column, index) =>
      specification(column, sizes[index], widths[index] ?? 1, line),
    ),
    isSmall,
    isTurned,
    isLong: height(table, widths) > lines,
  };
}

function specification({ align }: Column, size: ColumnSize | undefined, width: number, line: number): string {
  if (width >= (size?.natural ?? 0)) return align === 'right' ? 'r' : 'l';
  const ragged = align === 'right' ? '\\raggedleft' : '\\raggedright';
  return `>{${ragged}\\arraybackslash}p{${(width / line).toFixed(3)}\\linewidth}`;
}

/** Lines that the rows take. */
function height(table: Table, widths: readonly number[]): number {
  return formattedCells(table).reduce(
    (lines, row) =>
      lines + Math.max(1, ...row.map((cell, index) => Math.ceil(cell.length / (widths[index] ?? 1)))),
    0,
  );
}

function floatingTable(table: Table, page: Page): string[] {
  return [
    '\\begin{table}[htbp]',
    '  \\centering',
    ...size(page),
    `  \\caption{${latexText(table.caption)}}`,
    `  \\label{tab:${table.id}}`,
    `  \\begin{tabular}{@{}${page.columns.join('')}@{}}`,
    ...head(table),
    ...rows(table),
    '    \\bottomrule',
    '  \\end{tabular}',
    ...notes(table.notes),
    '\\end{table}',
  ];
}

function longTable(table: Table, page: Page): string[] {
  return [
    '\\begingroup',
    ...size(page),
    `\\begin{longtable}{@{}${page.columns.join('')}@{}}`,
    `    \\caption{${latexText(table.caption)}}\\label{tab:${table.id}}\\\\`,
    ...head(table),
    '    \\endfirsthead',
    ...head(table),
    '    \\endhead',
    ...rows(table),
    '    \\bottomrule',
    '\\end{longtable}',
    ...notes(table.notes),
    '\\endgroup',
  ];
}

const size = ({ isSmall }: Page): string[] => [
  '  \\setlength{\\tabcolsep}{4pt}',
  ...(isSmall ? ['  \\footnotesize'] : []),
];

const head = (table: Table): string[] => [
  '    \\toprule',
  `    ${row(table.columns.map((column) => latexText(column.label)))}`,
  '    \\midrule',
];

const rows = (table: Table): string[] =>
  formattedCells(table).map((cells) => `    ${row(cells.map((cell) => latexText(cell)))}`);

const row = (cells: readonly string[]): string => `${cells.join(' & ')} \\\\`;

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
