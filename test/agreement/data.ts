import { readFileSync } from 'node:fs';
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

type Rank = 'identity' | 'linear' | 'quadratic';

interface Python {
  twoRaters: ({
    name: string;
    table: number[][];
    nltk?: { kappa: number; pi: number; alpha: number; percent: number };
  } & Record<
    Rank,
    { statsmodels: { value: number; se: number; seNull: number }; sklearn?: { value: number } }
  >)[];
  manyRaters: {
    name: string;
    rows: (number | null)[][];
    nltk: { alpha: number };
    statsmodels?: { listwiseFleiss: number };
  }[];
}

interface R {
  twoRaters: {
    name: string;
    vcd: Record<Rank, { value: number; se: number }>;
    psych: { identity: number; quadratic: number };
  }[];
  normalQuantiles: { p: number; z: number }[];
}

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8'));

/** What statsmodels, scikit-learn and nltk say; written by scripts/fixtures/agreement.py. */
export const python = read<Python>('agreement.json');

/** What vcd, psych and R say; written by scripts/fixtures/agreement.R. */
export const r = read<R>('agreement-r.json');

/** A number, or not a number, which is near nothing. */
export const value = (result: { value: number | null }): number => result.value ?? Number.NaN;
