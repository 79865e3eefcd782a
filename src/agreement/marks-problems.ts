import type { VFile } from 'vfile';
import type { CsvCell, CsvTable } from '../csv/table.ts';
import { addProblem, quote } from '../problem/problem.ts';
import type { Mark, Marks } from './marks.ts';

export function tellNoColumn(file: VFile, table: CsvTable, name: 'unit' | 'rater' | 'code'): undefined {
  addProblem(file, {
    rule: 'missing-column',
    reason: name === 'rater' ? 'there is no column of a rater' : `there is no column ${quote(name)}`,
    place: table.header[0]?.place ?? { line: 1, column: 1 },
    advice: 'a wide file has a column unit and one column a rater; a long file has unit, rater and code',
  });
  return undefined;
}

/** Spreadsheets and R leave names of raters behind whose cells are all empty. */
export function tellSilentRaters(file: VFile, { raters, marks }: Marks): void {
  const rated = new Set(marks.filter(({ code }) => code !== null).map(({ rater }) => rater));
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

export function tellMissingWord(file: VFile, { marks }: Marks): void {
  const first = marks.find(({ code }) => code === 'NA');
  if (!first) return;
  const times = marks.filter(({ code }) => code === 'NA').length;
  addProblem(file, {
    rule: 'missing-or-code',
    reason: `"NA" is read as a code, ${times === 1 ? 'once' : `${times} times`}`,
    place: first.cell.place,
    found: 'NA',
    advice: 'a missing rating is an empty cell; R writes one with write.csv(…, na = "")',
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
  marks: readonly Mark[],
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
