import { type Counts, countPatterns } from './counts.ts';
import { type Cells, type Clusters, encodeRatings, type Ratings } from './ratings.ts';

/**
 * Which codes each rater put on which units: `cells[code][rater][unit]` is 1 for coded, 0 for read and
 * not coded, -1 for not rated: not read, or a code that the rater's codebook does not have.
 */
export interface CodedUnits {
  units: number;
  raters: readonly string[];
  codes: readonly string[];
  cells: readonly (readonly Cells[])[];
  /** How many units each entry stands for, all coded alike; without it, one. */
  weights?: Int32Array;
  unit?: string;
  names?: readonly string[];
  clusters?: Clusters;
}

/** The same as counts of patterns, one for each code. */
export interface CodeCounts {
  raters: readonly string[];
  codes: readonly string[];
  counts: readonly Counts[];
}

/** All that measures need of coded units. */
export function codeCounts(coded: CodedUnits): CodeCounts {
  const { raters, codes } = coded;
  return { raters, codes, counts: codes.map((_, code) => countPatterns(ratingsOfCode(coded, code))) };
}

/** Of one code, ratings in two categories; `present` is the second, and so the positive one. */
export function ratingsOfCode(coded: CodedUnits, code: number): Ratings {
  return {
    units: coded.units,
    raters: coded.raters,
    categories: PRESENCE,
    cells: coded.cells[code] ?? [],
    order: 'declared',
    ...(coded.weights && { weights: coded.weights }),
    ...(coded.unit !== undefined && { unit: coded.unit }),
    ...(coded.names && { names: coded.names }),
    ...(coded.clusters && { clusters: coded.clusters }),
  };
}

/**
 * All codes of a unit as one label: the set of codes that a rater put there, `cost;time`, and the empty set where the
 * rater put none. A unit that a rater has not rated in every code is not rated.
 *
 * @param separator what parts codes in a label; it must not stand in a code.
 */
export function setsOf(coded: CodedUnits, separator = ';'): Ratings {
  const labels = coded.raters.map((_, rater) =>
    Array.from({ length: coded.units }, (__, unit): string | null => {
      const own: string[] = [];
      for (const [code, cells] of coded.cells.entries()) {
        const cell = cells[rater]?.[unit] ?? -1;
        if (cell === -1) return null;
        if (cell === 1) own.push(coded.codes[code] ?? '');
      }
      return own.join(separator);
    }),
  );
  return {
    ...encodeRatings(coded.raters, labels),
    ...(coded.weights && { weights: coded.weights }),
    ...(coded.unit !== undefined && { unit: coded.unit }),
    ...(coded.names && { names: coded.names }),
    ...(coded.clusters && { clusters: coded.clusters }),
  };
}

export const PRESENCE = ['absent', 'present'];

/**
 * Only units on which some rater put some code. Never per code: that would empty the cell of units on
 * which both agree that a code is absent.
 */
export function onlyCoded(coded: CodedUnits): CodedUnits {
  const keep = new Uint8Array(coded.units);
  for (const raters of coded.cells) {
    for (const cells of raters) {
      for (let unit = 0; unit < coded.units; unit++) if (cells[unit] === 1) keep[unit] = 1;
    }
  }
  const kept = (_: unknown, unit: number): boolean => keep[unit] === 1;
  return {
    ...coded,
    units: keep.reduce((sum, one) => sum + one, 0),
    cells: coded.cells.map((raters) => raters.map((cells) => cells.filter(kept))),
    ...(coded.weights && { weights: coded.weights.filter(kept) }),
    ...(coded.names && { names: coded.names.filter(kept) }),
    ...(coded.clusters && { clusters: { ...coded.clusters, of: coded.clusters.of.filter(kept) } }),
  };
}
