import pc from 'picocolors';
import { columnsFor, type Table } from '../exhibit/table.ts';
import { isNumeric } from './cell.ts';
import { columnSizes, fitColumns, formattedCells, wordsWidth } from './fit-columns.ts';
import { safe } from './safe-text.ts';
import { textWidth } from './text-width.ts';
import { wrap } from './wrap.ts';

export interface TerminalOptions {
  /** Columns of the terminal. */
  width: number;
  /** Whether to colour; the text is the same without. */
  color: boolean;
}

/**
 * A table for the terminal: caption, headings, rule, rows, notes. Numbers stand right with their
 * decimal points below one another. A table wider than the terminal has its columns moved together
 * and its texts wrapped; where even that is too wide, each row becomes a list of `label: value`
 * lines. Nothing is cut off, and no control character gets through.
 */
export function tableToTerminal(whole: Table, { width, color }: TerminalOptions): string {
  const colors = pc.createColors(color);
  const { table, note } = withoutZeros(columnsFor(whole, 'people'));
  const cells = alignDecimals(table, formattedCells(table));
  const sizes = columnSizes(table, cells);
  const gap = wordsWidth(sizes) + 2 * (sizes.length - 1) <= width ? '  ' : ' ';
  const widths = fitColumns(sizes, width - gap.length * (sizes.length - 1));
  const caption = wrap(safe(table.caption), width).map(colors.bold);
  const body = widths ? grid(table, cells, widths, gap, colors) : records(table, cells, width, colors);
  const notes = [...note, ...table.notes].flatMap((text) => wrap(safe(text), width));
  const lines = [...caption, '', ...body];
  if (table.rows.length === 0) lines.push('(no rows)');
  if (notes.length > 0) lines.push('', ...notes);
  return `${lines.join('\n')}\n`;
}

/** The table less the columns that may be left out and hold nothing but zeros and missing counts. */
function withoutZeros(table: Table): { table: Table; note: string[] } {
  const cellsOf = (index: number) => table.rows.flatMap((row) => row[index] ?? []);
  const isZero = (index: number) =>
    cellsOf(index).every((cell) => cell.kind === 'missing' || (cell.kind === 'count' && cell.value === 0));
  const isMissing = (index: number) => cellsOf(index).some((cell) => cell.kind === 'missing');
  const hidden = table.columns.map(({ hiddenWhenZero }, index) => hiddenWhenZero === true && isZero(index));
  if (!hidden.includes(true)) return { table, note: [] };
  const kept = <T>(items: readonly T[]): T[] => items.filter((_, index) => !hidden[index]);
  const labels = table.columns.flatMap(({ label }, index) => (hidden[index] ? [label] : []));
  return {
    table: { ...table, columns: kept(table.columns), rows: table.rows.map(kept) },
    note: [
      `${hidden.some((_, index) => hidden[index] && isMissing(index)) ? '0 or not reported' : '0'} in every row: ${labels.join(', ')}.`,
    ],
  };
}

type Colors = ReturnType<typeof pc.createColors>;

function grid(
  table: Table,
  cells: string[][],
  widths: readonly number[],
  gap: string,
  colors: Colors,
): string[] {
  const headings = table.columns.map((column, index) => wrap(safe(column.label), widths[index] ?? 1));
  const height = Math.max(0, ...headings.map((lines) => lines.length));
  const header = headings.map((lines) => [...Array<string>(height - lines.length).fill(''), ...lines]);
  const rows = table.rows.map((row, line) =>
    row.slice(0, table.columns.length).map((cell, index) => {
      const formatted = cells[line]?.[index] ?? '';
      return isNumeric(cell) ? [formatted] : wrap(formatted, widths[index] ?? 1);
    }),
  );
  const dimMissing = (text: string, line: number, index: number) =>
    table.rows[line]?.[index]?.kind === 'missing' ? colors.dim(text) : text;
  return [
    ...beside(table, header, widths, gap, (text) => colors.bold(text)),
    colors.dim(widths.map((width) => '─'.repeat(width)).join(gap)),
    ...rows.flatMap((row, line) =>
      beside(table, row, widths, gap, (text, index) => dimMissing(text, line, index)),
    ),
  ];
}

/** Sets the lines of each cell beside those of its neighbours. */
function beside(
  { columns }: Table,
  row: readonly string[][],
  widths: readonly number[],
  gap: string,
  paint: (text: string, index: number) => string,
): string[] {
  const height = Math.max(0, ...row.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map(({ align }, index) => {
        const text = row[index]?.[line] ?? '';
        const padding = ' '.repeat(Math.max(0, (widths[index] ?? 0) - textWidth(text)));
        const painted = text === '' ? '' : paint(text, index);
        return align === 'right' ? padding + painted : painted + padding;
      })
      .join(gap)
      .trimEnd(),
  );
}

function records(table: Table, cells: string[][], width: number, colors: Colors): string[] {
  return cells.flatMap((row) => [
    colors.dim('─'.repeat(Math.max(1, Math.min(width, 20)))),
    ...table.columns.flatMap(({ label }, index) =>
      wrap(`${safe(label)}: ${(row[index] ?? '').trim()}`, width),
    ),
  ]);
}

/** Pads the numbers of each right-aligned column so that their decimal points stand below one another. */
function alignDecimals(table: Table, cells: string[][]): string[][] {
  const decimals = (text: string) => (text.includes('.') ? text.length - text.indexOf('.') : 0);
  const isAligned = (line: number, index: number) => {
    const cell = table.rows[line]?.[index];
    return table.columns[index]?.align === 'right' && cell !== undefined && isNumeric(cell);
  };
  const most = table.columns.map((_, index) =>
    cells.reduce(
      (widest, row, line) => (isAligned(line, index) ? Math.max(widest, decimals(row[index] ?? '')) : widest),
      0,
    ),
  );
  return cells.map((row, line) =>
    row.map((text, index) =>
      isAligned(line, index) ? text + ' '.repeat((most[index] ?? 0) - decimals(text)) : text,
    ),
  );
}
