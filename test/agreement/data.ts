import type { Counts } from '../../src/agreement/counts.ts';
import { encodeRatings, type Ratings } from '../../src/agreement/ratings.ts';

/** Two raters with the contingency table given; categories 1, 2, 3, … unless named. */
export function ofTable(table: readonly (readonly number[])[], categories?: readonly string[]): Counts {
  const patterns: number[] = [];
  const times: number[] = [];
  for (const [a, row] of table.entries()) {
    for (const [b, often] of row.entries()) {
      if (often === 0) continue;
      patterns.push(a, b);
      times.push(often);
    }
  }
  return {
    raters: ['ana', 'ben'],
    categories: categories ?? table.map((_, index) => String(index + 1)),
    units: times.reduce((sum, often) => sum + often, 0),
    unit: 'unit',
    order: 'declared',
    patterns: Int32Array.from(patterns),
    times: Float64Array.from(times),
  };
}

/** One row a unit, one column a rater; null is not rated. */
export function ofRows(rows: readonly (readonly (string | number | null)[])[], declared?: string[]): Ratings {
  const raters = rows[0]?.map((_, index) => `r${index + 1}`) ?? ['r1', 'r2'];
  const columns = raters.map((_, rater) =>
    rows.map((row) => (row[rater] === null || row[rater] === undefined ? null : String(row[rater]))),
  );
  return encodeRatings(raters, columns, declared);
}

/** Rows written as words, `.` for not rated: one word a rater. */
export function ofWords(...raters: readonly string[]): Ratings {
  return encodeRatings(
    raters.map((_, index) => `r${index + 1}`),
    raters.map((word) => [...word.replaceAll(' ', '')].map((label) => (label === '.' ? null : label))),
  );
}

/** A number, or not a number, which is near nothing. */
export const value = (result: { value: number | null }): number => result.value ?? Number.NaN;
