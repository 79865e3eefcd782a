import type { Comparison } from '../agreement/comparison.ts';
import { meanOf } from '../agreement/mean-of.ts';
import { perUnit } from '../agreement/per-unit.ts';
import type { CostRow } from './tables/agreement-cost.ts';
import type { RaterRow } from './tables/agreement-raters.ts';

/** Each rater's mean over the pairs with them, code by code and pooled, from the comparisons of two. */
export function ratersOf(comparisons: readonly Comparison[], show: 'codes' | 'pooled' | 'all'): RaterRow[] {
  const pairs = comparisons.filter(({ raters }) => raters.length === 2);
  const measures = [...new Set(pairs.map(({ measure }) => measure))];
  return measures.flatMap((measure) => {
    const own = pairs.filter((one) => one.measure === measure);
    const raters = [...new Set(own.flatMap((one) => one.raters))];
    const codes = show === 'pooled' ? [] : (own[0]?.codes.map(({ code }) => code) ?? []);
    const rows = (measured: string, code: string | undefined, pick: (one: Comparison) => number | null) =>
      raters.map(
        (rater): RaterRow => ({
          ...{ measure: measured, rater },
          ...(code !== undefined && { code }),
          mean: meanOf(own.filter((one) => one.raters.includes(rater)).map(pick)),
          without: meanOf(own.filter((one) => !one.raters.includes(rater)).map(pick)),
        }),
      );
    const hasPooled = show !== 'codes' && own.some(({ pooled }) => pooled !== null);
    return [
      ...codes.flatMap((code) =>
        rows(measure, code, (one) => one.codes.find((result) => result.code === code)?.value ?? null),
      ),
      ...(hasPooled ? rows(`pooled ${measure}`, undefined, ({ pooled }) => pooled?.value ?? null) : []),
    ];
  });
}

/** What single units cost, code by code. */
export const costsOf = (comparisons: readonly Comparison[]): CostRow[][] =>
  comparisons.flatMap(({ counts, codes, measure, raters }) =>
    codes.flatMap(({ code }) => {
      const own = counts.get(code);
      return own ? [perUnit(own, measure).map((cost) => ({ ...cost, measure, raters, code }))] : [];
    }),
  );
