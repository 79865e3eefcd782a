import { type Cuts, cutUnits, type UnitText } from './cut-units.ts';
import { type Grown, mayBeNew } from './grown.ts';
import { type Ink, inkBetween, readInk } from './ink.ts';
import type { RaterLog } from './rater-log.ts';
import { firstEndingAfter, type Span, unionOf } from './spans.ts';
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
 * @param logs of one round: at most one for a rater and a document.
 */
export function unitCodes(
  texts: readonly UnitText[],
  logs: readonly RaterLog[],
  options: UnitOptions,
): UnitCodes {
  const raters = options.raters ?? [...new Set(logs.map(({ rater }) => rater))].sort(compareText);
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
  const used = new Set<string>();
  const documents = texts.map((text) => {
    const marks = raters.map((rater) =>
      marksOf(byPlace.get(JSON.stringify([text.document, rater])), options, excluded),
    );
    for (const { certain } of marks) for (const code of certain.keys()) used.add(code);
    const ink = readInk(text.body);
    const units = cutUnits(
      text,
      ink,
      options.unit,
      cutsOf(marks),
      options.speakers ?? (() => true),
      excluded,
    );
    const overlaps = marks.map(({ certain }) => overlapsOf(certain, units, ink, options.minShare));
    // A code that is not settled yet is one of some kind: its unit is not without any.
    const open = marks.map(({ uncertain }) => overlapsOf(uncertain, units, ink, options.minShare));
    const coded = new Set(
      [...overlaps, ...open].flatMap((one) => [...one.values()].flatMap((hits) => [...hits])),
    );
    for (const { spans } of marks)
      excluded.outside += spans.filter((span) => !touches(span, units, ink)).length;
    const kept = [...units.keys()].filter((unit) => !options.onlyCoded || coded.has(unit));
    excluded.uncoded += weigh(units) - weigh(kept.flatMap((unit) => units[unit] ?? []));
    return { text, marks, ink, units, overlaps, kept };
  });

  const codes = options.codes ?? [...used].sort(compareText);
  const units = documents.flatMap(({ units, kept }) => kept.flatMap((unit) => units[unit] ?? []));
  const cells = codes.map(() => raters.map(() => new Int8Array(units.length)));
  let offset = 0;
  for (const document of documents) {
    fillCells(document, { codes, raters, cells, offset, options, excluded });
    offset += document.kept.length;
  }
  return { unit: options.unit, units, raters, codes, cells, excluded };
}

/** What a rater marked in a document: spans by code, for sure and perhaps. */
interface Marks {
  certain: Map<string, Span[]>;
  uncertain: Map<string, Span[]>;
  /** Every coding once, whatever its code. */
  spans: Span[];
  through: number;
  grown: readonly Grown[];
}

function marksOf(log: RaterLog | undefined, options: UnitOptions, excluded: Excluded): Marks {
  const { through, grown = [] } = log ?? {};
  const marks: Marks = {
    certain: new Map(),
    uncertain: new Map(),
    spans: [],
    through: through ?? 0,
    grown,
  };
  const add = (into: Map<string, Span[]>, span: Span, code: string, version: string): boolean => {
    const now = options.codeOf ? options.codeOf(code, version) : code;
    if (now === null) return false;
    for (const one of withParents(now, options.parentOf)) {
      const spans = into.get(one);
      if (spans) spans.push(span);
      else into.set(one, [span]);
    }
    return true;
  };
  for (const coding of log?.codings ?? []) {
    if (add(marks.certain, coding, coding.code, coding.version)) marks.spans.push(coding);
    else excluded.unresolved += 1;
  }
  for (const one of log?.unsettled ?? []) add(marks.uncertain, one, one.code, one.version);
  return marks;
}

/** A code and all above it; a cycle is gone round once. */
function withParents(code: string, parentOf: UnitOptions['parentOf']): Set<string> {
  const line = new Set([code]);
  for (
    let above = parentOf?.(code) ?? null;
    above !== null && !line.has(above);
    above = parentOf?.(above) ?? null
  ) {
    line.add(above);
  }
  return line;
}

function cutsOf(marks: readonly Marks[]): Cuts {
  const open = marks.flatMap(({ uncertain }) => [...uncertain.values()].flat());
  return {
    marked: marks.flatMap(({ spans }) => spans),
    others: [
      ...marks.map(({ through }) => through),
      ...[...open, ...marks.flatMap(({ grown }) => grown)].flatMap(({ start, end }) => [start, end]),
    ],
  };
}

/** The units that carry each code. */
function overlapsOf(
  marks: ReadonlyMap<string, Span[]>,
  units: readonly Unit[],
  ink: Ink,
  minShare: number | undefined,
): Map<string, Set<number>> {
  return new Map([...marks].map(([code, spans]) => [code, unitsUnder(spans, units, ink, minShare)]));
}

function unitsUnder(
  spans: readonly Span[],
  units: readonly Unit[],
  ink: Ink,
  minShare?: number,
): Set<number> {
  const covered = new Map<number, number>();
  for (const span of unionOf(spans)) {
    for (let unit = firstEndingAfter(units, span.start); unit < units.length; unit += 1) {
      const one = units[unit];
      if (!one || one.start >= span.end) break;
      const size = inkUnder(span, one.pieces, ink);
      if (size > 0) covered.set(unit, (covered.get(unit) ?? 0) + size);
    }
  }
  if (minShare === undefined) return new Set(covered.keys());
  // Shares such as a third are not exact in binary.
  const enough = ([unit, size]: [number, number]): boolean =>
    size >= minShare * inkOf(units[unit]?.pieces ?? [], ink) * (1 - 1e-9);
  return new Set([...covered].filter(enough).map(([unit]) => unit));
}

function inkUnder(span: Span, pieces: readonly Span[], ink: Ink): number {
  let size = 0;
  for (let piece = firstEndingAfter(pieces, span.start); piece < pieces.length; piece += 1) {
    const one = pieces[piece];
    if (!one || one.start >= span.end) break;
    size += inkBetween(ink, Math.max(span.start, one.start), Math.min(span.end, one.end));
  }
  return size;
}

const inkOf = (pieces: readonly Span[], ink: Ink): number =>
  pieces.reduce((sum, { start, end }) => sum + inkBetween(ink, start, end), 0);

const touches = (span: Span, units: readonly Unit[], ink: Ink): boolean =>
  unitsUnder([span], units, ink).size > 0;

const weigh = (units: readonly Unit[]): number => units.reduce((sum, { weight }) => sum + weight, 0);

interface DocumentMarks {
  text: UnitText;
  marks: Marks[];
  ink: Ink;
  units: Unit[];
  overlaps: Map<string, Set<number>>[];
  kept: number[];
}

interface Target {
  codes: readonly string[];
  raters: readonly string[];
  cells: Int8Array[][];
  /** How many units come before this document. */
  offset: number;
  options: UnitOptions;
  excluded: Excluded;
}

function fillCells({ text, marks, ink, units, overlaps, kept }: DocumentMarks, target: Target): void {
  const { codes, raters, cells, offset, options, excluded } = target;
  for (const [r, rater] of raters.entries()) {
    const through = marks[r]?.through ?? 0;
    const isNew = newUnits(units, marks[r]?.grown ?? [], overlaps[r], options.unit);
    const read = kept.map((unit) => endOfInk(units[unit], ink) <= through && !isNew.has(unit));
    const unread = excluded.unread[r];
    if (unread) unread.units += weigh(kept.flatMap((unit, k) => (read[k] ? [] : (units[unit] ?? []))));
    for (const [c, code] of codes.entries()) {
      const row = cells[c]?.[r]?.subarray(offset, offset + kept.length);
      if (!row) continue;
      if (options.hasCode && !options.hasCode(rater, code, text.document)) {
        row.fill(-1);
        countLacking(excluded, rater, code, weigh(kept.flatMap((unit) => units[unit] ?? [])));
        continue;
      }
      const hits = overlaps[r]?.get(code);
      const open = marks[r]?.uncertain.get(code);
      const doubtful = open && unitsUnder(open, units, ink);
      for (const [k, unit] of kept.entries()) {
        if (!read[k]) row[k] = -1;
        else if (hits?.has(unit)) row[k] = 1;
        else if (doubtful?.has(unit)) {
          row[k] = -1;
          excluded.unsettled += units[unit]?.weight ?? 0;
        }
      }
    }
  }
}

/** Units that may have been put in since a rater read the text; not those that the rater coded. */
function newUnits(
  units: readonly Unit[],
  grown: readonly Grown[],
  overlaps: ReadonlyMap<string, Set<number>> | undefined,
  kind: UnitKind,
): Set<number> {
  if (grown.length === 0) return new Set();
  const coded = new Set([...(overlaps?.values() ?? [])].flatMap((hits) => [...hits]));
  const found = [...units.entries()].filter(
    ([at, unit]) => !coded.has(at) && mayBeNew(grown, unit, kind === 'character' ? 1 : undefined),
  );
  return new Set(found.map(([at]) => at));
}

/** Spaces at the end of a unit need not have been read. */
function endOfInk(unit: Unit | undefined, ink: Ink): number {
  if (!unit) return Infinity;
  let { end } = unit;
  while (end > unit.start && inkBetween(ink, end - 1, end) === 0) end -= 1;
  return end;
}

function countLacking(excluded: Excluded, rater: string, code: string, units: number): void {
  const before = excluded.lacking.find((one) => one.rater === rater && one.code === code);
  if (before) before.units += units;
  else excluded.lacking.push({ rater, code, units });
}

function index(logs: readonly RaterLog[]): Map<string, RaterLog> {
  const byPlace = new Map<string, RaterLog>();
  for (const log of logs) {
    const key = JSON.stringify([log.document, log.rater]);
    if (byPlace.has(key)) {
      throw new RangeError(`${log.rater} has two logs on ${log.document}; units are of one round`);
    }
    byPlace.set(key, log);
  }
  return byPlace;
}
