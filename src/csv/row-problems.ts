import type { VFile } from 'vfile';
import { addProblem, type Place } from '../problem/problem.ts';
import type { QuoteFault } from './scan.ts';
import type { CsvCell } from './table.ts';

export interface RowProblems {
  quoteFault(fault: QuoteFault): void;
  rowLength(cells: readonly CsvCell[], header: readonly CsvCell[]): void;
  /** Says how many problems of a kind were not told one by one. */
  close(): void;
}

/**
 * Tells what is wrong with rows. One slip, such as an export gone wrong, can concern every row of a
 * large file: then only the first ones are told one by one.
 */
export function rowProblems(file: VFile, delimiter: string, most = 100): RowProblems {
  const untold = new Map<string, { rows: number; first: Place | undefined }>();
  const counts = new Map<string, number>();

  return { quoteFault, rowLength, close };

  function quoteFault(fault: QuoteFault): void {
    const rule = fault.kind === 'unclosed' ? 'unclosed-quote' : 'stray-quote';
    if (isTooMany(rule, fault.place)) return;
    addProblem(file, { rule, place: fault.place, found: '"', ...wording(fault) });
  }

  function rowLength(cells: readonly CsvCell[], header: readonly CsvCell[]): void {
    const isLong = cells.length > header.length;
    const place = (isLong ? cells[header.length] : cells[0])?.place;
    if (isTooMany('row-length', place)) return;
    const message = addProblem(file, {
      rule: 'row-length',
      reason: `the row has ${count(cells.length)}, the header has ${header.length}`,
      place,
      found: count(cells.length),
      advice: isLong
        ? `here is the first cell too many; a cell that contains ${named(delimiter)} is written in quotes; this row is left out`
        : 'a blank cell needs its delimiter too, and a cell with line breaks is written in quotes; this row is left out',
    });
    // Not through addProblem, which would suggest one number for another.
    message.expected = [count(header.length)];
  }

  function isTooMany(rule: string, place: Place | undefined): boolean {
    const told = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, told);
    if (told <= most) return false;
    untold.set(rule, { rows: told - most, first: untold.get(rule)?.first ?? place });
    return true;
  }

  function close(): void {
    for (const [rule, { rows, first }] of untold) {
      addProblem(file, {
        rule,
        reason: `from here on ${rows === 1 ? '1 more row has' : `${rows} more rows have`} the same problem`,
        place: first,
        advice: 'these rows are left out too; is this one table, written by one program?',
      });
    }
  }
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
