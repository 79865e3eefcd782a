import { type Ink, inkBetween } from './ink.ts';
import { firstEndingAfter, type Span, unionOf } from './spans.ts';
import type { Excluded, Unit, UnitKind } from './unit-codes.ts';

/** A stretch of text that somebody says. */
export interface Segment extends Span {
  speaker: string | null;
}

/** A text, cut into segments: for `turn`, `paragraph` and `sentence` just these, for other units turns. */
export interface UnitText {
  document: string;
  body: string;
  segments: readonly Segment[];
}

/** Where the raters marked a document, for the units that marks make. */
export interface Cuts {
  /** Text marked by anybody with anything. */
  marked: readonly Span[];
  /** More positions at which characters may differ from their neighbours: ends of reading, open places. */
  others: readonly number[];
}

type Speakers = (speaker: string | null, document: string) => boolean;

/** The units of one text, in order; what is left out is added to `excluded`. */
export function cutUnits(
  { document, segments }: UnitText,
  ink: Ink,
  kind: UnitKind,
  cuts: Cuts,
  speakers: Speakers,
  excluded: Excluded,
): Unit[] {
  const heard: Segment[] = [];
  for (const segment of segments.toSorted((a, b) => a.start - b.start)) {
    const size = inkBetween(ink, segment.start, segment.end);
    if (size === 0) excluded.blank += kind === 'character' ? 0 : 1;
    else if (speakers(segment.speaker, document)) heard.push(segment);
    else countSpeaker(excluded, segment.speaker, kind === 'character' ? size : 1);
  }
  const unit = (piece: Segment): Unit => ({
    document,
    start: piece.start,
    end: piece.end,
    speaker: piece.speaker,
    weight: kind === 'character' ? inkBetween(ink, piece.start, piece.end) : 1,
    pieces: [piece],
  });
  if (kind === 'document') return wholeDocument(document, heard);
  if (kind !== 'character' && kind !== 'spans') return heard.map(unit);

  const union = unionOf(cuts.marked);
  const positions = cuts.marked.flatMap(({ start, end }) => [start, end]);
  if (kind === 'character') positions.push(...cuts.others);
  return cutAt(heard, positions)
    .filter((piece) => inkBetween(ink, piece.start, piece.end) > 0)
    .filter(
      (piece) =>
        kind === 'character' || (union[firstEndingAfter(union, piece.start)]?.start ?? Infinity) < piece.end,
    )
    .map(unit);
}

function wholeDocument(document: string, pieces: readonly Segment[]): Unit[] {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return [];
  const speaker = pieces.every((piece) => piece.speaker === first.speaker) ? first.speaker : null;
  return [{ document, start: first.start, end: last.end, speaker, weight: 1, pieces }];
}

function cutAt(segments: readonly Segment[], positions: readonly number[]): Segment[] {
  const sorted = [...new Set(positions)].sort((a, b) => a - b);
  const pieces: Segment[] = [];
  let next = 0;
  for (const { start, end, speaker } of segments) {
    let from = start;
    while ((sorted[next] ?? Infinity) <= start) next += 1;
    for (let cut = sorted[next]; cut !== undefined && cut < end; cut = sorted[next]) {
      pieces.push({ start: from, end: cut, speaker });
      from = cut;
      next += 1;
    }
    pieces.push({ start: from, end, speaker });
  }
  return pieces;
}

function countSpeaker(excluded: Excluded, speaker: string | null, units: number): void {
  const before = excluded.speakers.find((one) => one.speaker === speaker);
  if (before) before.units += units;
  else excluded.speakers.push({ speaker, units });
}
