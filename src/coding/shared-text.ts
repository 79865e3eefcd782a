import { withParents } from './code-numbers.ts';
import type { CodeOfVersion } from './coding-columns.ts';
import type { Segment, UnitText } from './cut-units.ts';
import { type Ink, inkBetween, readInk } from './ink.ts';
import type { RaterColumns, Unsettled } from './rater-log.ts';
import { firstEndingAfter, outsideOf, type Span, unionOf } from './spans.ts';
import type { UnitOptions } from './units.ts';

/** The text that all of some raters have read, with the spans that each coded. */
export interface SharedText {
  raters: readonly string[];
  stretches: Stretch[];
  left: LeftOfText;
}

/** Text that all have read from end to end: a document, or a part of one. */
export interface Stretch {
  document: string;
  /** Code points; spans lie between 0 and this. */
  length: number;
  /** Of each rater, half-open, in code points from the beginning of the stretch. */
  spans: (Span & { code: string })[][];
}

/** What is not compared; text in code points, each only once, in the order of these keys. */
export interface LeftOfText {
  /** Turns of speakers who were not asked for. */
  speakers: { speaker: string | null; length: number }[];
  /** Not read by all, or perhaps put in since somebody read it. */
  unread: number;
  /** Where a coding is in conflict, unconfirmed, undecided or left open. */
  unsettled: number;
  /** Codings of which a part was cut off, because it is on such text. */
  clipped: number;
  /** Codings that are on such text, on labels or on spaces only. */
  outside: number;
  /** Codings with a code that another rater could not have given on the document. */
  lacking: { code: string; document: string; codings: number }[];
}

type Options = Pick<UnitOptions, 'speakers' | 'parentOf' | 'codeOf' | 'hasCode'> & {
  raters: readonly string[];
  /** Spans of other codes are left out. */
  codes: readonly string[];
};

/**
 * Joins the turns that count, without labels, times and what stands between them, and cuts where text comes that not all have
 * read. A coding that runs on from one such turn into the next is one span.
 *
 * @param logs of one round: at most one for a rater and a document.
 */
export function sharedText(
  texts: readonly UnitText[],
  logs: readonly RaterColumns[],
  options: Options,
): SharedText {
  const { raters } = options;
  const left: LeftOfText = { speakers: [], unread: 0, unsettled: 0, clipped: 0, outside: 0, lacking: [] };
  const stretches = texts.flatMap((text) => {
    const own = raters.map((rater) =>
      logs.find((log) => log.rater === rater && log.document === text.document),
    );
    return shareDocument(text, own, options, left);
  });
  return { raters, stretches, left };
}

/** A coding with the codes that it counts for. */
interface Marked extends Span {
  codes: string[];
}

function shareDocument(
  text: UnitText,
  logs: readonly (RaterColumns | undefined)[],
  options: Options,
  left: LeftOfText,
): Stretch[] {
  const { document } = text;
  const { raters, codes: wanted } = options;
  const ink = readInk(text.body);
  const segments = text.segments
    .filter(({ start, end }) => inkBetween(ink, start, end) > 0)
    .toSorted((a, b) => a.start - b.start);
  const counts = ({ speaker }: Segment): boolean => options.speakers?.(speaker, document) ?? true;
  const heard = segments.filter(counts);
  for (const one of segments) if (!counts(one)) addSpeaker(left, one);

  const has = (code: string) => raters.every((rater) => options.hasCode?.(rater, code, document) ?? true);
  const known = new Set(wanted.filter(has));
  const namesOf = ({ code, version }: CodeOfVersion): string[] => {
    const now = options.codeOf ? options.codeOf(code, version) : code;
    return now === null
      ? []
      : [...withParents(now, options.parentOf)].filter((name) => wanted.includes(name));
  };
  const marked = logs.map((log) => markedIn(log, namesOf));
  const unread = unionOf(logs.flatMap((log, rater) => unreadOf(log, marked[rater] ?? [], text)));
  const unsettled = unionOf(
    logs.flatMap((log, rater) =>
      (log?.unsettled ?? []).flatMap((one) => notSettled(one, namesOf(one), known, marked[rater] ?? [])),
    ),
  );
  left.unread += lengthWithin(heard, unread);
  const without = unionOf([...unread, ...unsettled]);
  const parts = cut(heard, without, ink);
  left.unsettled += lengthWithin(heard, without) - lengthWithin(heard, unread);

  const stretches = parts.map(
    (pieces): Stretch => ({ document, length: lengthOf(pieces), spans: raters.map(() => []) }),
  );
  const lacking = new Map<string, number>();
  for (const [rater, codings] of marked.entries()) {
    for (const one of codings) {
      const codes = one.codes.filter((code) => known.has(code));
      for (const code of one.codes) if (!known.has(code)) lacking.set(code, (lacking.get(code) ?? 0) + 1);
      if (codes.length === 0) continue;
      let found = 0;
      for (const [at, pieces] of parts.entries()) {
        const place = placeIn(pieces, one, ink);
        if (!place) continue;
        found += place.ink;
        for (const code of codes) {
          stretches[at]?.spans[rater]?.push({ start: place.start, end: place.end, code });
        }
      }
      if (found === 0) left.outside += 1;
      else if (found < inkWithin(segments, one, ink)) left.clipped += 1;
    }
  }
  for (const [code, codings] of lacking) left.lacking.push({ code, document, codings });
  return stretches;
}

function addSpeaker({ speakers }: LeftOfText, { speaker, start, end }: Segment): void {
  const before = speakers.find((one) => one.speaker === speaker);
  if (before) before.length += end - start;
  else speakers.push({ speaker, length: end - start });
}

function markedIn(log: RaterColumns | undefined, namesOf: (kind: CodeOfVersion) => string[]): Marked[] {
  if (!log) return [];
  const { kinds, kind, start, end } = log.columns;
  const names = kinds.map(namesOf);
  return [...kind].flatMap((one, at) => {
    const codes = names[one] ?? [];
    return codes.length === 0 ? [] : [{ start: start[at] ?? 0, end: end[at] ?? 0, codes }];
  });
}

/** What a rater has not read; text that may have been put in since, as far as it has no coding of theirs. */
function unreadOf(log: RaterColumns | undefined, marked: readonly Span[], { segments }: UnitText): Span[] {
  const last = Math.max(0, ...segments.map(({ end }) => end));
  const through = log?.through ?? 0;
  const coded = unionOf(marked.map(({ start, end }) => ({ start, end })));
  return [
    ...(through < last ? [{ start: through, end: last }] : []),
    ...(log?.grown ?? []).flatMap((one) => outsideOf(one, coded)),
  ];
}

/** Where it is not known whether a rater put a code, which another coding of the rater's may settle. */
function notSettled(
  { start, end }: Unsettled,
  names: readonly string[],
  known: ReadonlySet<string>,
  marked: readonly Marked[],
): Span[] {
  return names
    .filter((code) => known.has(code))
    .flatMap((code) => {
      const sure = marked.filter(({ codes }) => codes.includes(code));
      return outsideOf({ start, end }, unionOf(sure.map((one) => ({ start: one.start, end: one.end }))));
    });
}

/** The pieces of text of each stretch. */
function cut(heard: readonly Span[], without: readonly Span[], ink: Ink): Span[][] {
  const parts: Span[][] = [];
  let open: Span[] = [];
  const close = (): void => {
    if (open.length > 0) parts.push(open);
    open = [];
  };
  for (const segment of heard) {
    let from = segment.start;
    for (const piece of outsideOf(segment, without)) {
      if (inkBetween(ink, from, piece.start) > 0) close();
      if (inkBetween(ink, piece.start, piece.end) > 0) open.push(piece);
      from = piece.end;
    }
    if (inkBetween(ink, from, segment.end) > 0) close();
  }
  close();
  return parts;
}

/** Where a coding stands in a stretch, whose pieces follow each other without a gap; spaces alone do not count. */
function placeIn(
  pieces: readonly Span[],
  coding: Span,
  ink: Ink,
): { start: number; end: number; ink: number } | undefined {
  let offset = 0;
  let found: { start: number; end: number; ink: number } | undefined;
  for (const { start, end } of pieces) {
    if (start >= coding.end) break;
    const [from, to] = [Math.max(start, coding.start), Math.min(end, coding.end)];
    const size = inkBetween(ink, from, to);
    if (size > 0) {
      found ??= { start: offset + from - start, end: 0, ink: 0 };
      found.end = offset + to - start;
      found.ink += size;
    }
    offset += end - start;
  }
  return found;
}

const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0);

function lengthWithin(spans: readonly Span[], others: readonly Span[]): number {
  return spans.reduce((sum, one) => sum + one.end - one.start - lengthOf(outsideOf(one, others)), 0);
}

function inkWithin(spans: readonly Span[], { start, end }: Span, ink: Ink): number {
  let sum = 0;
  for (let at = firstEndingAfter(spans, start); at < spans.length; at += 1) {
    const one = spans[at];
    if (!one || one.start >= end) break;
    sum += inkBetween(ink, Math.max(start, one.start), Math.min(end, one.end));
  }
  return sum;
}
