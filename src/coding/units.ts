import { CodeNumbers, type Numbered } from './code-numbers.ts';
import { type CodingColumns, columnsOf } from './coding-columns.ts';
import { type Cuts, cutUnits, type UnitText } from './cut-units.ts';
import { type Grown, mayBeNew } from './grown.ts';
import { readInk } from './ink.ts';
import { endOfInk, Pieces } from './pieces.ts';
import type { RaterColumns } from './rater-log.ts';
import { compareText } from './time.ts';
import type { Excluded, Unit, UnitCodes, UnitKind } from './unit-codes.ts';

export interface UnitOptions {
  unit: UnitKind;
  /** The raters to compare, in order; without it, all who have a log, by name. */
  raters?: readonly string[];
  /** The codes to report, in order; without it, all that the compared raters used, by name. */
  codes?: readonly string[];
  /** Whose turns count; without it, everybody's. */
  speakers?: (speaker: string | null, document: string) => boolean;
  /** The least share of a unit's characters, spaces apart, that a code must cover; else one character will do. */
  minShare?: number;
  /** Drops units that carry no code at all by any compared rater, whatever `codes` says. */
  onlyCoded?: boolean;
  /** Given, a coding counts for the parents of its code too, all the way up. */
  parentOf?: (code: string) => string | null;
  /** What a code of a codebook version is called now; null where that is not known. */
  codeOf?: (code: string, version: string) => string | null;
  /** Whether the codebook that a rater used on a document has a code; without it, it does. */
  hasCode?: (rater: string, code: string, document: string) => boolean;
}

/**
 * Which unit carries which code by which rater.
 *
 * - A unit carries a code when any character of it that is not space overlaps a coding, or `minShare` of
 *   them do. Marking the same text twice counts once.
 * - What a rater has not read is null: units not wholly before `through`, and documents without a log; also units
 *   without any coding of the rater's that may be new as a whole, where the text grew since it was read.
 * - A code that a rater's codebook does not have is null; so is a code where the rater's own coding is in
 *   conflict or not confirmed, unless another coding settles it.
 * - `spans` are cut at the ends of all codings of the compared raters, and are marked by some of them.
 *
 * Documents are gone through one after the other; of each, only its units and marked cells are kept.
 *
 * @param logs of one round: at most one for a rater and a document.
 */
export function unitCodes(
  texts: readonly UnitText[],
  logs: readonly RaterColumns[],
  options: UnitOptions,
): UnitCodes {
  const raters = options.raters
    ? [...new Set(options.raters)]
    : [...new Set(logs.map(({ rater }) => rater))].sort(compareText);
  const excluded: Excluded = {
    speakers: [],
    blank: 0,
    uncoded: 0,
    unread: raters.map((rater) => ({ rater, units: 0 })),
    lacking: [],
    unsettled: 0,
    outside: 0,
    unresolved: 0,
  };
  const byPlace = index(logs);
  const numbers = new CodeNumbers(options.codeOf, options.parentOf);
  const documents = texts.map((text) => {
    const own = raters.map((rater) => byPlace.get(text.document)?.get(rater));
    return markDocument(text, own, numbers, options, excluded);
  });

  const codes = options.codes ? [...new Set(options.codes)] : [...numbers.used].sort(compareText);
  const units = documents.flatMap((document) => document.units);
  const cells = codes.map(() => raters.map(() => new Int8Array(units.length)));
  const columns = numbers.columnsIn(codes);
  let offset = 0;
  for (const document of documents) {
    fillCells(document, { codes, raters, cells, columns, offset, options, excluded });
    offset += document.units.length;
  }
  return { unit: options.unit, units, raters, codes, cells, excluded };
}

/** The units of a document, and what each rater marked of them. */
interface MarkedDocument {
  document: string;
  units: Unit[];
  raters: MarkedBy[];
}

interface MarkedBy {
  /** By unit: 1 where the rater has not read it to its end. */
  unread: Uint8Array;
  /** Cells that carry a code, and those that perhaps do, as code number × units + unit; some more than once. */
  certain: readonly number[];
  open: readonly number[];
}

interface Marks {
  through: number;
  grown: readonly Grown[];
  certain: Numbered;
  open: Numbered;
}

const NOTHING: CodingColumns = columnsOf([]);

function markDocument(
  text: UnitText,
  logs: readonly (RaterColumns | undefined)[],
  numbers: CodeNumbers,
  options: UnitOptions,
  excluded: Excluded,
): MarkedDocument {
  const { unit, minShare } = options;
  const marks = logs.map(
    (log): Marks => ({
      through: log?.through ?? 0,
      grown: log?.grown ?? [],
      certain: numbers.read(log?.columns ?? NOTHING, true),
      open: numbers.read(log && log.unsettled.length > 0 ? columnsOf(log.unsettled) : NOTHING, false),
    }),
  );
  for (const { certain } of marks) excluded.unresolved += certain.unresolved;
  const ink = readInk(text.body);
  const speakers = options.speakers ?? (() => true);
  const cuts = unit === 'spans' || unit === 'character' ? cutsOf(marks) : { marked: [], others: [] };
  const all = cutUnits(text, ink, unit, cuts, speakers, excluded);
  const pieces = new Pieces(all, ink);
  const cells = marks.map(({ certain, open }) => ({
    certain: pieces.under(certain, minShare),
    open: pieces.under(open),
  }));
  for (const { certain } of cells) excluded.outside += certain.outside;

  let kept = all;
  if (options.onlyCoded) {
    // A code that is not settled yet is one of some kind: its unit is not without any.
    const shared = marks.map(({ open }) => pieces.under(open, minShare).cells);
    const coded = new Uint8Array(all.length);
    for (const some of [...cells.map(({ certain }) => certain.cells), ...shared]) {
      for (const cell of some) coded[cell % all.length] = 1;
    }
    kept = all.filter((_, place) => coded[place] === 1);
    excluded.uncoded += weigh(all) - weigh(kept);
  }
  const among = kept === all ? (some: readonly number[]) => some : renumbering(all, kept);
  const ends = Int32Array.from(kept, (one) => endOfInk(one, ink));
  return {
    document: text.document,
    units: kept,
    raters: cells.map(({ certain, open }, r) => {
      const { through = 0, grown = [] } = marks[r] ?? {};
      const unread = Uint8Array.from(ends, (end) => (end <= through ? 0 : 1));
      const own = among(certain.cells);
      for (const at of newUnits(kept, grown, own, unit)) unread[at] = 1;
      return { unread, certain: own, open: among(open.cells) };
    }),
  };
}

/** Units that may have been put in since a rater read the text; not those that the rater coded. */
function newUnits(
  units: readonly Unit[],
  grown: readonly Grown[],
  cells: readonly number[],
  kind: UnitKind,
): number[] {
  if (grown.length === 0) return [];
  const coded = new Set(cells.map((cell) => cell % units.length));
  return [...units.entries()].flatMap(([at, unit]) =>
    !coded.has(at) && mayBeNew(grown, unit, kind === 'character' ? 1 : undefined) ? [at] : [],
  );
}

/** Cells as they are numbered among some of the units. */
function renumbering(all: readonly Unit[], kept: readonly Unit[]): (cells: readonly number[]) => number[] {
  const places = new Map(kept.map((unit, place) => [unit, place]));
  const to = all.map((unit) => places.get(unit));
  return (cells) =>
    cells.flatMap((cell) => {
      const place = to[cell % all.length];
      return place === undefined ? [] : [Math.floor(cell / all.length) * kept.length + place];
    });
}

function cutsOf(marks: readonly Marks[]): Cuts {
  const spansOf = ({ columns, codes }: Numbered) =>
    [...columns.kind].flatMap((kind, index) =>
      codes[kind] ? [{ start: columns.start[index] ?? 0, end: columns.end[index] ?? 0 }] : [],
    );
  return {
    marked: marks.flatMap(({ certain }) => spansOf(certain)),
    others: marks.flatMap(({ through, open, grown }) => [
      through,
      ...[...spansOf(open), ...grown].flatMap(({ start, end }) => [start, end]),
    ]),
  };
}

const weigh = (units: readonly Unit[]): number => units.reduce((sum, { weight }) => sum + weight, 0);

interface Target {
  codes: readonly string[];
  raters: readonly string[];
  cells: Int8Array[][];
  /** For each code number, its place among `codes`, or −1. */
  columns: Int32Array;
  /** How many units come before this document. */
  offset: number;
  options: UnitOptions;
  excluded: Excluded;
}

function fillCells({ document, units, raters: marks }: MarkedDocument, target: Target): void {
  const { codes, raters, cells, columns, offset, options, excluded } = target;
  const whole = weigh(units);
  for (const [r, { unread, certain, open }] of marks.entries()) {
    const rater = raters[r] ?? '';
    const rows = codes.map((code, c) => {
      const row = cells[c]?.[r];
      if (!options.hasCode || options.hasCode(rater, code, document)) return row;
      row?.fill(-1, offset, offset + units.length);
      countLacking(excluded, rater, code, whole);
      return undefined;
    });
    countUnread(units, unread, rows, offset, excluded.unread[r]);
    for (const cell of certain) {
      const unit = cell % units.length;
      const row = rows[columns[Math.floor(cell / units.length)] ?? -1];
      if (row && unread[unit] === 0) row[offset + unit] = 1;
    }
    for (const cell of open) {
      const unit = cell % units.length;
      const row = rows[columns[Math.floor(cell / units.length)] ?? -1];
      if (row?.[offset + unit] !== 0) continue;
      row[offset + unit] = -1;
      excluded.unsettled += units[unit]?.weight ?? 0;
    }
  }
}

function countUnread(
  units: readonly Unit[],
  unread: Uint8Array,
  rows: readonly (Int8Array | undefined)[],
  offset: number,
  counted: Excluded['unread'][number] | undefined,
): void {
  for (let unit = unread.indexOf(1); unit >= 0; unit = unread.indexOf(1, unit + 1)) {
    if (counted) counted.units += units[unit]?.weight ?? 0;
    for (const row of rows) if (row) row[offset + unit] = -1;
  }
}

function countLacking(excluded: Excluded, rater: string, code: string, units: number): void {
  const before = excluded.lacking.find((one) => one.rater === rater && one.code === code);
  if (before) before.units += units;
  else excluded.lacking.push({ rater, code, units });
}

/** Logs by document and rater. */
function index(logs: readonly RaterColumns[]): Map<string, Map<string, RaterColumns>> {
  const byPlace = new Map<string, Map<string, RaterColumns>>();
  for (const log of logs) {
    const own = byPlace.get(log.document) ?? new Map<string, RaterColumns>();
    byPlace.set(log.document, own);
    if (own.has(log.rater)) {
      throw new RangeError(`${log.rater} has two logs on ${log.document}; units are of one round`);
    }
    own.set(log.rater, log);
  }
  return byPlace;
}
