import type { VFile } from 'vfile';
import type { CsvCell } from '../csv/table.ts';
import { addProblem, quote } from '../problem/problem.ts';
import type { Mark, Marks } from './marks.ts';

/** Spreadsheets and R leave names of raters behind whose cells are all empty. */
export function tellSilentRaters(file: VFile, raters: Marks['raters'], rated: ReadonlySet<number>): void {
  for (const [index, { name, cell }] of raters.entries()) {
    if (rated.has(index)) continue;
    addProblem(file, {
      rule: 'rater-without-ratings',
      reason: `rater ${quote(name)} has no rating`,
      place: cell.place,
      found: name,
      warning: true,
    });
  }
}

/** @param first the first cell that says `NA`, if one does. */
export function tellMissingWord(file: VFile, first: CsvCell | undefined, times: number): void {
  if (!first) return;
  addProblem(file, {
    rule: 'missing-or-code',
    reason: `"NA" is read as a code, ${times === 1 ? 'once' : `${times} times`}`,
    place: first.place,
    found: 'NA',
    advice: 'a missing rating is an empty cell; say --na NA where it is one',
    warning: true,
  });
}

export function tellSecondCode(
  file: VFile,
  mark: Mark,
  before: CsvCell,
  units: Marks['units'],
  raters: Marks['raters'],
): void {
  addProblem(file, {
    rule: 'second-code',
    reason: `rater ${quote(raters[mark.rater]?.name ?? '')} gave unit ${quote(units[mark.unit] ?? '')} the code ${quote(before.value)} at ${before.place.line}:${before.place.column} and here ${quote(mark.cell.value)}`,
    place: mark.cell.place,
    found: mark.cell.value,
    advice: 'one code a unit and rater was asked for; this row is left out',
  });
}

/** Each label once, where it is met first. */
export function tellUnknownLevels(
  file: VFile,
  marks: readonly Pick<Mark, 'code' | 'cell'>[],
  levels: readonly string[] | undefined,
): void {
  if (!levels) return;
  const told = new Set(levels);
  for (const { code, cell } of marks) {
    if (code === null || told.has(code)) continue;
    told.add(code);
    addProblem(file, {
      rule: 'undeclared-level',
      reason: `${quote(code)} is not among the levels`,
      place: cell.place,
      found: code,
      expected: levels,
      advice: 'it comes after the declared ones',
      warning: true,
    });
  }
}
