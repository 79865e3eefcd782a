import type { VFile } from 'vfile';
import { type CsvTable, findColumn } from '../csv/read.ts';
import { addProblem, quote } from '../problem/problem.ts';
import { type Compared, meaningOf, type SymbolScale, symbolsOf } from './symbols.ts';

/** A comparison matrix: what is compared down, aspects across, a symbol in each cell. */
export interface ComparisonMatrix {
  scale: SymbolScale;
  aspects: { name: string; label: string }[];
  rows: { row: string; cells: Compared[] }[];
  /** Cells with a symbol that is not declared; they count as nothing. */
  unknown: number;
}

/** Reads a comparison matrix; columns are taken to exist. A symbol that is not declared is told at its place. */
export function readCompared(
  file: VFile,
  table: CsvTable,
  { row: key, columns }: { row: string; columns: readonly string[] },
  scale: SymbolScale,
): ComparisonMatrix {
  const places = columns.map((name) => findColumn(table, name));
  let unknown = 0;
  const rows = table.rows.map(({ cells }) => ({
    row: cells[findColumn(table, key)]?.value ?? '',
    cells: places.map((at): Compared => {
      const cell = cells[at];
      const meaning = meaningOf(cell?.value ?? '', scale);
      if (meaning) return meaning;
      unknown += 1;
      addProblem(file, {
        rule: 'unknown-symbol',
        reason: `${quote(cell?.value ?? '')} is not a declared symbol`,
        place: cell?.place,
        found: cell?.value,
        expected: symbolsOf(scale),
        suggest: false,
      });
      return { kind: 'blank' };
    }),
  }));
  return { scale, aspects: columns.map((name) => ({ name, label: name })), rows, unknown };
}
