import type { Session } from '../../session/session.ts';
import { STATUS_ROWS } from './status-lines.ts';

/** Rows of the panel in which a code is chosen. */
const PANEL_ROWS = 12;

export const panelRows = (rows: number): number => Math.max(4, Math.min(PANEL_ROWS, rows - 7));

/** How many rows of the transcript there are, beside the head and what is below. */
export function viewHeight({ rows, session }: { rows: number; session: Session }): number {
  const below = session.mode.kind === 'choose' ? panelRows(rows) : STATUS_ROWS;
  return Math.max(1, rows - 1 - below);
}
