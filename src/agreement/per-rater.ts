import type { Agreement } from './agreement.ts';
import { type Counts, countsOf } from './counts.ts';
import { meanOf } from './mean-of.ts';
import type { MeasureName } from './measure-names.ts';
import { type MeasureOptions, measures } from './measures.ts';
import { countsAmong, pairCounts } from './part-of-counts.ts';
import type { Ratings } from './ratings.ts';

/** One rater against the rest. */
export interface RaterAgreement {
  rater: string;
  /** The mean over the pairs of raters with this one; null where none of them has a value. */
  mean: number | null;
  /** The pairs themselves, in the order of the other raters; those without a value are not in the mean. */
  pairs: Agreement[];
  /**
   * The same measure among all others, for measures of any number of raters; for one of two raters the mean over their
   * pairs. Null with fewer than two others, or where it has no value. Where it is higher than with everybody, this rater
   * lowers it.
   */
  without: number | null;
}

/** Each rater against the rest, in the order of raters. Intervals come with the pairs where they are asked for. */
export function perRater(
  data: Ratings | Counts,
  measure: MeasureName,
  options: MeasureOptions = { interval: 'none' },
): RaterAgreement[] {
  const counts = countsOf(data);
  const places = [...counts.raters.keys()];
  const { compute, raters: most } = measures[measure];
  const all = new Map<string, Agreement>();
  for (const a of places) {
    for (const b of places.slice(a + 1)) all.set(keyOf(a, b), compute(pairCounts(counts, a, b), options));
  }
  const pairsAmong = (some: readonly number[]): Agreement[] =>
    some.flatMap((a, at) => some.slice(at + 1).flatMap((b) => all.get(keyOf(a, b)) ?? []));
  return places.map((place) => {
    const others = places.filter((one) => one !== place);
    const pairs = others.flatMap((other) => all.get(keyOf(place, other)) ?? []);
    const without =
      others.length < 2
        ? null
        : most === 2
          ? meanOf(valuesOf(pairsAmong(others)))
          : compute(countsAmong(counts, others).counts, { ...options, interval: 'none' }).value;
    return { rater: counts.raters[place] ?? '', mean: meanOf(valuesOf(pairs)), pairs, without };
  });
}

const keyOf = (a: number, b: number): string => `${Math.min(a, b)} ${Math.max(a, b)}`;

const valuesOf = (results: readonly Agreement[]) => results.map(({ value }) => value);
