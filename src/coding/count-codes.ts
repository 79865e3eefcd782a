import { compareText } from './time.ts';
import type { Unit, UnitCodes } from './unit-codes.ts';

/** `answer`: what speakers answered to a closed question; see `countByAnswer`. */
export type CountBy = 'code' | 'rater' | 'document' | 'speaker' | 'answer';

/** One row of counts; of the five keys, those that were asked for are set. */
export interface CodeCount {
  code?: string;
  rater?: string;
  document?: string;
  speaker?: string | null;
  answer?: string;
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
export function countCodes(table: UnitCodes, by: readonly CountBy[]): CodeCount[] {
  const asked = new Set(by);
  const { groups, groupOf } = groupUnits(table.units, asked);
  const weights = Int32Array.from(table.units, ({ weight }) => weight);
  const rows: Row[] = [];
  for (const [place, { where, cells }] of placesOf(table, asked).entries()) {
    const units = new Float64Array(groups.length);
    const of = new Float64Array(groups.length);
    for (let unit = 0; unit < cells.length; unit += 1) {
      const cell = cells[unit] as number;
      if (cell === -1) continue;
      const group = groupOf[unit] as number;
      const weight = weights[unit] as number;
      of[group] = (of[group] as number) + weight;
      if (cell === 1) units[group] = (units[group] as number) + weight;
    }
    for (const [group, more] of groups.entries()) {
      const base = of[group] ?? 0;
      if (base > 0) rows.push({ place, count: { ...where, ...more, units: units[group] ?? 0, of: base } });
    }
  }
  return rows.sort(compareRows).map(({ count }) => count);
}

interface Row {
  /** By code, then rater. */
  place: number;
  count: CodeCount;
}

const compareRows = (a: Row, b: Row): number =>
  a.place - b.place ||
  compareText(a.count.document ?? '', b.count.document ?? '') ||
  compareText(a.count.speaker ?? '', b.count.speaker ?? '');

/** Codes and raters as far as they are told apart, with the cells of each. */
function placesOf(
  { codes, raters, cells, units }: UnitCodes,
  asked: ReadonlySet<CountBy>,
): { where: Pick<CodeCount, 'code' | 'rater'>; cells: Int8Array }[] {
  const byCode = asked.has('code')
    ? codes.map((code, c) => ({ code, own: [c] }))
    : [{ own: [...codes.keys()] }];
  const byRater = asked.has('rater')
    ? raters.map((rater, r) => ({ rater, own: [r] }))
    : [{ own: [...raters.keys()] }];
  return byCode.flatMap(({ own: some, ...code }) =>
    byRater.map(({ own, ...rater }) => ({
      where: { ...code, ...rater },
      cells: together(
        some.flatMap((c) => own.flatMap((r) => cells[c]?.[r] ?? [])),
        units.length,
      ),
    })),
  );
}

/** Of each unit the highest cell: carried by any, else known of any, else not known. */
function together(rows: readonly Int8Array[], units: number): Int8Array {
  const [only, ...others] = rows;
  if (only && others.length === 0) return only;
  const highest = new Int8Array(units).fill(-1);
  for (const row of rows) {
    for (let unit = 0; unit < units; unit += 1) {
      const cell = row[unit] as number;
      if (cell > (highest[unit] as number)) highest[unit] = cell;
    }
  }
  return highest;
}

/** Documents and speakers as far as they are told apart, in order of appearance, and which one each unit is in. */
function groupUnits(
  units: readonly Unit[],
  asked: ReadonlySet<CountBy>,
): { groups: Pick<CodeCount, 'document' | 'speaker'>[]; groupOf: Int32Array } {
  const groups: Pick<CodeCount, 'document' | 'speaker'>[] = [];
  const numbers = new Map<string | undefined, Map<string | null | undefined, number>>();
  const groupOf = Int32Array.from(units, (unit) => {
    const document = asked.has('document') ? unit.document : undefined;
    const speaker = asked.has('speaker') ? unit.speaker : undefined;
    const own = numbers.get(document) ?? new Map<string | null | undefined, number>();
    numbers.set(document, own);
    const before = own.get(speaker);
    if (before !== undefined) return before;
    own.set(speaker, groups.length);
    return (
      groups.push({
        ...(document !== undefined && { document }),
        ...(speaker !== undefined && { speaker }),
      }) - 1
    );
  });
  return { groups, groupOf };
}
