import type { VFile } from 'vfile';
import type { CsvCell } from '../csv/table.ts';
import { addProblem, quote } from '../problem/problem.ts';
import type { Clusters } from './ratings.ts';
import type { ClusterName } from './ratings-columns.ts';

/** One code that a rater gave a unit; `code` is null where the cell is empty. */
export interface Mark {
  unit: number;
  rater: number;
  code: string | null;
  cell: CsvCell;
}

export interface Marks {
  units: string[];
  raters: { name: string; cell: CsvCell }[];
  marks: Mark[];
  clusters?: Clusters;
}

/** Numbers names in order of appearance. */
export class Names {
  readonly all: string[] = [];
  readonly #index = new Map<string, number>();
  of(name: string): number {
    const known = this.#index.get(name);
    if (known !== undefined) return known;
    this.#index.set(name, this.all.length);
    return this.all.push(name) - 1;
  }
}

/** Which document each unit stands in, or which participant it is of; a unit has one. */
export class ClusterReader {
  readonly #file: VFile;
  readonly #names = new Names();
  readonly #of: (number | undefined)[] = [];
  readonly #noun: ClusterName;
  constructor(file: VFile, noun: ClusterName) {
    this.#file = file;
    this.#noun = noun;
  }
  put(unit: number, cell: CsvCell | undefined): void {
    if (!cell || !present(this.#file, cell, this.#noun)) return;
    const cluster = this.#names.of(cell.value);
    const before = this.#of[unit];
    this.#of[unit] = before ?? cluster;
    if (before === undefined || before === cluster) return;
    addProblem(this.#file, {
      rule: `unit-in-two-${this.#noun}s`,
      reason: `the unit stands in ${this.#noun} ${quote(this.#names.all[before] ?? '')} already`,
      place: cell.place,
      found: cell.value,
      advice: `where units are numbered anew in each ${this.#noun}, name them P1-1, P2-1 and so on`,
    });
  }
  /** None unless every unit has a document. */
  result(units: number): { clusters?: Clusters } {
    return clustersOf(
      this.#names.all,
      Int32Array.from({ length: units }, (_, unit) => this.#of[unit] ?? -1),
      this.#noun,
    );
  }
}

/** The documents that units stand in, by number, as clusters; none unless every unit has one. */
export function clustersOf(
  names: readonly string[],
  of: Int32Array,
  noun: ClusterName,
): { clusters?: Clusters } {
  if (names.length === 0 || of.includes(-1)) return {};
  // By name, so that the order of rows does not decide which documents a resample draws.
  const sorted = names.toSorted((a, b) => (a < b ? -1 : 1));
  const place = new Map(sorted.map((name, index) => [name, index]));
  const ranks = names.map((name) => place.get(name) ?? 0);
  return { clusters: { name: noun, count: names.length, of: of.map((number) => ranks[number] ?? 0) } };
}

/** False, and told, for an empty cell. */
export function present(file: VFile, cell: CsvCell, what: string): boolean {
  if (cell.value !== '') return true;
  const isCluster = what === 'document' || what === 'participant';
  addProblem(file, {
    rule: `missing-${what}`,
    reason: `the ${what} is missing`,
    place: cell.place,
    advice: isCluster ? `units are resampled one by one unless each has a ${what}` : 'this row is left out',
    warning: isCluster,
  });
  return false;
}
