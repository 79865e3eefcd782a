import type { VFile } from 'vfile';
import type { CsvCell, CsvTable } from '../csv/table.ts';
import { addProblem, quote } from '../problem/problem.ts';
import { ClusterReader, type Mark, type Marks, Names, present } from './marks.ts';
import type { WideColumns } from './ratings-columns.ts';

/** The form with one row a unit and one column a rater. */
export function readWide(file: VFile, table: CsvTable, columns: WideColumns): Marks {
  const { raters } = columns;
  const units = new Names();
  const lines = new Map<number, CsvCell>();
  const clusters = new ClusterReader(file, columns.cluster);
  const marks: Mark[] = [];
  for (const row of table.rows) {
    const unit = row.cells[columns.unit];
    if (!unit || !present(file, unit, 'unit')) continue;
    const index = units.of(unit.value);
    const before = lines.get(index);
    if (before) {
      addProblem(file, {
        rule: 'duplicate-unit',
        reason: `unit ${quote(unit.value)} stands at ${before.place.line}:${before.place.column} already`,
        place: unit.place,
        found: unit.value,
        advice: 'a wide file has one row a unit; this row is left out',
      });
      continue;
    }
    lines.set(index, unit);
    clusters.put(index, row.cells[columns.document]);
    for (const [rater, { column }] of raters.entries()) {
      const cell = row.cells[column];
      if (cell) marks.push({ unit: index, rater, code: cell.value === '' ? null : cell.value, cell });
    }
  }
  return { units: units.all, raters, marks, ...clusters.result(units.all.length) };
}
