import type { VFile } from 'vfile';
import { readCsv } from '../csv/read.ts';
import { addProblem, hasErrors, quote } from '../problem/problem.ts';
import { numberOf } from './ratings.ts';

/** How much categories agree, of one's own making. */
export interface OwnWeights {
  categories: string[];
  /** Row after row in the order of categories: rows are what the first rater said. */
  matrix: number[][];
}

/**
 * Reads a matrix of weights: a header of categories after a first cell that may say anything, then one row a category with its
 * name first. Weights are from 0 to 1, and 1 for the same category.
 *
 *     first \ second,low,middle,high
 *     low,1,0.5,0
 *     middle,0.5,1,0.5
 *     high,0,0.5,1
 *
 * Undefined, and told, where it is not that.
 */
export function readWeights(file: VFile): OwnWeights | undefined {
  const table = readCsv(file);
  if (!table) return undefined;
  const categories = table.header.slice(1).map(({ value }) => value.normalize('NFC'));
  const rows = new Map<string, number[]>();
  for (const { cells } of table.rows) {
    const [name, ...weights] = cells;
    if (!name) continue;
    const category = name.value.normalize('NFC');
    if (!categories.includes(category) || rows.has(category)) {
      addProblem(file, {
        rule: 'weights-row',
        reason: rows.has(category) ? 'a category has two rows' : 'a row is of a category that has no column',
        place: name.place,
        found: name.value,
        expected: categories,
      });
      continue;
    }
    rows.set(
      category,
      weights.map((cell, at) => {
        const weight = numberOf(cell.value);
        const isSame = categories[at] === category;
        if (weight !== null && weight >= 0 && weight <= 1 && (!isSame || weight === 1)) return weight;
        addProblem(file, {
          rule: 'weight',
          reason: isSame ? 'a category agrees with itself wholly' : 'a weight is a number from 0 to 1',
          place: cell.place,
          found: cell.value,
          expected: isSame ? ['1'] : ['a number from 0, no agreement, to 1'],
          ...(/^\d+,\d+$/.test(cell.value.trim()) && { advice: 'decimals are written with a point: 0.5' }),
        });
        return 0;
      }),
    );
  }
  const without = categories.filter((category) => !rows.has(category));
  if (without.length > 0) {
    addProblem(file, {
      rule: 'weights-row',
      reason: `there is no row for ${without.map(quote).join(', ')}`,
      place: table.header[0]?.place ?? { line: 1, column: 1 },
      advice: 'a matrix of weights has a row and a column for each category',
    });
  }
  if (hasErrors([file])) return undefined;
  return { categories, matrix: categories.map((category) => rows.get(category) ?? []) };
}
