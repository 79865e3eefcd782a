import type { Agreement } from '../agreement/agreement.ts';
import type { Comparison } from '../agreement/comparison.ts';
import { whyUnread } from '../exhibit/agreement-words.ts';
import type { RoundReport } from '../study/agreement-round.ts';

/** A round as `emic agree --json` gives it. */
export function roundJson(report: RoundReport): object {
  const { round, kind, raters, units, unit, speakers, comparisons, departures, unused, remarks } = report;
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
    comparisons: comparisons.map(comparisonJson),
    excluded: {
      ...excluded,
      unusedCodes: unused,
      unreadCodings: unread.map((one) => ({ ...one, why: whyUnread(one.why) })),
    },
    remarks,
  };
}

export function comparisonJson({ raters, measure, codes, pooled, mean }: Comparison): object {
  return {
    raters,
    measure,
    codes: codes.map(resultJson),
    pooled: pooled && resultJson(pooled),
    mean: resultJson(mean),
  };
}

/** `unit`, `missing`, … as they are; whatever is undefined is null, so that every result has the same keys. */
export function resultJson(result: Agreement): object {
  const { measure, code, value, reason, observed, expected, n, raters, se, interval, ...rest } = result;
  return {
    measure,
    ...(code !== undefined && { code }),
    ...{ value, reason, observed, expected, n, raters, se, interval },
    ...rest,
  };
}
