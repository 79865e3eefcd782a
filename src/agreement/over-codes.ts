import type { Agreement } from './agreement.ts';
import type { Parts } from './bootstrap.ts';
import { type CodedUnits, PRESENCE, setsOf } from './coded-units.ts';
import { type Counts, countPatterns } from './counts.ts';
import { ratedByAtLeast } from './entering.ts';
import { withInterval } from './interval.ts';
import { setOf } from './label-sets.ts';
import { meanOf } from './mean-of.ts';
import type { MeasureName } from './measure-names.ts';
import { type MeasureOptions, measures } from './measures.ts';
import { fold, recode } from './part-of-counts.ts';
import { meanKappa, pooledKappa, pooledMeasures, pooledParts } from './pooled-kappa.ts';

/** One measure over several codes on the same units. */
export interface OverCodes {
  /** De Vries et al. (2008); null for measures that are not of kappa's form. */
  pooled: Agreement | null;
  /** The mean of the codes' values. */
  mean: Agreement;
  /** What they are made from, without intervals. */
  codes: Agreement[];
}

/**
 * A measure summed up over codes, each present or absent, with an interval from resampling the units, or clusters, of all
 * codes together: a unit is drawn with every code on it, so that what codes have in common stays.
 */
export function overCodes(coded: CodedUnits, measure: MeasureName, options: MeasureOptions = {}): OverCodes {
  const { compute } = measures[measure];
  const plain: MeasureOptions = { ...options, interval: 'none' };
  // A code may have any name; its number parts well.
  const numbers = coded.codes.map((_, code) => String(code));
  const whole = countPatterns(setsOf({ ...coded, codes: numbers }, ';'));
  const sets = whole.categories.map((label) => setOf(label, ';'));
  const parts = numbers.map((code) =>
    recode(
      whole,
      PRESENCE,
      sets.map((set) => Number(set.has(code))),
    ),
  );
  const results = parts.map(({ counts }, at) => ({ ...compute(counts, plain), code: coded.codes[at] ?? '' }));
  const of = parts.map(({ counts, to }) => {
    const times = new Float64Array(counts.times.length);
    const now: Counts = { ...counts, times };
    return (drawn: Float64Array): Parts => {
      fold(drawn, to, times);
      return compute(now, plain);
    };
  });
  const sampled = (result: Agreement, estimate: (parts: Parts[]) => number | null): Agreement =>
    withInterval(
      result,
      {
        counts: whole,
        estimate: (times) => estimate(of.map((one) => one(times))),
        enters: ratedByAtLeast(whole, 2),
        influence: () => null,
        ...{ se: null, source: '' },
      },
      options,
    );
  return {
    pooled: pooledMeasures.includes(measure)
      ? sampled(pooledKappa(results), (all) => pooledParts(all).value)
      : null,
    // Codes without a value are left out, as in `meanKappa`.
    mean: sampled(meanKappa(results), (all) => meanOf(all.map(({ value }) => value))),
    codes: results,
  };
}
