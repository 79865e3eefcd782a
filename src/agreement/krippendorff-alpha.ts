import { type Agreement, nothingToCompare, positiveZero, withoutValue } from './agreement.ts';
import { alphaInfluence } from './alpha-influence.ts';
import type { Parts } from './bootstrap.ts';
import { type Counts, countsOf } from './counts.ts';
import type { Disagreement } from './disagreement.ts';
import { ratedByAtLeast } from './entering.ts';
import { influenceError } from './influence.ts';
import { type IntervalOptions, type Sample, withInterval } from './interval.ts';
import { disagreementBy, type Metric } from './metric.ts';
import { describePair, pairTable } from './pair-table.ts';
import { forgetRaters } from './part-of-counts.ts';
import { onlyCategory, type PatternTotals, patternTotals } from './pattern-totals.ts';
import { quoted } from './quoted.ts';
import type { Ratings } from './ratings.ts';
import { undeclaredOrder } from './undeclared-order.ts';

export interface AlphaOptions extends IntervalOptions {
  /** How far apart two categories are; nominal, all equally far, where not said. */
  metric?: Metric | undefined;
  /** What stands between the members of a set in a label; `;` where not said. */
  separator?: string | undefined;
}

/**
 * Krippendorff's alpha of any number of raters with any ratings missing, by any distance δ of categories,
 *
 *     α = 1 − Do / De
 *     Do = (1 / n) Σ_u Σ_c Σ_k n_uc n_uk δ_ck / (m_u − 1)
 *     De = Σ_c Σ_k n_c n_k δ_ck / (n (n − 1))
 *
 * over the pairable values: those of units with m_u ≥ 2 ratings; n is how many values these are, and n_c
 * how many of them are c. Where all pairable values are at distance 0 alpha is 0/0: null.
 *
 * `observed` and `expected` are 1 − Do / d and 1 − De / d, so that they are agreements from 0 to 1 and
 * α = (observed − expected) / (1 − expected) by every metric. The unit d is 1 for the metrics that end there
 * (nominal, ratio, Jaccard, MASI), else the greatest distance between two pairable values of these data.
 *
 * The standard error is that of alpha's linear approximation over units, see `alphaInfluence`; the ordinal metric, whose
 * distances depend on the units, has none. The automatic interval is a bootstrap over units, or clusters, for alpha is
 * skewed near 1; it is not Krippendorff's bootstrap of pairs. In each resample the ordinal metric counts ranks anew.
 *
 * The value equals that of nltk given the same distances, irrCAC and Python's krippendorff; irr's and
 * DescTools' `kripp.alpha` differ where ratings are missing.
 *
 * Source: Krippendorff (2011), Computing Krippendorff's alpha-reliability, University of Pennsylvania,
 * sections B to D; of sets Passonneau (2006), see `masiDistance`.
 */
export function krippendorffAlpha(data: Ratings | Counts, options: AlphaOptions = {}): Agreement {
  const own = countsOf(data);
  const { metric = 'nominal', separator = ';' } = options;
  const { counts, to } = forgetRaters(own);
  const totals = patternTotals(counts);
  const missing = 'pairable values: units with two ratings or more';
  const head = {
    measure: 'krippendorff-alpha',
    metric: typeof metric === 'string' ? metric : 'function',
  } as const;
  const { values, units } = pairable(counts, totals, counts.times);
  const nothing = nothingToCompare(counts, units);
  if (nothing !== null) return { ...withoutValue(counts, head.measure, nothing, missing), ...head };

  const omitted = counts.units - units;
  const disagreement = disagreementBy(
    metric,
    counts,
    totals,
    (category) => values[category] !== 0,
    separator,
  );
  if ('reason' in disagreement) {
    return { ...withoutValue(counts, head.measure, disagreement.reason, missing, omitted), ...head };
  }
  const { value, observed, expected } = alphaOf(counts, totals, disagreement, counts.times);
  const result: Agreement = {
    ...withoutValue(counts, head.measure, '', missing, omitted),
    ...head,
    value,
    reason: value === null ? noDistance(counts, totals) : null,
    observed,
    expected,
    ...(counts.raters.length === 2 && counts.categories.length <= 30 && describePair(own, pairTable(own))),
    warnings: metric === 'ordinal' && value !== null ? undeclaredOrder(counts) : [],
  };
  if (value === null) return result;
  // The ordinal distances change with the units.
  const influence = metric === 'ordinal' ? null : alphaInfluence(counts, totals, disagreement, values);
  const sample: Sample = {
    counts,
    estimate: (times: Float64Array) => alphaOf(counts, totals, disagreement, times).value,
    enters: ratedByAtLeast(counts, 2),
    influence: () => influence,
    to,
    se: influence && influenceError(counts.times, influence),
    source: 'linearised over units',
    isSkewed: true,
  };
  return withInterval(result, sample, options);
}

function alphaOf(
  counts: Counts,
  totals: PatternTotals,
  disagreement: Disagreement,
  times: Float64Array,
): Parts {
  const { values, n } = pairable(counts, totals, times);
  if (n === 0) return { value: null, observed: null, expected: null };
  const between = disagreement.between(values);
  if (between === 0) return { value: null, observed: 1, expected: 1 };
  const parts = disagreement.within(values);
  let within = 0;
  for (let pattern = 0; pattern < times.length; pattern++) {
    within += (times[pattern] as number) * (parts[pattern] as number);
  }
  const unit = disagreement.unit(values);
  return {
    value: positiveZero(1 - ((n - 1) * within) / between),
    observed: positiveZero(1 - within / n / unit),
    expected: positiveZero(1 - between / (n * (n - 1)) / unit),
  };
}

/** How many pairable values each category has, and all have, and in how many units they stand. */
function pairable(
  { categories }: Counts,
  totals: PatternTotals,
  times: Float64Array,
): { values: Float64Array; n: number; units: number } {
  const values = new Float64Array(categories.length);
  let n = 0;
  let units = 0;
  for (let pattern = 0; pattern < times.length; pattern++) {
    const often = times[pattern] as number;
    const ratings = totals.ratings[pattern] as number;
    if (often === 0 || ratings < 2) continue;
    n += often * ratings;
    units += often;
    const end = totals.starts[pattern + 1] as number;
    for (let at = totals.starts[pattern] as number; at < end; at++) {
      const category = totals.category[at] as number;
      values[category] = (values[category] as number) + often * (totals.count[at] as number);
    }
  }
  return { values, n, units };
}

function noDistance(counts: Counts, totals: PatternTotals): string {
  const only = onlyCategory(totals, counts.times, 2);
  const what =
    only === null
      ? 'all pairable values are at distance 0 of each other'
      : `every pairable value is ${quoted(counts.categories[only] ?? '')}`;
  return `${what}, so that disagreement by chance is 0 and alpha is 0/0`;
}
