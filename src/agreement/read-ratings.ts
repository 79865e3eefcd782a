import type { VFile } from 'vfile';
import { readCsv } from '../csv/read.ts';
import type { CsvTable } from '../csv/table.ts';
import type { CodedUnits } from './coded-units.ts';
import { foldSpellings } from './fold-spellings.ts';
import type { Marks } from './marks.ts';
import { tellMissingWord, tellSilentRaters } from './marks-problems.ts';
import { hasSeveral, splitCells, toCodedUnits, toRatings } from './marks-to-ratings.ts';
import type { Ratings } from './ratings.ts';
import { findRatingsColumns } from './ratings-columns.ts';
import { readLong } from './read-long.ts';
import { readWide } from './read-wide.ts';

export interface ReadOptions {
  /** The categories and their order, where the data do not show them all. */
  levels?: readonly string[] | undefined;
  /** What parts the codes in a cell that may hold several, such as `;`. */
  multi?: string | undefined;
  /** Whether a unit may have one code a rater only: a second, different one is then a problem. */
  single?: boolean | undefined;
  /** What stands for a missing rating, beside an empty cell. */
  na?: readonly string[] | undefined;
  /** Whether units keep their names, which of millions take more room than all else; true unless said. */
  names?: boolean | undefined;
}

/**
 * Reads a ratings file from anywhere. Long: columns `unit`, `rater` and `code`, one row a rating. Wide:
 * a column `unit`, and one column a rater. An optional column `document` says what units stand in
 * together. An empty cell is a missing rating. How an accent is stored makes no difference.
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
  const found = table && readMarks(file, foldSpellings(file, table));
  if (!found) return undefined;
  const marks = withoutWords(found, missingWords(options));
  const rated = marks.marks.filter(({ code }) => code !== null);
  tellSilentRaters(file, marks.raters, new Set(rated.map(({ rater }) => rater)));
  const missing = rated.filter(({ code }) => code === 'NA');
  tellMissingWord(file, missing[0]?.cell, missing.length);
  const coded = options.multi === undefined ? marks : splitCells(marks, options.multi);
  const isSet = options.multi !== undefined || (!options.single && hasSeveral(coded));
  const levels = distinctLevels(options);
  const read = isSet ? toCodedUnits(file, coded, levels) : toRatings(file, coded, levels);
  if (options.names !== false) return read;
  const { names: _, ...rest } = read;
  return rest;
}

/** The words for a missing rating as cells are read. */
export const missingWords = ({ na = [] }: ReadOptions): ReadonlySet<string> =>
  new Set(na.map((word) => word.normalize('NFC')));

function withoutWords(marks: Marks, words: ReadonlySet<string>): Marks {
  if (words.size === 0) return marks;
  const isMissing = (code: string | null): boolean => code !== null && words.has(code);
  return {
    ...marks,
    marks: marks.marks.map((mark) => (isMissing(mark.code) ? { ...mark, code: null } : mark)),
  };
}

/** The levels as cells are read: each once, in one form of Unicode. */
export const distinctLevels = ({ levels }: ReadOptions): string[] | undefined =>
  levels && [...new Set(levels.map((level) => level.normalize('NFC')))];

function readMarks(file: VFile, table: CsvTable): Marks | undefined {
  const columns = findRatingsColumns(file, table);
  if (!columns) return undefined;
  return columns.form === 'long' ? readLong(file, table, columns) : readWide(file, table, columns);
}
