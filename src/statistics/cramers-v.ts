import type { ChiSquareTest } from './chi-square-test.ts';

/**
 * Cramér's V, the effect size of a chi-square test: √(χ² / (n (min(rows, columns) − 1))), from 0 for independence to 1
 * where either variable tells the other. Small samples make it too large: `corrected` is Bergsma's,
 *
 *     √(φ̃² / (min(r̃, c̃) − 1)),   φ̃² = max(0, χ²/n − (r − 1)(c − 1)/(n − 1)),   r̃ = r − (r − 1)²/(n − 1), c̃ likewise
 *
 * Equals `cramers_v` of the R package effectsize with `adjust = FALSE` and `adjust = TRUE`.
 *
 * Sources: Cramér (1946), Mathematical methods of statistics, chapter 21; Bergsma (2013), A bias-correction for Cramér's V
 * and Tschuprow's T, Journal of the Korean Statistical Society 42(3), 323–328.
 *
 * @param test of the table, without correction for continuity.
 * @returns `corrected` is null with so few counts that r̃ or c̃ is not above 1.
 */
export function cramersV({ statistic, n, rows, columns }: ChiSquareTest): {
  v: number;
  corrected: number | null;
} {
  const v = Math.min(1, Math.sqrt(statistic / (n * (Math.min(rows, columns) - 1))));
  const least = Math.min(...[rows, columns].map((size) => size - (size - 1) ** 2 / (n - 1))) - 1;
  const phi2 = Math.max(0, statistic / n - ((rows - 1) * (columns - 1)) / (n - 1));
  return { v, corrected: least > 0 ? Math.min(1, Math.sqrt(phi2 / least)) : null };
}
