import { codingsWithin } from '../coding/codings-within.ts';
import type { Coding } from '../coding/log.ts';
import type { RaterLog } from '../coding/rater-log.ts';
import type { Span } from '../coding/spans.ts';
import { type Cell, cellOf, type Unit, type UnitCodes } from '../coding/unit-codes.ts';

/** The raters of a round, unit by unit: what is to be reconciled. */
export interface Compared {
  round: string;
  /** The codebook version that all codes are read in; null where the study has no codebook. */
  version: string | null;
  table: UnitCodes;
  /** The logs that the table was made from, in positions of the current body. */
  logs: readonly RaterLog[];
  /** What a code of a codebook version is called now; null where that is not known. */
  codeOf: (code: string, version: string) => string | null;
  /** Whether the codebook that a rater had on a document has a code. */
  hasCode: (rater: string, code: string, document: string) => boolean;
}

/** One document, of two raters or more who have a log on it. */
export interface ComparedDocument {
  document: string;
  /** In the order of the table. */
  raters: readonly string[];
  /** Their places in the table. */
  columns: readonly number[];
  /** The units that all of them have read, each with its place in the table. */
  units: readonly { unit: Unit; index: number }[];
  /** The same units by themselves. */
  spans: readonly Span[];
  /** How far all of them have read: to the first unit that some have not. */
  through: number;
  /** The codings of a rater that touch a unit, with the code's name of now; null where it has none. */
  codingsIn: (rater: string, unit: Unit) => { coding: Coding; code: string | null }[];
}

export function comparedDocuments(compared: Compared): ComparedDocument[] {
  const { table, logs } = compared;
  const units = new Map<string, { unit: Unit; index: number }[]>();
  for (const [index, unit] of table.units.entries()) {
    const own = units.get(unit.document) ?? [];
    units.set(unit.document, own);
    own.push({ unit, index });
  }
  return [...units].flatMap(([document, all]): ComparedDocument[] => {
    const own = logs.filter((log) => log.document === document && table.raters.includes(log.rater));
    const raters = table.raters.filter((rater) => own.some((log) => log.rater === rater));
    if (raters.length < 2) return [];
    const columns = raters.map((rater) => table.raters.indexOf(rater));
    // Who has none of the codes in their codebook has no cell that could say so.
    const hasNone = raters.map((rater) =>
      table.codes.every((code) => !compared.hasCode(rater, code, document)),
    );
    const through = raters.map((rater) => own.find((log) => log.rater === rater)?.through ?? 0);
    const isRead = ({ unit, index }: { unit: Unit; index: number }): boolean =>
      columns.every((column, place) =>
        hasNone[place]
          ? unit.end <= (through[place] ?? 0)
          : table.cells.some((rows) => rows[column]?.[index] !== -1),
      );
    const firstUnread = all.find((one) => !isRead(one))?.unit.start ?? Infinity;
    const within = new Map(own.map((log) => [log.rater, codingsWithin(log.codings)]));
    const read = all.filter(isRead);
    return [
      {
        document,
        raters,
        columns,
        units: read,
        spans: read.map(({ unit }) => unit),
        through: Math.min(firstUnread, ...through),
        codingsIn: (rater, unit) =>
          (within.get(rater)?.(unit) ?? []).map((coding) => ({
            coding,
            code: compared.codeOf(coding.code, coding.version),
          })),
      },
    ];
  });
}

export const cellAt = ({ table }: Compared, rater: string, code: number, unit: number): Cell =>
  cellOf(table, unit, table.raters.indexOf(rater), code);

/**
 * What the raters say together of a code in a unit.
 *
 * - `differ`: some gave it and some did not.
 * - `present`: whoever could give it did.
 * - `open`: not known of somebody, whose coding there is not settled; or one alone could give it, and did.
 *
 * Where nobody gave it who could, there is nothing to say.
 */
export interface Said {
  /** The unit's place in the document's units. */
  place: number;
  said: 'present' | 'open' | 'differ';
}

/** What the raters say of a code, by its place in the table, in the units of a document in their order. */
export function saidOf(
  { table, hasCode }: Compared,
  { document, raters, columns, units }: ComparedDocument,
  code: number,
): Said[] {
  const name = table.codes[code] ?? '';
  const rows = columns.flatMap((column) => table.cells[code]?.[column] ?? []);
  const canGive = raters.map((rater) => hasCode(rater, name, document));
  const found: Said[] = [];
  // Every unit there is, for every code: most have a 0 of everybody.
  for (let place = 0; place < units.length; place += 1) {
    const index = units[place]?.index ?? -1;
    let any = 0;
    for (let at = 0; at < rows.length; at += 1) any |= rows[at]?.[index] ?? 0;
    if (any === 0) continue;
    const cells = rows.map((row) => row[index]);
    const gave = cells.filter((cell) => cell === 1).length;
    const isUnsettled = cells.some((cell, at) => cell === -1 && canGive[at]);
    if (gave === 0 && !isUnsettled) continue;
    if (gave > 0 && cells.includes(0)) found.push({ place, said: 'differ' });
    else found.push({ place, said: isUnsettled || gave === 1 ? 'open' : 'present' });
  }
  return found;
}
