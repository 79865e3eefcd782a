import type { VFile } from 'vfile';
import { addProblem } from '../problem/problem.ts';
import { checkHeader, unnamedColumns } from './columns.ts';
import { type Dialect, findDialect } from './delimiter.ts';
import { type ParsedRow, parseRows } from './parse-rows.ts';
import { tellQuoteFault, tellRowLength } from './row-problems.ts';
import { type RawRow, scan } from './scan.ts';
import type { CsvCell, CsvRow, CsvTable } from './table.ts';

export { findColumn, requireColumns } from './columns.ts';
export type { CsvCell, CsvTable } from './table.ts';

/** A CSV file whose rows are read as they are asked for. */
export interface CsvRows extends Omit<CsvTable, 'rows'> {
  /** Can be gone through once; what is wrong with the rows and the header is told on the way. */
  rows: Iterable<CsvRow>;
}

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
  const table = readCsvRows(file);
  return table && { ...table, rows: [...table.rows] };
}

/** As `readCsv`, row by row: of a large table no more than a part is held with its cells and places. */
export function readCsvRows(file: VFile): CsvRows | undefined {
  if (file.value === undefined) return undefined;
  const text = String(file);
  const dialect = findDialect(text);
  const { delimiter } = dialect;
  const parsed = parse(text, dialect);
  for (let next = parsed.next(); !next.done; next = parsed.next()) {
    const { raw, cells } = next.value;
    if (raw.fault) {
      tellQuoteFault(file, raw.fault);
      // What follows a header that cannot be read is no header.
      return undefined;
    }
    if (!isBlank(cells)) return { header: cells, rows: rowsBelow(file, cells, delimiter, parsed), delimiter };
  }
  return tellEmpty(file);
}

function* rowsBelow(
  file: VFile,
  header: CsvCell[],
  delimiter: string,
  parsed: Iterable<ParsedRow>,
): Generator<CsvRow> {
  const unnamed = unnamedColumns(header);
  for (const { raw, cells } of parsed) {
    if (raw.fault) tellQuoteFault(file, raw.fault);
    else if (isBlank(cells)) continue;
    else if (cells.length !== header.length) tellRowLength(file, cells, header, delimiter);
    else {
      for (const [index, datum] of unnamed)
        if (!datum && cells[index]?.value.trim()) unnamed.set(index, cells[index]);
      yield { line: raw.line, cells };
    }
  }
  checkHeader(file, header, unnamed);
}

const isBlank = (cells: readonly CsvCell[]): boolean => cells.every(({ value }) => value.trim() === '');

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
