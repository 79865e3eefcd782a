import { noticeLines } from '../screen/notice-lines.ts';
import type { StyledLine } from '../screen/styled-line.ts';
import { codePanel } from './code-panel.ts';
import type { CodingScreen } from './coding-screen.ts';
import { columnsOf } from './columns.ts';
import { helpPanel } from './help-panel.ts';
import { rowOf, rowsFrom } from './layout.ts';
import { marginOf } from './margin.ts';
import { memoPanel } from './memo-panel.ts';
import { askLine } from './prompt-line.ts';
import { headLine, statusLines } from './status-lines.ts';
import { transcriptView } from './transcript-view.ts';
import { belowRows, headRows, viewHeight } from './view-height.ts';

/** What the screen shows: `rows` lines, none wider than `columns`. */
export function codingFrame({ session, layout, top, rows }: CodingScreen, columns: number): StyledLine[] {
  const { mode } = session;
  if (mode.kind === 'help') return helpPanel(session, mode.top, { width: columns, height: rows });
  const height = viewHeight({ rows, columns, session });
  const shares = columnsOf(columns, session.text);
  const inView = rowsFrom(layout, top, height);
  const margins = marginOf(session, layout, inView, shares);
  const text = transcriptView(session, inView, margins, shares);
  const empty = Array.from({ length: height - text.length }, () => []);
  const head = headRows(rows) > 0 ? [headLine(session, columns)] : [];
  const at = rowOf(layout, session.cursor);
  const cursorRow = inView.findIndex(({ turn, row }) => turn === at.turn && row === at.row);
  const below = () => {
    if (mode.kind === 'choose')
      return codePanel(session, mode, { width: columns, height: belowRows({ rows, columns, session }) });
    const height = belowRows({ rows, columns, session });
    if (mode.kind === 'memo') {
      const notice = noticeLines(session, columns, Math.max(1, height - 4));
      if (notice.length === 0) return memoPanel(session, mode, { width: columns, height });
      // A word to the person stands in place of the heading.
      const panel = memoPanel(session, mode, {
        width: columns,
        height: Math.max(3, height - notice.length + 1),
      });
      return [...notice, ...panel.slice(1)];
    }
    const asked = askLine(mode, columns);
    return statusLines(session, { width: columns, rows: height, asked }, [
      ...(margins[cursorRow]?.hidden ?? []),
    ]);
  };
  // What is asked for stands last, and stays where there is room for nothing else.
  return [...head, ...text, ...empty, ...below()].slice(-rows);
}
