import { type CodeCounts, type CodedUnits, codeCounts } from '../agreement/coded-units.ts';
import { countsAmong } from '../agreement/part-of-counts.ts';
import type { Group } from '../agreement/per-code.ts';
import type { UnitCodes } from '../coding/unit-codes.ts';

/** A table as measures take it. Units of one document are one cluster. */
export function codedUnitsOf({ unit, units, raters, codes, cells }: UnitCodes): CodedUnits {
  const documents = [...new Set(units.map(({ document }) => document))];
  const index = new Map(documents.map((document, place) => [document, place]));
  return {
    units: units.length,
    raters,
    codes,
    cells,
    ...(units.some(({ weight }) => weight !== 1) && {
      weights: Int32Array.from(units, ({ weight }) => weight),
    }),
    unit: unit === 'spans' ? 'span' : unit,
    ...(unit !== 'document' && {
      clusters: {
        name: 'document',
        count: documents.length,
        of: Int32Array.from(units, ({ document }) => index.get(document) ?? 0),
      },
    }),
  };
}

/** The same as patterns of each code, counted. */
export const countsOf = (table: UnitCodes): CodeCounts => codeCounts(codedUnitsOf(table));

/**
 * Some of the raters, and only units that every one of them has rated: where one has not read, or has no such
 * code, the others' ratings are left out too.
 */
export function ratedAmong({ raters, counts }: CodeCounts, some: readonly string[]): Group {
  const places = some.map((rater) => raters.indexOf(rater));
  return { whole: counts, parts: counts.map((one) => countsAmong(one, places, true)) };
}
