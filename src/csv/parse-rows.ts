import papaparse from 'papaparse';
import type { RawRow } from './scan.ts';
import type { CsvCell } from './table.ts';

export interface ParsedRow {
  raw: RawRow;
  /** None where a quote is out of place. */
  cells: CsvCell[];
}

/** What the cells of scanned rows say, by papaparse; those with a fault are passed on without cells. */
export function* parseRows(text: string, delimiter: string, batch: readonly RawRow[]): Generator<ParsedRow> {
  // One kind of line end is all that papaparse knows in a file; files edited on two systems have two.
  const lines = batch.filter((raw) => !raw.fault).map((raw) => `${text.slice(raw.start, raw.end)}\n`);
  const { data } = papaparse.parse<string[]>(lines.join(''), { delimiter, newline: '\n' });
  let next = 0;
  for (const raw of batch) yield { raw, cells: raw.fault ? [] : toCells(raw, data[next++] ?? []) };
}

function toCells(raw: RawRow, values: readonly string[]): CsvCell[] {
  if (values.length !== raw.cells.length) {
    // Two readings of the same text that disagree: better no table than a shifted one.
    throw new Error(
      `the row at line ${raw.line} was cut into ${raw.cells.length} and ${values.length} cells`,
    );
  }
  return raw.cells.map(({ place, quoted }, index) => {
    const value = values[index] ?? '';
    return { value: quoted ? value : value.trim(), place };
  });
}
