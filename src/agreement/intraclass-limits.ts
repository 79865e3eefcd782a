import { fQuantile } from '../statistics/f-distribution.ts';
import type { IntraclassForm } from './intraclass-form.ts';
import type { MeanSquares } from './mean-squares.ts';

/**
 * The limits of an intraclass correlation from quantiles of F. Those of ICC(2,·) are approximate
 * (Satterthwaite). They may lie below −1 for the mean of raters; nothing is cut off. Equals what psych's
 * `ICC` prints.
 *
 * Sources: McGraw and Wong (1996), Forming inferences about some intraclass correlation coefficients,
 * Psychological Methods 1(1), 30–46, with its correction in 1(4), 390; Shrout and Fleiss (1979),
 * Psychological Bulletin 86(2), pages 424 and 425.
 *
 * @returns null where there is no spread to take limits from, or a limit has no meaning.
 */
export function intraclassLimits(
  form: IntraclassForm,
  squares: MeanSquares,
  level: number,
): { low: number; high: number } | null {
  const { k } = squares;
  // Both limits are then the same number, which rounding must not make two.
  if (squares.units === 0) return null;
  const single = form.startsWith('2') ? agreement(squares, level) : ofRatio(form, squares, level);
  const [low = Number.NaN, high = Number.NaN] = form.endsWith('k')
    ? single.map((limit) => steppedUp(limit, k))
    : single;
  // With hardly a degree of freedom both may be one number, but for rounding.
  const isWide = high - low > 1e-9 * Math.max(1, Math.abs(low), Math.abs(high));
  return Number.isFinite(low) && Number.isFinite(high) && isWide ? { low, high } : null;
}

/**
 * The limits of the mean of k raters are those of one, by Spearman and Brown's formula. A limit at or below
 * −1 / (k − 1), where variances end, has none.
 */
function steppedUp(limit: number, k: number): number {
  const below = 1 + (k - 1) * limit;
  return below > 1e-9 ? (k * limit) / below : Number.NaN;
}

function ofRatio(form: IntraclassForm, { n, k, units, within, error }: MeanSquares, level: number): number[] {
  const first = form.startsWith('1');
  const below = first ? n * (k - 1) : (n - 1) * (k - 1);
  const f = units / (first ? within : error);
  const p = 0.5 + level / 2;
  const low = f / fQuantile(p, n - 1, below);
  const high = f * fQuantile(p, below, n - 1);
  return [low, high].map((limit) => (limit - 1) / (limit + k - 1));
}

function agreement({ n, k, units, raters, error }: MeanSquares, level: number): number[] {
  const value = (units - error) / (units + (k - 1) * error + (k * (raters - error)) / n);
  const ofRaters = k * value * raters;
  const ofError = (n * (1 + (k - 1) * value) - k * value) * error;
  const df = (ofRaters + ofError) ** 2 / (ofRaters ** 2 / (k - 1) + ofError ** 2 / ((n - 1) * (k - 1)));
  // Where the two parts cancel there is nothing to take a quantile by, only what rounding left.
  if (!(df > 1e-6)) return [Number.NaN, Number.NaN];
  const p = 0.5 + level / 2;
  const down = fQuantile(p, n - 1, df);
  const up = fQuantile(p, df, n - 1);
  const rest = k * raters + (k * n - k - n) * error;
  // Divided by the quantiles, which with few degrees of freedom are so great that a product with them overflows.
  return [
    (n * (units / down - error)) / (rest + (n * units) / down),
    (n * (units - error / up)) / (rest / up + n * units),
  ];
}
