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
  const rows = new Map<
    string,
    { row: CodeCount; order: (number | string)[]; last: number; carried: boolean }
  >();
  const asked = new Set(by);
  // Unit by unit, so that a unit's cells of one row follow each other, and counting once needs no sets.
  for (const [u, unit] of codes.units.entries()) {
    for (const [c, code] of codes.codes.entries()) {
      for (const [r, rater] of codes.raters.entries()) {
        const cell = cellOf(codes, u, r, c);
        if (cell === null) continue;
        const row: CodeCount = {
          ...(asked.has('code') && { code }),
          ...(asked.has('rater') && { rater }),
          ...(asked.has('document') && { document: unit.document }),
          ...(asked.has('speaker') && { speaker: unit.speaker }),
          units: 0,
          of: 0,
        };
        const key = JSON.stringify([row.code, row.rater, row.document, row.speaker]);
        const order = [
          ...[asked.has('code') ? c : 0, asked.has('rater') ? r : 0],
          ...[row.document ?? '', row.speaker ?? ''],
        ];
        const entry = rows.get(key) ?? { row, order, last: -1, carried: false };
        rows.set(key, entry);
        if (entry.last !== u) {
          entry.row.of += unit.weight;
          entry.last = u;
          entry.carried = false;
        }
        if (cell === 1 && !entry.carried) {
          entry.row.units += unit.weight;
          entry.carried = true;
        }
      }
    }
  }
  return [...rows.values()].sort((a, b) => compareOrder(a.order, b.order)).map(({ row }) => row);
}

function compareOrder(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index];
    const step = typeof one === 'number' ? one - Number(other) : compareText(one, String(other));
    if (step !== 0) return step;
  }
  return 0;
}
