import type { MemoSubject, Mode, Session } from '../../session/session.ts';
import { STATUS_ROWS } from './status-lines.ts';

/** Rows of the panel in which a code is chosen. */
const PANEL_ROWS = 12;

export const panelRows = (rows: number): number => Math.max(4, Math.min(PANEL_ROWS, rows - 7));

/** Rows of the panel in which a memo is written: of a coding there is one, of a code or a document there may be many. */
const MEMO_ROWS = { coding: 6, code: 10, document: 10 };

export const memoRows = (rows: number, about: MemoSubject): number =>
  Math.max(3, Math.min(MEMO_ROWS[about.kind], rows - 7));

/** How many rows of the transcript there are, beside the head and what is below. */
export function viewHeight({ rows, session }: { rows: number; session: Session }): number {
  return Math.max(1, rows - 1 - rowsBelow(rows, session.mode));
}

function rowsBelow(rows: number, mode: Mode): number {
  if (mode.kind === 'choose') return panelRows(rows);
  return mode.kind === 'memo' ? memoRows(rows, mode.about) : STATUS_ROWS;
}
