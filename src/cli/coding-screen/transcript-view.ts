import { textWidth } from '../../render/text-width.ts';
import type { ReadingText } from '../../session/reading-text.ts';
import type { Session } from '../../session/session.ts';
import { formatTime } from '../../transcript/time.ts';
import { fitText } from '../screen/fit-text.ts';
import type { StyledLine } from '../screen/styled-line.ts';
import { bracketMargin, LANES } from './brackets.ts';
import { type Layout, type RowPlace, rowsFrom, type TurnRow } from './layout.ts';
import { textRow } from './text-row.ts';

/** How the columns of the screen are shared out. */
export interface Columns {
  /** Who speaks, and when. */
  name: number;
  text: number;
  /** Brackets and codes. */
  margin: number;
}

/** Columns of a time such as 00:01:02. */
const TIME = 8;

/** Columns for who speaks, the mark of what was read, the words, and brackets; a space between. */
export function columnsOf(width: number, { speakers }: Pick<ReadingText, 'speakers'>): Columns {
  if (width < 40) return { name: 0, margin: LANES, text: Math.max(4, width - LANES - 4) };
  const longest = Math.max(TIME, ...speakers.map((speaker) => textWidth(speaker)));
  const name = width < 60 ? 6 : Math.min(longest, 14);
  const margin = width < 60 ? 10 : Math.min(28, Math.max(18, Math.floor(width / 4)));
  return { name, margin, text: Math.max(10, width - name - margin - 4) };
}

/** `height` rows of the transcript with their margins. */
export function transcriptView(
  session: Session,
  layout: Layout,
  top: RowPlace,
  size: { width: number; height: number },
): StyledLine[] {
  const columns = columnsOf(size.width, session.text);
  const rows = rowsFrom(layout, top, size.height);
  const margins = bracketMargin(session, rows, columns.margin);
  const lines = rows.map((row, index): StyledLine => {
    const isRead = row.span !== undefined && row.span.start < session.through;
    return [
      {
        text: fitText(nameAt(session, row, index === 0), columns.name),
        style: { dim: row.row > 0 || !countsAt(session, row) },
      },
      { text: isRead ? ' ▏' : '  ', style: { dim: true } },
      ...(row.span ? textRow(session, row.span, columns.text) : [{ text: ' '.repeat(columns.text) }]),
      { text: ' ' },
      ...(margins[index] ?? []),
    ];
  });
  return [...lines, ...Array.from({ length: size.height - lines.length }, () => [])];
}

/** Whether the turn of a row counts as a unit. */
const countsAt = ({ text }: Session, { turn }: TurnRow): boolean => text.turns[turn]?.counts ?? true;

/** Who speaks, at a turn's first row and at that of the screen; when, at the turn's second. */
function nameAt({ text }: Session, { turn, row, span }: TurnRow, isTop: boolean): string {
  const { speaker, time } = text.turns[turn] ?? { speaker: null, time: null };
  if (row === 0 || (isTop && span)) return speaker ?? '?';
  return row === 1 && time !== null ? formatTime(Math.floor(time / 1000) * 1000) : '';
}
