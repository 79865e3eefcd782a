import { compareText } from './time.ts';
import { cellOf, type UnitCodes } from './unit-codes.ts';

export type CountBy = 'code' | 'rater' | 'document' | 'speaker';

/** One row of counts; of the four keys, those that were asked for are set. */
export interface CodeCount {
  code?: string;
  rater?: string;
  document?: string;
  speaker?: string | null;
  /** Units that carry the code. */
  units: number;
  /** Units for which that is known; the base of any share. */
  of: number;
}

/**
 * Counts units by code, rater, document and speaker, in any combination.
 *
 * A unit counts once in a row: where raters are not told apart, it is enough that one of them put the code
 * there; where codes are not told apart, that any code is there. It is in the base where at least one cell
 * is known. Rows follow the order of codes and raters, then documents and speakers by name.
 */
export function countCodes(codes: UnitCodes, by: readonly CountBy[]): CodeCount[] {
  const asked = new Set(by);
  const groups = new Map<string, Map<number, Row>>();
  // Unit by unit, so that a unit's cells of one row follow each other, and counting once needs no sets.
  for (const [u, { document, speaker, weight }] of codes.units.entries()) {
    const where = {
      ...(asked.has('document') && { document }),
      ...(asked.has('speaker') && { speaker }),
    };
    const key = JSON.stringify(where);
    const rows = groups.get(key) ?? new Map<number, Row>();
    groups.set(key, rows);
    for (const [c, code] of codes.codes.entries()) {
      for (const [r, rater] of codes.raters.entries()) {
        const cell = cellOf(codes, u, r, c);
        if (cell === null) continue;
        const place = (asked.has('code') ? c : 0) * codes.raters.length + (asked.has('rater') ? r : 0);
        let row = rows.get(place);
        if (row === undefined) {
          const of = { ...(asked.has('code') && { code }), ...(asked.has('rater') && { rater }), ...where };
          row = { place, count: { ...of, units: 0, of: 0 }, last: -1, carried: false };
          rows.set(place, row);
        }
        if (row.last !== u) {
          row.count.of += weight;
          row.last = u;
          row.carried = false;
        }
        if (cell === 1 && !row.carried) {
          row.count.units += weight;
          row.carried = true;
        }
      }
    }
  }
  return [...groups.values()]
    .flatMap((rows) => [...rows.values()])
    .sort(compareRows)
    .map(({ count }) => count);
}

interface Row {
  /** By code, then rater. */
  place: number;
  count: CodeCount;
  /** The unit that was counted last, and whether it carried the code. */
  last: number;
  carried: boolean;
}

const compareRows = (a: Row, b: Row): number =>
  a.place - b.place ||
  compareText(a.count.document ?? '', b.count.document ?? '') ||
  compareText(a.count.speaker ?? '', b.count.speaker ?? '');
