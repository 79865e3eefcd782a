import type { VFile } from 'vfile';
import type { CsvCell } from '../csv/table.ts';
import { addProblem } from '../problem/problem.ts';
import type { CodedUnits } from './coded-units.ts';
import type { Mark, Marks } from './marks.ts';
import { tellSecondCode, tellUnknownLevels } from './marks-problems.ts';
import { encodeRatings, type Ratings } from './ratings.ts';

export function splitCells(marks: Marks, separator: string): Marks {
  const parts = (mark: Mark): Mark[] => {
    if (mark.code === null) return [mark];
    const codes = mark.code.split(separator).map((code) => code.trim());
    return codes.filter((code) => code !== '').map((code) => ({ ...mark, code }));
  };
  return { ...marks, marks: marks.marks.flatMap(parts) };
}

/** One key for a unit and a rater. */
const keyOf = ({ unit, rater }: Mark, raters: number): number => unit * raters + rater;

/** True where a rater gave a unit two different codes. */
export function hasSeveral({ marks, raters }: Marks): boolean {
  const seen = new Map<number, string>();
  for (const mark of marks) {
    if (mark.code === null) continue;
    const key = keyOf(mark, raters.length);
    const before = seen.get(key);
    if (before !== undefined && before !== mark.code) return true;
    seen.set(key, mark.code);
  }
  return false;
}

/** One code a unit and rater; a second, different one is told and left out. */
export function toRatings(
  file: VFile,
  { units, raters, marks, clusters }: Marks,
  levels: readonly string[] | undefined,
): Ratings {
  const labels = raters.map(() => Array<string | null>(units.length).fill(null));
  const first = new Map<number, CsvCell>();
  for (const mark of marks) {
    if (mark.code === null) continue;
    const key = keyOf(mark, raters.length);
    const before = first.get(key);
    const column = labels[mark.rater];
    if (!before && column) {
      first.set(key, mark.cell);
      column[mark.unit] = mark.code;
    } else if (before && column?.[mark.unit] !== mark.code) {
      tellSecondCode(file, mark, before, units, raters);
    }
  }
  tellUnknownLevels(file, marks, levels);
  const ratings = encodeRatings(
    raters.map(({ name }) => name),
    labels,
    levels,
  );
  return { ...ratings, names: units, ...(clusters && { clusters }) };
}

/** Code by code, present or absent. */
export function toCodedUnits(file: VFile, marked: Marks, levels: readonly string[] | undefined): CodedUnits {
  const { units, raters, marks, clusters } = marked;
  const used = encodeRatings([''], [marks.map(({ code }) => code)], levels).categories;
  const index = new Map(used.map((code, place) => [code, place]));
  const cells = used.map(() => raters.map(() => new Int8Array(units.length).fill(-1)));
  // A rater who gave the unit any code has rated it on every code.
  for (const { unit, rater, code } of marks) {
    if (code === null) continue;
    for (const columns of cells) {
      const column = columns[rater];
      if (column && column[unit] === -1) column[unit] = 0;
    }
  }
  for (const { unit, rater, code } of marks) {
    const column = code === null ? undefined : cells[index.get(code) ?? -1]?.[rater];
    if (column) column[unit] = 1;
  }
  addProblem(file, {
    rule: 'several-codes',
    reason:
      'raters gave some units several codes, which are taken one by one, present or absent, unless sets are compared',
    place: marks[0]?.cell.place,
    advice:
      'a unit on which a rater put no code at all counts as not rated by that rater, not as without codes',
    warning: true,
  });
  return {
    units: units.length,
    raters: raters.map(({ name }) => name),
    codes: used,
    cells,
    names: units,
    ...(clusters && { clusters }),
  };
}
