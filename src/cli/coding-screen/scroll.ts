import { target } from '../../session/at-cursor.ts';
import type { Session } from '../../session/session.ts';
import { isBefore, type Layout, moveRows, type RowPlace, rowOf, rowsBetween } from './layout.ts';

/** Rows that stay in view above and below what is looked at. */
const MARGIN = 3;

/**
 * The first row to show, so that the cursor and the passage at it are in view; moved no further than that needs. No row
 * stays empty below the end while there is text above.
 */
export function scrolled(layout: Layout, session: Session, top: RowPlace, height: number): RowPlace {
  const { start, end } = target(session);
  const isSelecting = session.selection !== null;
  const look = rowOf(layout, session.inView);
  const far = isSelecting ? look : rowOf(layout, Math.max(start, end - 1));
  const near = isSelecting ? rowOf(layout, start) : look;
  // What is looked at counts more than the passage's far end, where not all of it fits.
  const wanted = inView(layout, inView(layout, inView(layout, top, near, height), far, height), look, height);
  const lowest = moveRows(layout, endOf(layout), 1 - height);
  return isBefore(lowest, wanted) ? lowest : wanted;
}

/** The last row with words. */
function endOf({ text, rowsOf }: Layout): RowPlace {
  const turn = text.turns.length - 1;
  return { turn, row: rowsOf(turn).findLastIndex(({ span }) => span) };
}

function inView(layout: Layout, top: RowPlace, place: RowPlace, height: number): RowPlace {
  const margin = Math.min(MARGIN, Math.floor((height - 1) / 2));
  const row = rowsBetween(layout, top, place, height * 2);
  if (row >= margin && row < height - margin) return top;
  if (row < -height || row >= height * 2) return moveRows(layout, place, -Math.floor(height / 3));
  if (row < margin) return moveRows(layout, place, -margin);
  return moveRows(layout, place, margin + 1 - height);
}

/** The position at which a page begins, from `top` on or back. */
export function pageStart(layout: Layout, top: RowPlace, height: number, direction: 1 | -1): RowPlace {
  const there = moveRows(layout, top, direction * Math.max(1, height - 2));
  return isBefore(there, { turn: 0, row: 0 }) ? { turn: 0, row: 0 } : there;
}

/** The first words at a row or below it; above it where there are none below. */
export function firstWords(layout: Layout, { turn, row }: RowPlace): number {
  const here = layout.rowsOf(turn).find((one) => one.row >= row && one.span)?.span;
  const next = layout.text.turns[turn + 1]?.start;
  return here?.start ?? next ?? layout.rowsOf(turn).findLast(({ span }) => span)?.span?.start ?? 0;
}
