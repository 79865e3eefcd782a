import type { Span } from './spans.ts';

export type UnitKind = 'turn' | 'paragraph' | 'sentence' | 'document' | 'character' | 'spans';

/** A unit that raters code: never labels or times, and never only spaces. */
export interface Unit {
  document: string;
  start: number;
  end: number;
  /** Null where nobody, or more than one, speaks. */
  speaker: string | null;
  /** What the unit counts: for `character` the characters it stands for, all alike in every code; else 1. */
  weight: number;
  /** The text that makes the unit, in order: of a document, its turns. */
  pieces: readonly Span[];
}

/** 1: the rater put the code on the unit; 0: not; null: not known, for a reason in `Excluded`. */
export type Cell = 1 | 0 | null;

export interface UnitCodes {
  unit: UnitKind;
  units: readonly Unit[];
  raters: readonly string[];
  codes: readonly string[];
  /** `cells[code][rater][unit]`: 1, 0, and −1 for null; see `cellOf`. */
  cells: readonly (readonly Int8Array[])[];
  excluded: Excluded;
}

/** What is left out and why; nothing is left out silently. Units count by weight. */
export interface Excluded {
  /** Units by speakers who were not asked for. */
  speakers: { speaker: string | null; units: number }[];
  /** Units without a character that is not space. */
  blank: number;
  /** Units without any code by any compared rater; 0 unless `onlyCoded`. */
  uncoded: number;
  /** Units that a rater has not read, or not to their end. */
  unread: { rater: string; units: number }[];
  /** Codes that a rater's codebook does not have, in how many units. */
  lacking: { rater: string; code: string; units: number }[];
  /** Cells that are null because a coding there is in conflict, not confirmed or left open. */
  unsettled: number;
  /** Codings that touch no unit: on labels, or on speakers left out. */
  outside: number;
  /** Codings whose code could not be resolved. */
  unresolved: number;
}

/** The cell of a unit, a rater and a code, by their indices. */
export function cellOf({ cells }: UnitCodes, unit: number, rater: number, code: number): Cell {
  const cell = cells[code]?.[rater]?.[unit];
  return cell === 1 ? 1 : cell === 0 ? 0 : null;
}

/** How the raters rated one code, and how many units they rated so. */
export interface Pattern {
  /** One cell for each rater. */
  ratings: Cell[];
  count: number;
}

/** The distinct patterns of a code's ratings with their counts: all that a coefficient needs. */
export function patternsOf(codes: UnitCodes, code: number): Pattern[] {
  return [...patternsByDocument(codes, code).values()].reduce<Pattern[]>((all, patterns) => {
    for (const { ratings, count } of patterns) {
      const same = all.find((one) => one.ratings.every((cell, rater) => cell === ratings[rater]));
      if (same) same.count += count;
      else all.push({ ratings, count });
    }
    return all;
  }, []);
}

/** The same for each document, as resampling documents needs it. */
export function patternsByDocument(codes: UnitCodes, code: number): Map<string, Pattern[]> {
  const { units, raters } = codes;
  const found = new Map<string, Map<string, Pattern>>();
  for (const [unit, { document, weight }] of units.entries()) {
    const ratings = raters.map((_, rater) => cellOf(codes, unit, rater, code));
    const patterns = found.get(document) ?? new Map<string, Pattern>();
    found.set(document, patterns);
    const key = ratings.join();
    const before = patterns.get(key);
    if (before) before.count += weight;
    else patterns.set(key, { ratings, count: weight });
  }
  return new Map([...found].map(([document, patterns]) => [document, [...patterns.values()]]));
}
