import type { VFile } from 'vfile';
import type { CsvCell, CsvTable } from '../csv/table.ts';
import { addProblem, quote } from '../problem/problem.ts';
import { ClusterReader, type Mark, type Marks, Names, present } from './marks.ts';

/** The form with one row a unit and one column a rater; undefined where no column is a rater's. */
export function readWide(
  file: VFile,
  table: CsvTable,
  unitColumn: number,
  document: number,
): Marks | undefined {
  const raters = table.header
    .map((cell, column) => ({ name: cell.value, cell, column }))
    .filter(({ column, name }) => column !== unitColumn && column !== document && name.trim() !== '');
  if (raters.length === 0) return undefined;
  const units = new Names();
  const lines = new Map<number, CsvCell>();
  const clusters = new ClusterReader(file);
  const marks: Mark[] = [];
  for (const row of table.rows) {
    const unit = row.cells[unitColumn];
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
    clusters.put(index, row.cells[document]);
    for (const [rater, { column }] of raters.entries()) {
      const cell = row.cells[column];
      if (cell) marks.push({ unit: index, rater, code: cell.value === '' ? null : cell.value, cell });
    }
  }
  return { units: units.all, raters, marks, ...clusters.result(units.all.length) };
}
