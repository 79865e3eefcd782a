import type { VFile } from 'vfile';
import { type CsvTable, findColumn, readCsv } from '../csv/read.ts';
import type { CsvCell } from '../csv/table.ts';
import { addProblem, quote } from '../problem/problem.ts';
import type { CodedUnits } from './coded-units.ts';
import { type Clusters, encodeRatings, type Ratings } from './ratings.ts';

export interface ReadOptions {
  /** The categories and their order, where the data do not show them all. */
  levels?: readonly string[] | undefined;
  /** What parts the codes in a cell that may hold several, such as `;`. */
  multi?: string | undefined;
  /** Whether a unit may have one code a rater only: a second, different one is then a problem. */
  single?: boolean | undefined;
}

/**
 * Reads a ratings file from anywhere. Long: columns `unit`, `rater` and `code`, one row a rating. Wide:
 * a column `unit`, and one column a rater. An optional column `document` says what units stand in
 * together. An empty cell is a missing rating.
 *
 *     unit,rater,code        unit,ana,ben
 *     1,ana,cost             1,cost,cost
 *     1,ben,time             2,time,
 *
 * Where a rater put several codes on a unit the result is `CodedUnits`, code by code present or absent,
 * and a warning says so. There, a unit that a rater has no row for was not rated.
 *
 * Undefined, and told, if the file cannot be read as either form.
 */
export function readRatings(file: VFile, options: ReadOptions = {}): Ratings | CodedUnits | undefined {
  const table = readCsv(file);
  if (!table) return undefined;
  const marks = readMarks(file, table);
  if (!marks) return undefined;
  tellSilentRaters(file, marks);
  tellMissingWord(file, marks);
  const coded = options.multi === undefined ? marks : splitCells(marks, options.multi);
  const isSet = options.multi !== undefined || (!options.single && hasSeveral(coded));
  return isSet ? toCodedUnits(file, coded, options) : toRatings(file, coded, options);
}

/** One code that a rater gave a unit; `code` is null where the cell is empty. */
interface Mark {
  unit: number;
  rater: number;
  code: string | null;
  cell: CsvCell;
}

interface Marks {
  units: string[];
  raters: { name: string; cell: CsvCell }[];
  marks: Mark[];
  clusters?: Clusters;
}

function readMarks(file: VFile, table: CsvTable): Marks | undefined {
  const unit = findColumn(table, 'unit');
  const rater = findColumn(table, 'rater');
  const code = findColumn(table, 'code');
  const document = findColumn(table, 'document');
  if (unit === -1) return tellNoColumn(file, table, 'unit');
  if (rater !== -1 && code !== -1) return readLong(file, table, { unit, rater, code, document });
  // A header of these three but one is a long file with a slip, not a rater named "code".
  if (rater !== -1) return tellNoColumn(file, table, 'code');
  if (code !== -1 && table.header.length <= 3) return tellNoColumn(file, table, 'rater');
  return readWide(file, table, unit, document);
}

interface Columns {
  unit: number;
  rater: number;
  code: number;
  document: number;
}

function readLong(file: VFile, table: CsvTable, columns: Columns): Marks {
  const known = new Set(Object.values(columns));
  for (const [index, cell] of table.header.entries()) {
    if (known.has(index) || cell.value.trim() === '') continue;
    addProblem(file, {
      rule: 'ignored-column',
      reason: `column ${quote(cell.value)} is not read`,
      place: cell.place,
      advice: 'a long file has unit, rater, code and, where units stand in documents, document',
      warning: true,
    });
  }
  const units = new Names();
  const raters = new Map<string, { name: string; cell: CsvCell; index: number }>();
  const clusters = new ClusterReader(file);
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

function readWide(file: VFile, table: CsvTable, unitColumn: number, document: number): Marks | undefined {
  const raters = table.header
    .map((cell, column) => ({ name: cell.value, cell, column }))
    .filter(({ column, name }) => column !== unitColumn && column !== document && name.trim() !== '');
  if (raters.length === 0) return tellNoColumn(file, table, 'rater');
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

/** Numbers names in order of appearance. */
class Names {
  readonly all: string[] = [];
  readonly #index = new Map<string, number>();
  of(name: string): number {
    const known = this.#index.get(name);
    if (known !== undefined) return known;
    this.#index.set(name, this.all.length);
    return this.all.push(name) - 1;
  }
}

/** Which document each unit stands in; a unit stands in one. */
class ClusterReader {
  readonly #file: VFile;
  readonly #names = new Names();
  readonly #of: (number | undefined)[] = [];
  constructor(file: VFile) {
    this.#file = file;
  }
  put(unit: number, cell: CsvCell | undefined): void {
    if (!cell || !present(this.#file, cell, 'document')) return;
    const cluster = this.#names.of(cell.value);
    const before = this.#of[unit];
    this.#of[unit] = before ?? cluster;
    if (before === undefined || before === cluster) return;
    addProblem(this.#file, {
      rule: 'unit-in-two-documents',
      reason: `the unit stands in document ${quote(this.#names.all[before] ?? '')} already`,
      place: cell.place,
      found: cell.value,
      advice: 'where units are numbered anew in each document, name them P1-1, P2-1 and so on',
    });
  }
  /** None unless every unit has a document. */
  result(units: number): { clusters?: Clusters } {
    const of = Array.from({ length: units }, (_, unit) => this.#of[unit] ?? -1);
    if (this.#names.all.length === 0 || of.includes(-1)) return {};
    return { clusters: { name: 'document', count: this.#names.all.length, of: Int32Array.from(of) } };
  }
}

function present(file: VFile, cell: CsvCell, what: string): boolean {
  if (cell.value !== '') return true;
  addProblem(file, {
    rule: `missing-${what}`,
    reason: `the ${what} is missing`,
    place: cell.place,
    advice:
      what === 'document' ? 'units without a document are resampled one by one' : 'this row is left out',
    warning: what === 'document',
  });
  return false;
}

function tellNoColumn(file: VFile, table: CsvTable, name: 'unit' | 'rater' | 'code'): undefined {
  addProblem(file, {
    rule: 'missing-column',
    reason: name === 'rater' ? 'there is no column of a rater' : `there is no column ${quote(name)}`,
    place: table.header[0]?.place ?? { line: 1, column: 1 },
    advice: 'a wide file has a column unit and one column a rater; a long file has unit, rater and code',
  });
  return undefined;
}

/** Spreadsheets and R leave names of raters behind whose cells are all empty. */
function tellSilentRaters(file: VFile, { raters, marks }: Marks): void {
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

function tellMissingWord(file: VFile, { marks }: Marks): void {
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

function splitCells(marks: Marks, separator: string): Marks {
  const parts = (mark: Mark): Mark[] => {
    if (mark.code === null) return [mark];
    const codes = mark.code.split(separator).map((code) => code.trim());
    return codes.filter((code) => code !== '').map((code) => ({ ...mark, code }));
  };
  return { ...marks, marks: marks.marks.flatMap(parts) };
}

/** One key for a unit and a rater. */
const keyOf = ({ unit, rater }: Mark, raters: number): number => unit * raters + rater;

function hasSeveral({ marks, raters }: Marks): boolean {
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

function toRatings(file: VFile, { units, raters, marks, clusters }: Marks, options: ReadOptions): Ratings {
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
  tellUnknownLevels(file, marks, options.levels);
  const ratings = encodeRatings(
    raters.map(({ name }) => name),
    labels,
    options.levels,
  );
  return { ...ratings, names: units, ...(clusters && { clusters }) };
}

function tellSecondCode(
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
function tellUnknownLevels(file: VFile, marks: readonly Mark[], levels: readonly string[] | undefined): void {
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

function toCodedUnits(file: VFile, marked: Marks, options: ReadOptions): CodedUnits {
  const { units, raters, marks, clusters } = marked;
  const used = encodeRatings([''], [marks.map(({ code }) => code)], options.levels).categories;
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
    reason: 'raters gave some units several codes, so that agreement is told code by code, present or absent',
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
