import type { VFile } from 'vfile';
import type { CsvCell, CsvTable } from '../csv/table.ts';
import { ClusterReader, type Mark, type Marks, Names, present } from './marks.ts';
import type { LongColumns } from './ratings-columns.ts';

/** The form with one row a rating. */
export function readLong(file: VFile, table: CsvTable, columns: LongColumns): Marks {
  const units = new Names();
  const raters = new Map<string, { name: string; cell: CsvCell; index: number }>();
  const clusters = new ClusterReader(file, columns.cluster);
  const marks: Mark[] = [];
  for (const row of table.rows) {
    const unit = row.cells[columns.unit];
    const rater = row.cells[columns.rater];
    const code = row.cells[columns.code];
    if (!unit || !rater || !code) continue;
    if (!present(file, unit, 'unit') || !present(file, rater, 'rater')) continue;
    const known = raters.get(rater.value) ?? { name: rater.value, cell: rater, index: raters.size };
    raters.set(rater.value, known);
    const index = units.of(unit.value);
    clusters.put(index, row.cells[columns.document]);
    marks.push({ unit: index, rater: known.index, code: code.value === '' ? null : code.value, cell: code });
  }
  return { units: units.all, raters: [...raters.values()], marks, ...clusters.result(units.all.length) };
}
