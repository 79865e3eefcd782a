import type { VFile } from 'vfile';
import { findColumn, readCsv } from '../csv/read.ts';
import type { CsvTable } from '../csv/table.ts';
import type { CodedUnits } from './coded-units.ts';
import { foldSpellings } from './fold-spellings.ts';
import type { Marks } from './marks.ts';
import { tellMissingWord, tellNoColumn, tellSilentRaters } from './marks-problems.ts';
import { hasSeveral, splitCells, toCodedUnits, toRatings } from './marks-to-ratings.ts';
import type { Ratings } from './ratings.ts';
import { readLong } from './read-long.ts';
import { readWide } from './read-wide.ts';

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
  const marks = table && readMarks(file, foldSpellings(file, table));
  if (!marks) return undefined;
  tellSilentRaters(file, marks);
  tellMissingWord(file, marks);
  const coded = options.multi === undefined ? marks : splitCells(marks, options.multi);
  const isSet = options.multi !== undefined || (!options.single && hasSeveral(coded));
  const levels = options.levels?.map((level) => level.normalize('NFC'));
  return isSet ? toCodedUnits(file, coded, levels) : toRatings(file, coded, levels);
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
  return readWide(file, table, unit, document) ?? tellNoColumn(file, table, 'rater');
}
