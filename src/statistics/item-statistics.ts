import { correlation } from './correlation.ts';
import { alphaOf } from './cronbach-alpha.ts';

/** How an item fares in its scale. */
export interface ItemStatistics {
  /** Cronbach's alpha of the other items; null with fewer than two of them, or where their sum does not vary. */
  alphaIfDropped: number | null;
  standardisedIfDropped: number | null;
  /** The item's correlation with the sum of the other items; null where one of them does not vary. */
  itemRest: number | null;
}

/**
 * Of each item of a scale: Cronbach's alpha without it, and its corrected correlation with the total, which is that with the
 * sum of the other items, Σ_j c_ij / √(c_ii Σ_jk c_jk) over j, k ≠ i. Equals `alpha.drop` and `r.drop` of
 * the R package psych's `alpha`, of listwise data.
 *
 * Source: Nunnally and Bernstein (1994), Psychometric theory.
 *
 * @param covariance of the items, reversed ones keyed already.
 */
export const itemStatistics = (covariance: readonly (readonly number[])[]): ItemStatistics[] =>
  covariance.map((row, item) => {
    const rest = covariance.toSpliced(item, 1).map((others) => others.toSpliced(item, 1));
    const ofRest = rest.flat().reduce((sum, value) => sum + value, 0);
    const together = row.toSpliced(item, 1).reduce((sum, value) => sum + value, 0);
    return {
      alphaIfDropped: orNull(alphaOf(rest)),
      standardisedIfDropped: orNull(alphaOf(correlation(rest))),
      itemRest: orNull(together / Math.sqrt((row[item] as number) * ofRest)),
    };
  });

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
