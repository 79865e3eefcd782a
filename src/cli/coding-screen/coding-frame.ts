import type { StyledLine } from '../screen/styled-line.ts';
import { codePanel } from './code-panel.ts';
import type { CodingScreen } from './coding-screen.ts';
import { columnsOf } from './columns.ts';
import { helpPanel } from './help-panel.ts';
import { rowOf, rowsFrom } from './layout.ts';
import { marginOf } from './margin.ts';
import { memoPanel } from './memo-panel.ts';
import { askLine } from './prompt-line.ts';
import { headLine, noticeLine, statusLines } from './status-lines.ts';
import { transcriptView } from './transcript-view.ts';
import { headRows, memoRows, panelRows, statusRows, viewHeight } from './view-height.ts';

/** What the screen shows: `rows` lines, none wider than `columns`. */
export function codingFrame({ session, layout, top, rows }: CodingScreen, columns: number): StyledLine[] {
  const { mode } = session;
  if (mode.kind === 'help') return helpPanel(session, mode.top, { width: columns, height: rows });
  const height = viewHeight({ rows, session });
  const shares = columnsOf(columns, session.text);
  const inView = rowsFrom(layout, top, height);
  const margins = marginOf(session, layout, inView, shares);
  const text = transcriptView(session, inView, margins, shares);
  const empty = Array.from({ length: height - text.length }, () => []);
  const head = headRows(rows) > 0 ? [headLine(session, columns)] : [];
  const at = rowOf(layout, session.cursor);
  const cursorRow = inView.findIndex(({ turn, row }) => turn === at.turn && row === at.row);
  const status = () =>
    statusLines(session, { width: columns, rows: statusRows(rows, askLine(mode, columns) !== undefined) }, [
      ...(margins[cursorRow]?.hidden ?? []),
    ]);
  const below = () => {
    if (mode.kind === 'choose') return codePanel(session, mode, { width: columns, height: panelRows(rows) });
    if (mode.kind === 'memo') {
      const panel = memoPanel(session, mode, { width: columns, height: memoRows(rows, mode.about) });
      const notice = noticeLine(session, columns);
      // A word to the person stands in place of the heading.
      return notice ? [notice, ...panel.slice(1)] : panel;
    }
    return withAsked(status(), askLine(mode, columns), noticeLine(session, columns));
  };
  // What is asked for stands last, and stays where there is room for nothing else.
  return [...head, ...text, ...empty, ...below()].slice(-rows);
}

/** What is asked for stands last, and above it a word to the person, if there is one. */
function withAsked(
  lines: readonly StyledLine[],
  asked: StyledLine | undefined,
  notice: StyledLine | undefined,
): StyledLine[] {
  if (!asked) return [...lines];
  return notice && lines.length > 1 ? [...lines.slice(0, -2), notice, asked] : [...lines.slice(0, -1), asked];
}
