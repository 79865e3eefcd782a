import type { VFile } from 'vfile';
import { addProblem } from '../problem/problem.ts';
import { checkHeader } from './columns.ts';
import { type Dialect, findDialect } from './delimiter.ts';
import { type ParsedRow, parseRows } from './parse-rows.ts';
import { tellQuoteFault, tellRowLength } from './row-problems.ts';
import { type RawRow, scan } from './scan.ts';
import type { CsvCell, CsvRow, CsvTable } from './table.ts';

export { findColumn, requireColumns } from './columns.ts';
export type { CsvCell, CsvTable } from './table.ts';

/**
 * Reads CSV with the place of every cell. The delimiter is found in the header (comma, semicolon or
 * tab, or what Excel's line `sep=;` says). Spaces around unquoted cells are taken away, in quotes they
 * stay. Rows whose every cell is blank are skipped.
 *
 * Rows with another number of cells than the header, or with a quote out of place, are told and left
 * out. An unclosed quote ends the table: whatever follows it may be one cell or a thousand rows.
 *
 * Undefined, and told, when there is no header to read; undefined without a word for a file that has
 * no content because reading it from the disk failed, which was told then.
 */
export function readCsv(file: VFile): CsvTable | undefined {
  if (file.value === undefined) return undefined;
  const text = String(file);
  const dialect = findDialect(text);
  let header: CsvCell[] | undefined;
  const rows: CsvRow[] = [];

  for (const { raw, cells } of parse(text, dialect)) {
    if (raw.fault) {
      tellQuoteFault(file, raw.fault);
      // What follows a header that cannot be read is no header.
      if (!header) return undefined;
      continue;
    }
    if (cells.every((cell) => cell.value.trim() === '')) continue;
    if (!header) header = cells;
    else if (cells.length === header.length) rows.push({ line: raw.line, cells });
    else tellRowLength(file, cells, header, dialect.delimiter);
  }
  if (!header) return tellEmpty(file);

  const table = { header, rows, delimiter: dialect.delimiter };
  checkHeader(file, table);
  return table;
}

/** The rows with their cells, in batches, so that a large file is not held twice. */
function* parse(text: string, dialect: Dialect): Generator<ParsedRow> {
  const { delimiter, start, line } = dialect;
  let batch: RawRow[] = [];
  for (const raw of scan(text, delimiter, start, line)) {
    batch.push(raw);
    if (batch.length < 1000) continue;
    yield* parseRows(text, delimiter, batch);
    batch = [];
  }
  yield* parseRows(text, delimiter, batch);
}

function tellEmpty(file: VFile): undefined {
  addProblem(file, {
    rule: 'empty-file',
    reason: 'the file is empty',
    place: { line: 1, column: 1 },
    advice: 'the first line names the columns',
  });
}
