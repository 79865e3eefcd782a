import { setsOf } from '../agreement/coded-units.ts';
import { type Counts, countPatterns } from '../agreement/counts.ts';
import { countsAmong } from '../agreement/part-of-counts.ts';
import type { UnitCodes } from '../coding/unit-codes.ts';
import { codedUnitsOf } from './pattern-counts.ts';

/** What each rater put on a unit, as one set of codes. */
export interface SetsOfCodes {
  counts: Counts;
  /** Codes that one of the raters could not have given, or may have given anywhere: they are in no set. */
  left: string[];
}

/** Units that every one of some raters has rated in all codes that they could all give. */
export function setsAmong(table: UnitCodes, some: readonly string[]): SetsOfCodes {
  const places = some.map((rater) => table.raters.indexOf(rater));
  const isKnown = (code: number): boolean =>
    places.every((place) => table.cells[code]?.[place]?.some((cell) => cell !== -1) ?? false);
  const known = [...table.codes.keys()].filter(isKnown);
  const own = {
    ...table,
    codes: known.map((code) => table.codes[code] ?? ''),
    cells: known.map((code) => table.cells[code] ?? []),
  };
  return {
    counts: countsAmong(countPatterns(setsOf(codedUnitsOf(own))), places, true).counts,
    left: table.codes.filter((_, code) => !isKnown(code)),
  };
}
