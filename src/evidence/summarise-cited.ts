import type { CitedTable } from './read-cited.ts';
import type { RecordIndex } from './record-index.ts';

/** Which records a table cites, and which it never does. */
export interface CitedSummary {
  rows: CitedCount[];
  columns: CitedColumn[];
  /** Different records cited anywhere, in the order of the records; `citations` counts each time. */
  cited: string[];
  citations: number;
  /** Records that are cited nowhere. */
  uncited: string[];
  records: number;
  unknown: CitedTable['unknown'];
}

export interface CitedCount {
  row: string;
  /** Different records, in the order of the records. */
  cited: string[];
  citations: number;
  /** Different records in each column. */
  columns: string[][];
}

export interface CitedColumn {
  name: string;
  label: string;
  cited: string[];
  citations: number;
}

/** Different records that a table cites, per row, per column and over all. */
export function summariseCited(table: CitedTable, { ids, at }: RecordIndex): CitedSummary {
  const distinct = (some: readonly string[]): string[] =>
    [...new Set(some)].sort((a, b) => (at.get(a) ?? 0) - (at.get(b) ?? 0));
  const all = table.rows.flatMap(({ cited }) => cited.flat());
  const cited = new Set(all);
  return {
    rows: table.rows.map((row) => ({
      row: row.row,
      cited: distinct(row.cited.flat()),
      citations: row.cited.flat().length,
      columns: row.cited.map(distinct),
    })),
    columns: table.columns.map((column, index) => {
      const own = table.rows.flatMap((row) => row.cited[index] ?? []);
      return { ...column, cited: distinct(own), citations: own.length };
    }),
    cited: distinct(all),
    citations: all.length,
    uncited: ids.filter((id) => !cited.has(id)),
    records: ids.length,
    unknown: table.unknown,
  };
}
