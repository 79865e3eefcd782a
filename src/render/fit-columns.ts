import type { Table } from '../exhibit/table.ts';
import { formatCell, isNumeric } from './cell.ts';
import { safe } from './safe-text.ts';
import { textWidth } from './text-width.ts';

/** How wide a column is, in characters, and how far it may shrink. */
export interface ColumnSize {
  /** Its widest cell or heading on one line. */
  natural: number;
  /** Below this, words are broken. */
  words: number;
  /** Below this it cannot be read: its widest number, or a few letters. */
  least: number;
}

const longestKeptWord = 20;
const fewLetters = 6;

/** `cells` are the formatted cells, row by row, where they differ from `formatCell`. */
export function columnSizes(table: Table, cells = formattedCells(table)): ColumnSize[] {
  return table.columns.map((column, index) => {
    const texts = [safe(column.label)];
    let widestNumber = 0;
    table.rows.forEach((row, line) => {
      const cell = row[index];
      const formatted = cells[line]?.[index] ?? '';
      if (cell && isNumeric(cell)) widestNumber = Math.max(widestNumber, textWidth(formatted));
      else texts.push(formatted);
    });
    const widestText = largest(texts.map((text) => textWidth(text)));
    const widestWord = largest(texts.flatMap((text) => text.split(/\s+/u)).map((word) => textWidth(word)));
    return {
      natural: Math.max(widestText, widestNumber, 1),
      words: Math.max(Math.min(widestWord, longestKeptWord), widestNumber, 1),
      least: Math.max(Math.min(widestText, fewLetters), widestNumber, 1),
    };
  });
}

/** Every cell formatted, on one line, safe to print: row by row, one a column. */
export function formattedCells(table: Table): string[][] {
  return table.rows.map((row) =>
    table.columns.map((_, index) => {
      const cell = row[index];
      return cell ? safe(formatCell(cell)) : '';
    }),
  );
}

/**
 * The widths that make the columns fit into `room`: the widest shrink first, whole words as long as
 * possible. Undefined when they cannot fit.
 */
export function fitColumns(sizes: readonly ColumnSize[], room: number): number[] | undefined {
  const widths = sizes.map((size) => size.natural);
  shrink(
    widths,
    sizes.map((size) => size.words),
    room,
  );
  shrink(
    widths,
    sizes.map((size) => size.least),
    room,
  );
  return sum(widths) <= room ? widths : undefined;
}

/** The narrowest that columns can be without a word being broken. */
export const wordsWidth = (sizes: readonly ColumnSize[]): number => sum(sizes.map((size) => size.words));

function shrink(widths: number[], floors: readonly number[], room: number): void {
  for (let excess = sum(widths) - room; excess > 0; excess--) {
    let widest = -1;
    widths.forEach((width, index) => {
      if (width > (floors[index] ?? 0) && width > (widths[widest] ?? 0)) widest = index;
    });
    if (widest < 0) return;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}
