import { type Agreement, nothingToCompare, positiveZero, withoutValue } from './agreement.ts';
import { type Counts, countsOf } from './counts.ts';
import { type Influence, influenceError } from './influence.ts';
import { withInterval } from './interval.ts';
import { frameOf, type ManyRatersOptions } from './many-raters.ts';
import { describePair, pairTable } from './pair-table.ts';
import { forgetRaters } from './part-of-counts.ts';
import type { Ratings } from './ratings.ts';
import { describeWeights } from './weights.ts';

/**
 * Percent agreement, as a share from 0 to 1: how many pairs of raters agree, in the mean over units,
 *
 *     po = (1 / n) Σ_i Σ_c n_ic (n_ic − 1) / (n_i (n_i − 1))
 *
 * For two raters the share of units on which they agree. It says nothing of chance. Weighted, near categories
 * agree in part: Σ_d w_cd n_id − 1 instead of n_ic − 1. The standard error is that of a mean of n units.
 *
 * Source: Fleiss (1971), Psychological Bulletin 76(5), equations 2 and 3; with weights and missing ratings Gwet
 * (2014), Handbook of inter-rater reliability, 4th edition, chapters 2 and 3.
 */
export function percentAgreement(data: Ratings | Counts, options: ManyRatersOptions = {}): Agreement {
  const own = countsOf(data);
  const { counts, to } = forgetRaters(own);
  const frame = frameOf(counts, options);
  if (typeof frame === 'string') return withoutValue(counts, 'percent', frame, '');
  const { used, n, agreement, weights } = frame;
  const missing =
    options.missing === 'listwise' ? frame.missing : 'pairwise (Gwet 2014): units with two ratings or more';
  const nothing = nothingToCompare(counts, n);
  if (nothing !== null) return withoutValue(counts, 'percent', nothing, missing);

  const estimate = (times: Float64Array): number | null => {
    let sum = 0;
    let compared = 0;
    for (let pattern = 0; pattern < times.length; pattern++) {
      if (used[pattern] !== 2) continue;
      sum += (times[pattern] as number) * (agreement[pattern] as number);
      compared += times[pattern] as number;
    }
    return compared === 0 ? null : positiveZero(sum / compared);
  };
  const value = estimate(counts.times) ?? 0;
  const enters = used.map((use) => Number(use === 2));
  const values = agreement.map((own, pattern) => (enters[pattern] === 1 ? own - value : 0));
  const influence: Influence = { values, enters, units: n };
  const result: Agreement = {
    ...withoutValue(counts, 'percent', '', missing, counts.units - n),
    ...(weights.matrix !== null && describeWeights(weights)),
    value,
    reason: null,
    observed: value,
    ...(counts.raters.length === 2 && describePair(own, pairTable(own))),
  };
  const se = influenceError(counts.times, influence);
  const sample = { counts, estimate, enters, influence: () => influence, to, se, source: 'mean over units' };
  return withInterval(result, sample, options);
}
