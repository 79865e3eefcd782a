import { chiSquareProbability } from './chi-square-distribution.ts';
import type { NoResult } from './no-result.ts';

/** Pearson's chi-square test of a table of counts. */
export interface ChiSquareTest {
  n: number;
  /** Rows and columns that have counts; the others do not enter. */
  rows: number;
  columns: number;
  statistic: number;
  df: number;
  p: number;
  /** As many as the table has, 0 in rows and columns without counts. */
  expected: number[][];
  /** Of the rows × columns cells, those expected to hold fewer than 5: with many of them the test is not to be trusted. */
  fewExpected: number;
}

/**
 * Pearson's chi-square test of whether rows and columns of a table of counts are independent: Σ (x − e)² / e with e = row total ×
 * column total / n, by chi-square with (rows − 1) (columns − 1) degrees of freedom. Equals R's `chisq.test(table,
 * correct = FALSE)`; with `continuity`, of a table of two by two, Yates' correction as in R, which brings each cell at most ½
 * nearer to what is expected.
 *
 * Source: Pearson (1900), On the criterion …, Philosophical Magazine 50(302), 157–175; Yates (1934), Supplement to the Journal of
 * the Royal Statistical Society 1(2), 217–235.
 */
export function chiSquareTest(
  table: readonly (readonly number[])[],
  { continuity = false }: { continuity?: boolean } = {},
): ChiSquareTest | NoResult {
  const ofRows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const ofColumns = Array.from(table[0] ?? [], (_, at) =>
    table.reduce((sum, row) => sum + (row[at] as number), 0),
  );
  const [rows, columns] = [ofRows.filter(Boolean).length, ofColumns.filter(Boolean).length];
  if (rows < 2 || columns < 2) return { reason: 'fewer than two rows or columns have counts' };
  const n = ofRows.reduce((sum, count) => sum + count, 0);
  const expected = ofRows.map((row) => ofColumns.map((column) => (row / n) * column));
  const cells = table.flatMap((row, i) =>
    row
      .map((count, j) => ({ count, expects: expected[i]?.[j] as number }))
      .filter(({ expects }) => expects > 0),
  );
  const corrects = continuity && rows === 2 && columns === 2;
  const yates = corrects ? Math.min(0.5, ...cells.map(({ count, expects }) => Math.abs(count - expects))) : 0;
  const statistic = cells.reduce(
    (sum, { count, expects }) => sum + (Math.abs(count - expects) - yates) ** 2 / expects,
    0,
  );
  const df = (rows - 1) * (columns - 1);
  const p = chiSquareProbability(statistic, df, 'upper');
  const fewExpected = cells.filter(({ expects }) => expects < 5).length;
  return { n, rows, columns, statistic, df, p, expected, fewExpected };
}
