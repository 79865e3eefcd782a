import { type Agreement, withoutValue } from './agreement.ts';
import { brennanPrediger } from './brennan-prediger.ts';
import { type Counts, countsOf } from './counts.ts';
import type { ManyRatersOptions } from './many-raters.ts';
import type { Ratings } from './ratings.ts';

/**
 * Prevalence-adjusted bias-adjusted kappa of two raters and two categories, 2 po − 1: what kappa would be if both
 * categories were as frequent and both raters used them alike. For more categories it is Brennan and Prediger's
 * coefficient, and is to be called so.
 *
 * Source: Byrt, Bishop and Carlin (1993), Bias, prevalence and kappa, Journal of Clinical Epidemiology 46(5),
 * 423–429.
 */
export function pabak(data: Ratings | Counts, options: ManyRatersOptions = {}): Agreement {
  const counts = countsOf(data);
  const { length: raters } = counts.raters;
  const { length: categories } = counts.categories;
  if (raters > 2 || categories !== 2) {
    const reason =
      raters > 2
        ? `PABAK compares two raters, there are ${raters}`
        : `PABAK is of two categories, there ${categories === 1 ? 'is one: declare the other' : `are ${categories}: Brennan and Prediger's coefficient is the same for more`}`;
    return withoutValue(counts, 'pabak', reason, 'units that both rated');
  }
  const found = brennanPrediger(counts, { ...options, weights: 'identity', missing: 'listwise' });
  return { ...found, measure: 'pabak', missing: 'units that both rated' };
}
