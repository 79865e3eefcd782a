import { type CodeCount, type CountBy, countCodes } from './count-codes.ts';
import { compareText } from './time.ts';
import type { UnitCodes } from './unit-codes.ts';

/** Speakers who gave one answer to a closed question. */
export interface AnswerGroup {
  label: string;
  speakers: ReadonlySet<string>;
}

/**
 * Counts units as `countCodes` does, apart for each group of speakers; who is in several groups counts in each. A group of
 * whose units nothing is known has no row.
 *
 * @param by at most two keys, `answer` one of them.
 */
export function countByAnswer(
  table: UnitCodes,
  by: readonly CountBy[],
  groups: readonly AnswerGroup[],
): CodeCount[] {
  const others = by.filter((key) => key !== 'answer');
  const rows = groups.flatMap(({ label, speakers }) =>
    countCodes(only(table, speakers), others).map((row): CodeCount => ({ ...row, answer: label })),
  );
  const [first = 'answer'] = by;
  if (first === 'answer') return rows;
  const place = placesOf(table, first, rows);
  return rows.sort((a, b) => (place.get(a[first]) ?? 0) - (place.get(b[first]) ?? 0));
}

function only(table: UnitCodes, speakers: ReadonlySet<string>): UnitCodes {
  const kept = [...table.units.keys()].filter((unit) => speakers.has(table.units[unit]?.speaker ?? ''));
  return {
    ...table,
    units: kept.flatMap((unit) => table.units[unit] ?? []),
    cells: table.cells.map((raters) =>
      raters.map((cells) => Int8Array.from(kept, (unit) => cells[unit] as number)),
    ),
  };
}

/** Codes and raters in their own order, documents and speakers by name. */
function placesOf(
  { codes, raters }: UnitCodes,
  key: CountBy,
  rows: readonly CodeCount[],
): Map<string | null | undefined, number> {
  const named = rows.map((row) => row[key]);
  const ordered =
    key === 'code'
      ? codes
      : key === 'rater'
        ? raters
        : [...new Set(named)].sort((a, b) => compareText(a ?? '', b ?? ''));
  return new Map(ordered.map((name, at) => [name, at]));
}
