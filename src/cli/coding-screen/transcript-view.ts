import type { Session } from '../../session/session.ts';
import { formatTime } from '../../transcript/time.ts';
import { hasRightToLeft } from '../screen/direction.ts';
import { fitText } from '../screen/fit-text.ts';
import type { StyledLine } from '../screen/styled-line.ts';
import type { Columns } from './columns.ts';
import type { TurnRow } from './layout.ts';
import type { MarginRow } from './margin.ts';
import { textRow } from './text-row.ts';

/** Rows of the transcript between who speaks and their margins. */
export const transcriptView = (
  session: Session,
  rows: readonly TurnRow[],
  margins: readonly MarginRow[],
  columns: Columns,
): StyledLine[] =>
  rows.map((row, index): StyledLine => {
    const isRead = row.span !== undefined && row.span.start < session.through;
    return [
      {
        text: fitText(nameAt(session, row, index === 0), columns.name),
        style: { dim: row.row > 0 || !countsAt(session, row) },
      },
      { text: isRead ? ' ▏' : '  ', style: { dim: true } },
      ...(row.span
        ? textRow(session, row.span, row.direction, columns.text)
        : [{ text: ' '.repeat(columns.text) }]),
      { text: ' ' },
      ...(margins[index]?.pieces ?? []),
    ];
  });

/** Whether the turn of a row counts as a unit. */
const countsAt = ({ text }: Session, { turn }: TurnRow): boolean => text.turns[turn]?.counts ?? true;

/** Who speaks, at a turn's first row and at that of the screen; when, at the turn's second. */
function nameAt({ text }: Session, { turn, row, span }: TurnRow, isTop: boolean): string {
  const { speaker, time } = text.turns[turn] ?? { speaker: null, time: null };
  // A mark of direction needs a column before it: terminals drop one that is first on a line.
  if (row === 0 || (isTop && span)) return `${hasRightToLeft(speaker ?? '') ? ' ' : ''}${speaker ?? '?'}`;
  return row === 1 && time !== null ? formatTime(Math.floor(time / 1000) * 1000) : '';
}
