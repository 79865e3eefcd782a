import type { Agreement } from './agreement.ts';
import { nothingToCompare, positiveZero, withoutValue } from './agreement.ts';
import type { Parts } from './bootstrap.ts';
import { type Counts, countsOf } from './counts.ts';
import { type Influence, influenceError } from './influence.ts';
import { type IntervalOptions, withInterval } from './interval.ts';
import { describePair, pairTable } from './pair-table.ts';
import { forgetRaters } from './part-of-counts.ts';
import { type PatternTotals, patternTotals } from './pattern-totals.ts';
import { quoted } from './quoted.ts';
import type { Ratings } from './ratings.ts';
import {
  describeWeights,
  isSymmetric,
  type WeightMatrix,
  type Weights,
  type WeightsBy,
  weightMatrix,
} from './weights.ts';

export interface ManyRatersOptions extends IntervalOptions {
  missing?: Missing | undefined;
  weights?: Weights | undefined;
  by?: WeightsBy | undefined;
}

/**
 * `pairwise`: agreement from every unit with two ratings or more, shares of categories from every unit
 * with one or more (Gwet 2014). `listwise`: only units that all raters rated.
 */
export type Missing = 'pairwise' | 'listwise';

/** Patterns of ratings as measures of any number of raters take them. */
export interface Frame {
  counts: Counts;
  totals: PatternTotals;
  weights: WeightMatrix;
  /** Which patterns enter: 2 for agreement and shares, 1 for shares alone, 0 for nothing. */
  used: Uint8Array;
  /** Units that enter agreement. */
  n: number;
  /** How units that not everybody rated are treated. */
  missing: string;
  /** Of each pattern with two ratings or more, how many of its pairs of ratings agree, by weight, from 0 to 1. */
  agreement: Float64Array;
}

/** @returns why there is none instead, where the weights do not fit. */
export function frameOf(counts: Counts, options: ManyRatersOptions): Frame | string {
  const weights = weightMatrix(options.weights ?? 'identity', counts.categories, options.by);
  if (typeof weights === 'string') return weights;
  if (!isSymmetric(weights, counts.categories.length)) {
    return 'weights that depend on who is first are for two raters and kappa only';
  }
  const totals = patternTotals(counts);
  const agreement = agreementOf(counts, totals, weights);
  return {
    counts,
    totals,
    weights,
    agreement,
    ...treatMissing(counts, totals, options.missing ?? 'pairwise'),
  };
}

export function treatMissing(
  counts: Counts,
  totals: PatternTotals,
  missing: Missing,
): Pick<Frame, 'used' | 'n' | 'missing'> {
  const used = new Uint8Array(counts.times.length);
  const least = missing === 'listwise' ? Math.max(2, counts.raters.length) : 2;
  let n = 0;
  for (let pattern = 0; pattern < used.length; pattern++) {
    const ratings = totals.ratings[pattern] as number;
    if (ratings >= least) {
      used[pattern] = 2;
      n += counts.times[pattern] as number;
    } else if (missing === 'pairwise' && ratings === 1) used[pattern] = 1;
  }
  const words =
    missing === 'listwise'
      ? 'listwise: units that all raters rated'
      : 'pairwise (Gwet 2014): units with two ratings or more; units with one count for the shares of categories';
  return { used, n, missing: words };
}

/** Σ_c n_c (n*_c − 1) / (m (m − 1)) of m ratings, n*_c = Σ_d w_cd n_d: Gwet (2014), equation 2.9 and chapter 3. */
function agreementOf(
  { categories, times }: Counts,
  totals: PatternTotals,
  weights: WeightMatrix,
): Float64Array {
  const k = categories.length;
  const agreement = new Float64Array(times.length);
  for (let pattern = 0; pattern < times.length; pattern++) {
    const ratings = totals.ratings[pattern] as number;
    if (ratings < 2) continue;
    let agreeing = totals.agreeing[pattern] as number;
    if (weights.matrix) {
      const [from, to] = [totals.starts[pattern] as number, totals.starts[pattern + 1] as number];
      for (let a = from; a < to; a++) {
        for (let b = from; b < to; b++) {
          if (a === b) continue;
          const weight = weights.matrix[
            (totals.category[a] as number) * k + (totals.category[b] as number)
          ] as number;
          agreeing += weight * (totals.count[a] as number) * (totals.count[b] as number);
        }
      }
    }
    agreement[pattern] = agreeing / (ratings * (ratings - 1));
  }
  return agreement;
}

/** What of a set of patterns coefficients are made of. */
export interface Observed {
  /** Mean agreement over the units that enter it; null without any. */
  observed: number | null;
  /** The share of each category: the mean over units of its share among the unit's ratings. */
  shares: Float64Array;
  /** Units with a rating, and units that enter agreement. */
  rated: number;
  compared: number;
}

export function observe({ counts, totals, used, agreement }: Frame, times: Float64Array): Observed {
  const shares = new Float64Array(counts.categories.length);
  let sum = 0;
  let compared = 0;
  let rated = 0;
  for (let pattern = 0; pattern < times.length; pattern++) {
    const often = times[pattern] as number;
    const use = used[pattern] as number;
    if (often === 0 || use === 0) continue;
    rated += often;
    const each = often / (totals.ratings[pattern] as number);
    const end = totals.starts[pattern + 1] as number;
    for (let at = totals.starts[pattern] as number; at < end; at++) {
      const category = totals.category[at] as number;
      shares[category] = (shares[category] as number) + each * (totals.count[at] as number);
    }
    if (use < 2) continue;
    compared += often;
    sum += often * (agreement[pattern] as number);
  }
  for (let category = 0; category < shares.length; category++) {
    shares[category] = rated === 0 ? 0 : (shares[category] as number) / rated;
  }
  return { observed: compared === 0 ? null : sum / compared, shares, rated, compared };
}

/** How a coefficient takes agreement by chance, from the shares of categories. */
export interface Chance {
  expected(shares: Float64Array, weights: WeightMatrix): number;
  /** The derivative of expected agreement by each share, for the standard error. */
  slopes(shares: Float64Array, weights: WeightMatrix): Float64Array;
  /** Why expected agreement is 1, or there is none: told from which categories are used, not from rounded numbers. */
  undefined(shares: Float64Array, frame: Frame): NoChance | null;
}

export interface NoChance {
  reason: string;
  expected: 1 | null;
}

export interface Corrected {
  measure: string;
  chance: Chance;
  source: string;
}

/**
 * A chance-corrected coefficient (po − pe) / (1 − pe) of any number of raters, with a standard error that takes
 * units, not raters, as a sample: Gwet (2008), Computing inter-rater reliability and its variance in the presence
 * of high agreement, British Journal of Mathematical and Statistical Psychology 61, 29–48, and (2014), chapters 5
 * and 6. Where ratings are missing it takes the number of units with two ratings as fixed, as irrCAC does.
 */
export function chanceCorrected(
  data: Ratings | Counts,
  options: ManyRatersOptions,
  { measure, chance, source }: Corrected,
): Agreement {
  const own = countsOf(data);
  const { counts, to } = forgetRaters(own);
  const frame = frameOf(counts, options);
  if (typeof frame === 'string') return withoutValue(counts, measure, frame, '');
  const { n, missing, weights } = frame;
  const nothing = nothingToCompare(counts, n);
  const head = weights.matrix === null ? {} : describeWeights(weights);
  if (nothing !== null) return { ...withoutValue(counts, measure, nothing, missing), ...head };

  const found = observe(frame, counts.times);
  const none = chance.undefined(found.shares, frame);
  const observed = found.observed ?? 0;
  const expected = none ? none.expected : chance.expected(found.shares, weights);
  const value = none || expected === null ? null : positiveZero((observed - expected) / (1 - expected));
  const result: Agreement = {
    ...withoutValue(counts, measure, '', missing, counts.units - n),
    ...head,
    ...{ value, reason: none?.reason ?? null, observed, expected },
    ...(counts.raters.length === 2 && describePair(own, pairTable(own))),
  };
  if (value === null || expected === null) return result;
  const influence = influenceOf(frame, chance, found, value, expected);
  const sample = {
    counts,
    estimate: (times: Float64Array) => partsOf(frame, chance, times).value,
    enters: influence.enters,
    influence: () => influence,
    to,
    se: influenceError(counts.times, influence),
    source,
  };
  return withInterval(result, sample, options);
}

/** Value, observed and expected agreement if the patterns had occurred so often. */
export function partsOf(frame: Frame, chance: Chance, times: Float64Array): Parts {
  const { observed, shares } = observe(frame, times);
  if (observed === null) return { value: null, observed: null, expected: null };
  const none = chance.undefined(shares, frame);
  if (none) return { value: null, observed, expected: none.expected };
  const expected = chance.expected(shares, frame.weights);
  return { value: positiveZero((observed - expected) / (1 - expected)), observed, expected };
}

function influenceOf(
  { totals, used, agreement, weights }: Frame,
  chance: Chance,
  { shares, rated, compared }: Observed,
  value: number,
  expected: number,
): Influence {
  const values = new Float64Array(used.length);
  const slopes = chance.slopes(shares, weights);
  let centre = 0;
  for (let category = 0; category < shares.length; category++) {
    centre += (slopes[category] as number) * (shares[category] as number);
  }
  for (let pattern = 0; pattern < used.length; pattern++) {
    if (used[pattern] === 0) continue;
    const ratings = totals.ratings[pattern] as number;
    let slope = 0;
    const end = totals.starts[pattern + 1] as number;
    for (let at = totals.starts[pattern] as number; at < end; at++) {
      slope += ((slopes[totals.category[at] as number] as number) * (totals.count[at] as number)) / ratings;
    }
    const part = used[pattern] === 2 ? (rated / compared) * ((agreement[pattern] as number) - expected) : 0;
    const linear = (part - (1 - value) * (slope - centre)) / (1 - expected);
    values[pattern] = linear - value;
  }
  return { values, enters: used.map((use) => Number(use > 0)), units: rated };
}

/** Where the categories in use all agree wholly with each other, agreement by chance is 1. */
export function allAlike(shares: Float64Array, { counts, weights }: Frame): NoChance | null {
  const k = shares.length;
  let only = -1;
  let several = false;
  for (let i = 0; i < k; i++) {
    if (shares[i] === 0) continue;
    several = only !== -1;
    if (several && weights.matrix === null) return null;
    if (!several) only = i;
    for (let j = 0; several && j < i; j++) {
      if (shares[j] !== 0 && weights.matrix?.[i * k + j] !== 1) return null;
    }
  }
  const alike = several
    ? 'all categories in use count as one'
    : `every rating is ${quoted(counts.categories[only] ?? '')}`;
  return { reason: `${alike}, so that agreement by chance is 1 and kappa is 0/0`, expected: 1 };
}
