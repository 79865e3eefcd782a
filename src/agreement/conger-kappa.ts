import { type Agreement, nothingToCompare, positiveZero, withoutValue } from './agreement.ts';
import type { Parts } from './bootstrap.ts';
import { type Counts, countsOf } from './counts.ts';
import { type Influence, influenceError } from './influence.ts';
import { withInterval } from './interval.ts';
import { type Frame, frameOf, type ManyRatersOptions } from './many-raters.ts';
import { describePair, pairTable } from './pair-table.ts';
import { quoted } from './quoted.ts';
import type { Ratings } from './ratings.ts';
import { describeWeights } from './weights.ts';

/**
 * Conger's kappa, Cohen's for any number of raters,
 *
 *     κ = (po − pe) / (1 − pe),   pe = (1 / (r (r − 1))) Σ_{g ≠ h} Σ w_cd p_gc p_hd
 *
 * with p_gc the share of category c in what rater g rated, and po as in Fleiss' kappa. With two raters and nothing
 * missing it is Cohen's kappa. A rater who rated nothing is left out. The standard error takes units, not raters, as
 * a sample, and is the first-order one: each unit's part in kappa, with the number of units that a rater rated
 * as it came out.
 *
 * Sources: Conger (1980), Integration and generalization of kappas for multiple raters, Psychological Bulletin
 * 88(2), 322–328; weights, missing ratings and the idea of the error: Gwet (2008) and (2014), chapters 2, 3 and 5.
 */
export function congerKappa(data: Ratings | Counts, options: ManyRatersOptions = {}): Agreement {
  const counts = countsOf(data);
  const frame = frameOf(counts, options);
  if (typeof frame === 'string') return withoutValue(counts, 'conger-kappa', frame, '');
  const missing =
    options.missing === 'listwise'
      ? frame.missing
      : 'pairwise (Gwet 2014): units with two ratings or more; chance from all that each rater rated';
  const { n, weights } = frame;
  const nothing = nothingToCompare(counts, n);
  if (nothing !== null) return withoutValue(counts, 'conger-kappa', nothing, missing);
  const found = marginsOf(frame, counts.times);
  const { value, observed, expected } = partsFrom(frame, found);
  const only = counts.categories[found.shares[0]?.findIndex((share) => share > 0) ?? 0] ?? '';
  const result: Agreement = {
    ...withoutValue(counts, 'conger-kappa', '', missing, counts.units - n),
    ...(weights.matrix !== null && describeWeights(weights)),
    value,
    reason:
      value === null
        ? `every rating is ${quoted(only)}, so that agreement by chance is 1 and kappa is 0/0`
        : null,
    observed,
    expected,
    ...(counts.raters.length === 2 && describePair(counts, pairTable(counts))),
  };
  if (value === null || expected === null) return result;
  const influence = influenceOf(frame, found, value, expected);
  const sample = {
    counts,
    estimate: (times: Float64Array) => partsFrom(frame, marginsOf(frame, times)).value,
    enters: influence.enters,
    influence: () => influence,
    se: influenceError(counts.times, influence),
    source: 'first order, units sampled',
  };
  return withInterval(result, sample, options);
}

interface Margins {
  /** Of each rater, the share of each category in what the rater rated. */
  shares: Float64Array[];
  /** How many units each rater rated. */
  rated: Float64Array;
  /** Units with a rating, and units that enter agreement; their agreement added up. */
  units: number;
  compared: number;
  agreeing: number;
}

function marginsOf({ counts, used, agreement }: Frame, times: Float64Array): Margins {
  const width = counts.raters.length;
  const shares = counts.raters.map(() => new Float64Array(counts.categories.length));
  const rated = new Float64Array(width);
  let [units, compared, agreeing] = [0, 0, 0];
  for (let pattern = 0; pattern < times.length; pattern++) {
    const often = times[pattern] as number;
    if (often === 0 || used[pattern] === 0) continue;
    units += often;
    for (let rater = 0; rater < width; rater++) {
      const category = counts.patterns[pattern * width + rater] as number;
      if (category < 0) continue;
      rated[rater] = (rated[rater] as number) + often;
      const own = shares[rater] as Float64Array;
      own[category] = (own[category] as number) + often;
    }
    if (used[pattern] !== 2) continue;
    compared += often;
    agreeing += often * (agreement[pattern] as number);
  }
  for (const [rater, own] of shares.entries()) {
    const all = rated[rater] as number;
    for (let category = 0; all > 0 && category < own.length; category++) {
      own[category] = (own[category] as number) / all;
    }
  }
  return { shares, rated, units, compared, agreeing };
}

function partsFrom({ weights }: Frame, { shares, rated, compared, agreeing }: Margins): Parts {
  const some = shares.filter((_, rater) => (rated[rater] as number) > 0);
  if (compared === 0 || some.length < 2) return { value: null, observed: null, expected: null };
  const observed = agreeing / compared;
  if (isOneCategory(some, weights.matrix)) return { value: null, observed, expected: 1 };
  const expected = expectedOf(some, weights.matrix);
  return { value: positiveZero((observed - expected) / (1 - expected)), observed, expected };
}

/** Σ_{g ≠ h} Σ w p_g p_h / (r (r − 1)), as (everything − each with itself). */
function expectedOf(shares: readonly Float64Array[], matrix: Float64Array | null): number {
  const total = sumOf(shares);
  let expected = product(total, total, matrix);
  for (const own of shares) expected -= product(own, own, matrix);
  return expected / (shares.length * (shares.length - 1));
}

function sumOf(shares: readonly Float64Array[]): Float64Array {
  const total = new Float64Array(shares[0]?.length ?? 0);
  for (const own of shares)
    for (let at = 0; at < total.length; at++) total[at] = (total[at] as number) + (own[at] as number);
  return total;
}

function product(a: Float64Array, b: Float64Array, matrix: Float64Array | null): number {
  const k = a.length;
  let sum = 0;
  for (let i = 0; i < k; i++) {
    if (matrix === null) sum += (a[i] as number) * (b[i] as number);
    else
      for (let j = 0; j < k; j++) sum += (matrix[i * k + j] as number) * (a[i] as number) * (b[j] as number);
  }
  return sum;
}

/** True where all that any two raters used agrees wholly, told from what is used and not from rounded numbers. */
function isOneCategory(shares: readonly Float64Array[], matrix: Float64Array | null): boolean {
  const k = shares[0]?.length ?? 0;
  const used = Array.from({ length: k }, (_, at) => shares.some((own) => own[at] !== 0));
  const some = used.flatMap((is, at) => (is ? [at] : []));
  if (matrix === null) return some.length < 2;
  return some.every((i) => some.every((j) => matrix[i * k + j] === 1));
}

/** The influence of a unit on p_gc is (N / n_g) ([g gave c] − [g rated] p_gc), with N units and n_g rated by g. */
function influenceOf(
  { counts, used, agreement, weights }: Frame,
  { shares, rated, units, compared }: Margins,
  value: number,
  expected: number,
): Influence {
  const values = new Float64Array(used.length);
  const width = counts.raters.length;
  const k = counts.categories.length;
  const total = sumOf(shares);
  const raters = rated.filter((one) => one > 0).length;
  // Of each rater and category, what the others would agree with it.
  const others = shares.map((own) =>
    Float64Array.from({ length: k }, (_, i) => {
      let sum = 0;
      for (let j = 0; j < k; j++) {
        const weight = weights.matrix === null ? Number(i === j) : (weights.matrix[i * k + j] as number);
        sum += weight * ((total[j] as number) - (own[j] as number));
      }
      return sum;
    }),
  );
  const means = shares.map((own, rater) =>
    own.reduce((sum, share, at) => sum + share * (others[rater]?.[at] ?? 0), 0),
  );
  for (let pattern = 0; pattern < used.length; pattern++) {
    if (used[pattern] === 0) continue;
    let moved = 0;
    for (let rater = 0; rater < width; rater++) {
      const category = counts.patterns[pattern * width + rater] as number;
      if (category < 0) continue;
      moved += (units / (rated[rater] as number)) * ((others[rater]?.[category] ?? 0) - (means[rater] ?? 0));
    }
    const chance = (2 * moved) / (raters * (raters - 1));
    const part = used[pattern] === 2 ? (units / compared) * ((agreement[pattern] as number) - expected) : 0;
    const linear = (part - (1 - value) * chance) / (1 - expected);
    values[pattern] = linear - value;
  }
  return { values, enters: used.map((use) => Number(use > 0)), units };
}
