import { safe } from '../../render/safe-text.ts';
import { type ReadingText, turnAt } from '../../session/reading-text.ts';
import type { Span } from '../../text/code-points.ts';
import { breakParagraph } from '../screen/break-paragraph.ts';
import { type Direction, directionOf } from '../screen/direction.ts';

/** One row of a turn on the screen. Without a span it holds no words: room for the time, or an empty row at the end. */
export interface TurnRow {
  turn: number;
  /** From 0, within the turn. */
  row: number;
  span: Span | undefined;
  /** Of the paragraph that the row is of. */
  direction: Direction;
}

/** A row, by its turn and its number in it. */
export interface RowPlace {
  turn: number;
  row: number;
}

/** A text as rows of a width. Turns are broken into rows when they are first looked at. */
export interface Layout {
  text: ReadingText;
  width: number;
  rowsOf(turn: number): readonly TurnRow[];
}

export function layoutOf(text: ReadingText, width: number): Layout {
  const known = new Map<number, readonly TurnRow[]>();
  return {
    text,
    width,
    rowsOf: (turn) => {
      const found = known.get(turn) ?? rowsFor(text, turn, width);
      known.set(turn, found);
      return found;
    },
  };
}

function rowsFor(text: ReadingText, turn: number, width: number): TurnRow[] {
  const found = text.turns[turn];
  if (!found) return [];
  const rows = found.paragraphs.flatMap((paragraph) => {
    const words = safe(text.body.slice(paragraph.start, paragraph.end));
    const direction = directionOf(words);
    return breakParagraph(words, paragraph, width).map((span) => ({ span, direction }));
  });
  const empty = { span: undefined, direction: 'ltr' } as const;
  return [...rows, empty].map((one, row) => ({ turn, row, ...one }));
}

/** The row that a position is on. */
export function rowOf(layout: Layout, position: number): RowPlace {
  const turn = turnAt(layout.text, position);
  const rows = layout.rowsOf(turn);
  const row = rows.findLast(({ span }) => span && span.start <= position)?.row ?? 0;
  return { turn, row };
}

/** The row so many rows further on, or back; at the ends of the text the last one, or the first. */
export function moveRows(layout: Layout, { turn, row }: RowPlace, by: number): RowPlace {
  let [at, wanted] = [turn, row + by];
  while (wanted < 0 && at > 0) {
    at -= 1;
    wanted += layout.rowsOf(at).length;
  }
  if (wanted < 0) return { turn: 0, row: 0 };
  for (;;) {
    const { length } = layout.rowsOf(at);
    if (wanted < length) return { turn: at, row: wanted };
    if (at + 1 >= layout.text.turns.length) return { turn: at, row: length - 1 };
    wanted -= length;
    at += 1;
  }
}

/** How many rows lie between two places, at most `most`; below 0 where `to` is before `from`. */
export function rowsBetween(layout: Layout, from: RowPlace, to: RowPlace, most: number): number {
  if (isBefore(to, from)) return -rowsBetween(layout, to, from, most);
  let count = -from.row;
  for (let turn = from.turn; turn < to.turn; turn += 1) {
    count += layout.rowsOf(turn).length;
    if (count > most) return most;
  }
  return Math.min(most, count + to.row);
}

export const isBefore = (a: RowPlace, b: RowPlace): boolean =>
  a.turn < b.turn || (a.turn === b.turn && a.row < b.row);

/** `count` rows from a place on. */
export function rowsFrom(layout: Layout, from: RowPlace, count: number): TurnRow[] {
  const found: TurnRow[] = [];
  for (let { turn, row } = from; found.length < count && layout.text.turns[turn]; turn += 1) {
    found.push(...layout.rowsOf(turn).slice(row, row + count - found.length));
    row = 0;
  }
  return found;
}

/** What of the text stands on `count` rows from a place on; nothing of it where no row has words. */
export function shownRows(layout: Layout, from: RowPlace, count: number): Span {
  const spans = rowsFrom(layout, from, count).flatMap(({ span }) => span ?? []);
  const start = spans[0]?.start ?? layout.text.turns[from.turn]?.end ?? 0;
  return { start, end: spans.at(-1)?.end ?? start };
}
