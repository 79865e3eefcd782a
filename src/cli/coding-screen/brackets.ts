import type { Coding } from '../../coding/log.ts';
import { overlapping } from '../../session/at-cursor.ts';
import { paragraphAt } from '../../session/reading-text.ts';
import type { Session } from '../../session/session.ts';
import { isBefore, type Layout, type RowPlace, rowOf, type TurnRow } from './layout.ts';

/** A coding beside the rows in view: which of them it covers, and in which lane. */
export interface Bracket {
  coding: Coding;
  /** Null for the rater's own. */
  rater: string | null;
  from: number;
  to: number;
  beginsAbove: boolean;
  endsBelow: boolean;
  /** From 0, beside the names; what overlaps more often than there are lanes shares the last. */
  lane: number;
}

/**
 * The brackets beside some rows, in their order: what begins first stands nearest to the names, and what begins within it
 * nearer to the words. Scrolling changes no lane.
 */
export function bracketsFor(
  session: Session,
  layout: Layout,
  rows: readonly TurnRow[],
  lanes: number,
): Bracket[] {
  const spans = rows.flatMap(({ span }, row) => (span ? [{ ...span, row }] : []));
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return [];
  const free: (RowPlace | undefined)[] = Array(lanes).fill(undefined);
  return beside(session, first.start, last.end).flatMap(({ coding, rater }) => {
    const begins = rowOf(layout, coding.start);
    const found = free.findIndex((until) => until === undefined || isBefore(until, begins));
    const lane = found < 0 ? lanes - 1 : found;
    const ends = rowOf(layout, Math.max(coding.start, coding.end - 1));
    const until = free[lane];
    if (until === undefined || isBefore(until, ends)) free[lane] = ends;
    if (coding.end <= first.start) return [];
    const from = spans.find(({ end }) => end > coding.start)?.row ?? first.row;
    const to = spans.findLast(({ start }) => start < coding.end)?.row ?? last.row;
    const [beginsAbove, endsBelow] = [coding.start < first.start, coding.end > last.end];
    return [{ coding, rater, from, to, beginsAbove, endsBelow, lane }];
  });
}

/** How often one looks further up for what has a say in the lanes. */
const PATIENCE = 20;

/**
 * The codings on a stretch of text, and those above it that share a row with one of them, or with one of those: rows are
 * of one paragraph, so that nothing above the paragraph where the uppermost begins has a say.
 */
function beside({ codings, others, text }: Session, start: number, end: number) {
  const all = [
    ...codings.map((coding) => ({ coding, rater: null })),
    ...others.flatMap(({ rater, codings }) => codings.map((coding) => ({ coding, rater }))),
  ];
  let from = paragraphAt(text, start).start;
  for (let tries = 0; ; tries += 1) {
    const found = all.filter(({ coding }) => overlapping([coding], from, end).length > 0);
    const uppermost = found.reduce((least, { coding }) => Math.min(least, coding.start), from);
    if (uppermost === from || tries === PATIENCE) {
      return found.sort((a, b) => a.coding.start - b.coding.start || b.coding.end - a.coding.end);
    }
    from = paragraphAt(text, uppermost).start;
  }
}
