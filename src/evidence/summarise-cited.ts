import type { CitedTable } from './read-cited.ts';
import { type BaseSize, type RecordBase, sizeOf, whyNot } from './record-base.ts';
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
  base: BaseSize;
  /** Citations of records that are not included, which count as nothing, in the order of the table. */
  notIncluded: { record: string; count: number; why: string }[];
  unknown: CitedTable['unknown'];
  ranges: CitedTable['ranges'];
  unbalanced: CitedTable['unbalanced'];
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
export function summariseCited(
  table: CitedTable,
  { ids: all, at }: RecordIndex,
  base: RecordBase | null = null,
): CitedSummary {
  const ids = base ? all.filter((id) => base.included.has(id)) : all;
  const distinct = (some: readonly string[]): string[] =>
    [...new Set(some)].sort((a, b) => (at.get(a) ?? 0) - (at.get(b) ?? 0));
  const citations = table.rows.flatMap(({ cited }) => cited.flat());
  const cited = new Set(citations);
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
    cited: distinct(citations),
    citations: citations.length,
    uncited: ids.filter((id) => !cited.has(id)),
    base: sizeOf(ids.length, base),
    notIncluded: base ? outside(table.notIncluded, base) : [],
    unknown: table.unknown,
    ranges: table.ranges,
    unbalanced: table.unbalanced,
  };
}

function outside(records: readonly string[], base: RecordBase): CitedSummary['notIncluded'] {
  const counts = new Map<string, number>();
  for (const record of records) counts.set(record, (counts.get(record) ?? 0) + 1);
  return [...counts].map(([record, count]) => ({ record, count, why: whyNot(base, record) }));
}
