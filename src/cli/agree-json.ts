import type { Agreement } from '../agreement/agreement.ts';
import { membershipOf } from '../agreement/band-membership.ts';
import type { SchemeName } from '../agreement/bands.ts';
import type { Comparison } from '../agreement/comparison.ts';
import { whyUnread } from '../exhibit/agreement-words.ts';
import type { RoundReport } from '../study/agreement-round.ts';
import { adjustedOf, type Difference } from './tables/agreement-differences.ts';

/** A round as `emic agree --json` gives it. */
export function roundJson(report: RoundReport, bands?: SchemeName): object {
  const { round, kind, raters, units, unit, speakers, comparisons, sets, departures, unused, remarks } =
    report;
  const { excluded, documents, table, version, versions, unread } = units;
  return {
    round,
    kind,
    exploratory: departures,
    unit,
    units: table.units.reduce((sum, { weight }) => sum + weight, 0),
    speakers,
    raters,
    documents,
    codebook: { version, codedWith: versions },
    comparisons: comparisons.map((one) => comparisonJson(one, bands)),
    ...(sets.length > 0 && { sets: sets.map(({ result }) => resultJson(result, bands)) }),
    excluded: {
      ...excluded,
      unusedCodes: unused,
      unreadCodings: unread.map((one) => ({ ...one, why: whyUnread(one.why) })),
    },
    remarks,
  };
}

export function comparisonJson(
  { raters, measure, codes, pooled, mean }: Comparison,
  bands?: SchemeName,
): object {
  return {
    raters,
    measure,
    codes: codes.map((one) => resultJson(one, bands)),
    pooled: pooled && resultJson(pooled, bands),
    mean: resultJson(mean),
  };
}

/**
 * `unit`, `missing`, … as they are; whatever is undefined is null, so that every result has the same keys.
 *
 * @param bands adds how likely the true value lies in each of these; null where that cannot be said.
 */
export function resultJson(result: Agreement, bands?: SchemeName): object {
  const { measure, code, value, reason, observed, expected, n, raters, se, interval, ...rest } = result;
  return {
    measure,
    ...(code !== undefined && { code }),
    ...{ value, reason, observed, expected, n, raters, se, interval },
    ...rest,
    ...(bands && { bands: membershipOf(result, bands) }),
  };
}

/** Differences with both values and without what else is known of them; p also adjusted for their number (Holm 1979). */
export function differencesJson(rows: readonly Difference[]): object[] {
  const adjusted = adjustedOf(rows);
  return rows.map(({ measure, code, raters, first, second, test }, at) => {
    const { first: one, second: other, difference, reason, se, t, df, p, interval, warnings } = test;
    return {
      comparison: 'difference',
      ...(measure !== undefined && { measure }),
      ...(raters !== undefined && { raters }),
      ...(code !== undefined && { code }),
      first: { name: first, value: one.value, n: one.n },
      second: { name: second, value: other.value, n: other.n },
      ...{ difference, reason, se, t, df, p, pHolm: adjusted[at] ?? null, interval, warnings },
    };
  });
}
