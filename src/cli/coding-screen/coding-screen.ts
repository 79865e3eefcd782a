import { verbOf } from '../../session/keys.ts';
import type { Effect, Moment, Session } from '../../session/session.ts';
import { type Key, step } from '../../session/step.ts';
import { columnsOf } from './columns.ts';
import { type Layout, layoutOf, moveRows, type RowPlace, rowOf, shownRows } from './layout.ts';
import { memoWidth } from './memo-panel.ts';
import { firstWords, pageStart, scrolled } from './scroll.ts';
import { textRows } from './text-rows.ts';
import { viewHeight } from './view-height.ts';

/** A session as it is seen: broken into rows of the screen's width, from a row on. */
export interface CodingScreen {
  session: Session;
  columns: number;
  rows: number;
  layout: Layout;
  top: RowPlace;
}

/** A screen on which the cursor is in view. */
export function openScreen(session: Session, columns: number, rows: number): CodingScreen {
  const layout = layoutOf(session.text, columnsOf(columns, session.text).text);
  const top = moveRows(layout, rowOf(layout, session.cursor), -2);
  return showing({ session, columns, rows, layout, top }, session);
}

export const resizeScreen = ({ session }: CodingScreen, columns: number, rows: number): CodingScreen =>
  openScreen(session, columns, rows);

/** The same screen with a session, scrolled so that its cursor is in view. */
export function showing(screen: CodingScreen, session: Session): CodingScreen {
  const next = { ...screen, session };
  if (session.mode.kind === 'help') return next;
  return { ...next, top: scrolled(screen.layout, session, screen.top, viewHeight(next)) };
}

export function stepScreen(
  screen: CodingScreen,
  key: Key,
  now: Pick<Moment, 'at' | 'id'>,
): { state: CodingScreen; effects: readonly Effect[] } {
  const { layout, top, session: before } = screen;
  const page = (_: Session, direction: 1 | -1): number =>
    firstWords(layout, pageStart(layout, top, viewHeight(screen), direction));
  const rowsOf = (text: string) => textRows(text, memoWidth(screen.columns));
  const shown = shownRows(layout, top, viewHeight(screen));
  const { session, effects } = step(before, key, { ...now, page, shown, rowsOf });
  const verb = typeof key === 'string' && before.mode.kind === 'read' ? verbOf(key) : undefined;
  const isPage = verb === 'next page' || verb === 'previous page';
  // A page begins with the row that the cursor is on.
  const from =
    isPage && session.cursor !== before.cursor ? { ...screen, top: paged(layout, session) } : screen;
  return { state: showing(from, session), effects };
}

const paged = (layout: Layout, { cursor }: Session): RowPlace => moveRows(layout, rowOf(layout, cursor), -3);
