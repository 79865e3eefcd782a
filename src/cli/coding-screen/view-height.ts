import type { MemoSubject, Session } from '../../session/session.ts';
import { noticeLines } from '../screen/notice-lines.ts';

/** On a screen of so many rows there is one more for the codes used last. */
const TALL = 30;

/** Rows of the head: none where there is hardly room for the words. */
export const headRows = (rows: number): number => (rows >= 4 ? 1 : 0);

/** Rows below the transcript while reading or writing: a rule, what is here, the codes used last, a word. */
function statusRows(rows: number, isAsking: boolean): number {
  if (rows >= TALL) return 4;
  if (rows >= 9) return 3;
  if (rows >= 7) return 2;
  return rows >= 3 || isAsking ? 1 : 0;
}

/** Rows of the panel in which a code is chosen: about half of the screen, and at least the line that is written. */
const panelRows = (rows: number): number =>
  Math.max(rows > 2 ? 2 : 1, Math.min(Math.round(rows * 0.52), rows - 1 - Math.min(6, Math.floor(rows / 3))));

/** Rows of the panel in which a memo is written: of a coding there is one, of a code or a document there may be many. */
const MEMO_ROWS = { coding: 6, code: 10, document: 10 };

/** Of them, those above and below the words. */
const MEMO_FRAME = 2;

/** On a tall screen a memo has about half of it; on a low one its words have as many rows as the transcript. */
function memoRows(rows: number, about: MemoSubject): number {
  const half = Math.ceil((rows - headRows(rows) + MEMO_FRAME) / 2);
  const usual = rows >= TALL ? Math.floor(rows / 2) : MEMO_ROWS[about.kind];
  return Math.max(3, Math.min(usual, Math.max(half, rows - 7)));
}

interface Shape {
  rows: number;
  columns: number;
  session: Session;
}

/** How many rows of the transcript there are, beside the head and what is below. */
export function viewHeight(shape: Shape): number {
  return Math.max(1, shape.rows - headRows(shape.rows) - belowRows(shape));
}

/** Rows below the transcript; a word to the person that needs more than one makes them more. */
export function belowRows({ rows, columns, session }: Shape): number {
  const { mode } = session;
  if (mode.kind === 'choose') return panelRows(rows);
  if (mode.kind === 'memo') return memoRows(rows, mode.about);
  const isAsking = mode.kind === 'write' || mode.kind === 'letter';
  const usual = statusRows(rows, isAsking);
  const said = noticeLines(session, columns).length;
  return said === 0 || usual < 3 ? usual : usual + said - 1 + (isAsking ? 1 : 0);
}
