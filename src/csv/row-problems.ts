import type { VFile } from 'vfile';
import { addProblem } from '../problem/problem.ts';
import type { QuoteFault } from './scan.ts';
import type { CsvCell } from './table.ts';

/** A quote that does not belong where it stands; its row is left out. */
export function tellQuoteFault(file: VFile, fault: QuoteFault, most?: number): void {
  const rule = fault.kind === 'unclosed' ? 'unclosed-quote' : 'stray-quote';
  addProblem(file, { rule, place: fault.place, found: '"', most, ...wording(fault) });
}

/** A row that is longer or shorter than the header; it is left out. */
export function tellRowLength(
  file: VFile,
  cells: readonly CsvCell[],
  header: readonly CsvCell[],
  delimiter: string,
  most?: number,
): void {
  const isLong = cells.length > header.length;
  addProblem(file, {
    rule: 'row-length',
    reason: `the row has ${count(cells.length)}, the header has ${header.length}`,
    place: (isLong ? cells[header.length] : cells[0])?.place,
    found: count(cells.length),
    expected: [count(header.length)],
    suggest: false,
    most,
    advice: isLong
      ? `here is the first cell too many; a cell that contains ${named(delimiter)} is written in quotes; this row is left out`
      : 'a blank cell needs its delimiter too, and a cell with line breaks is written in quotes; this row is left out',
  });
}

function wording(fault: QuoteFault): { reason: string; advice: string } {
  switch (fault.kind) {
    case 'inside':
      return {
        reason: `the quote closes the cell that begins at ${fault.opened.line}:${fault.opened.column}, but the cell goes on after it`,
        advice:
          fault.opened.line === fault.place.line
            ? 'inside quotes write a quote twice: "she said ""yes"""; this row is left out'
            : `was the quote at ${fault.opened.line}:${fault.opened.column} to be closed in its own line? Lines ${fault.opened.line} to ${fault.place.line} are left out`,
      };
    case 'after-spaces':
      return {
        reason: 'the cell has spaces before its opening quote',
        advice: 'remove the spaces, or write the whole cell in quotes; this row is left out',
      };
    case 'unclosed':
      return {
        reason: 'the quote that opens here is never closed',
        advice: 'close it at the end of its cell; nothing from this row on was read',
      };
  }
}

const count = (cells: number): string => (cells === 1 ? '1 cell' : `${cells} cells`);

const named = (delimiter: string): string => (delimiter === '\t' ? 'a tab' : `"${delimiter}"`);
