import type { VFile } from 'vfile';
import { BEGIN_BYTES, type BeginRow, readBegin } from '../csv/begin.ts';
import { tellQuoteFault, tellRowLength } from '../csv/row-problems.ts';
import { MOST_TOLD, OTHER_ENCODING } from '../csv/row-stream.ts';
import type { CsvCell } from '../csv/table.ts';
import { addProblem } from '../problem/problem.ts';
import { chooseTool, type Recognised } from './exports/choose.ts';
import type { FirstRows, ToolName } from './exports/export.ts';

/** How a file of responses begins. */
export interface Opening {
  recognised: Recognised;
  /** Trimmed and in NFC; the header rows first. */
  rows: FirstRows;
  header: readonly CsvCell[];
  delimiter: string;
  /** Where the first response begins, in bytes, and its line. */
  start: number;
  line: number;
}

/** Header rows have an end within so many bytes. */
const FARTHEST = 1 << 22;

/**
 * What the first bytes of a file in UTF-8 say of it; `more` where they are too few. Undefined, and told, where the
 * header rows cannot be read: what they do not say cannot be known.
 */
export function openResponses(
  file: VFile,
  bytes: Uint8Array,
  isAll: boolean,
  format: ToolName | undefined,
): Opening | 'more' | undefined {
  if (!isAll && bytes.length < BEGIN_BYTES) return 'more';
  const begin = readBegin(bytes, isAll);
  if (!isAll && begin.rows.length < ENOUGH && bytes.length < FARTHEST) return 'more';
  const [first] = begin.rows;
  if (!first) return tellEmpty(file);
  if (!isReadable(file, first)) return undefined;
  const rows = begin.rows.map(({ cells }) => cells.map(({ value }) => value.trim().normalize('NFC')));
  const recognised = chooseTool(rows, format);
  const headerRows = begin.rows.slice(0, recognised.headerRows);
  for (const row of headerRows.slice(1)) {
    if (!isReadable(file, row)) return undefined;
    if (row.cells.length === first.cells.length) continue;
    tellRowLength(file, row.cells, first.cells, begin.delimiter, MOST_TOLD);
    return undefined;
  }
  const last = headerRows.at(-1) ?? first;
  return {
    recognised,
    rows,
    header: first.cells,
    delimiter: begin.delimiter,
    start: last.after,
    line: last.lineAfter,
  };
}

/** Rows that are enough to know the header rows, and one after them. */
const ENOUGH = 4;

function isReadable(file: VFile, { fault, damage, endless }: BeginRow): boolean {
  if (damage) {
    const isNul = damage.byte === '0x00';
    addProblem(file, {
      rule: 'not-utf-8',
      reason: isNul ? 'the headings contain NUL bytes' : `the byte ${damage.byte} is not UTF-8`,
      place: damage.place,
      found: damage.byte,
      advice: isNul ? 'if this is UTF-16 without its mark: --encoding utf-16le' : OTHER_ENCODING,
    });
  } else if (fault) tellQuoteFault(file, fault);
  else if (endless) {
    addProblem(file, {
      rule: 'endless-row',
      reason: 'the headings have no end within 1 MB',
      place: { line: 1, column: 1 },
    });
  }
  return !damage && !fault && !endless;
}

function tellEmpty(file: VFile): undefined {
  addProblem(file, {
    rule: 'empty-file',
    reason: 'the file is empty',
    place: { line: 1, column: 1 },
    advice: 'the first line names the columns',
  });
}
