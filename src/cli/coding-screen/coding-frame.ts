import type { StyledLine } from '../screen/styled-line.ts';
import { codePanel } from './code-panel.ts';
import type { CodingScreen } from './coding-screen.ts';
import { helpPanel } from './help-panel.ts';
import { memoPanel } from './memo-panel.ts';
import { askLine } from './prompt-line.ts';
import { headLine, noticeLine, statusLines } from './status-lines.ts';
import { transcriptView } from './transcript-view.ts';
import { memoRows, panelRows, viewHeight } from './view-height.ts';

/** What the screen shows: `rows` lines, none wider than `columns`. */
export function codingFrame({ session, layout, top, rows }: CodingScreen, columns: number): StyledLine[] {
  const { mode } = session;
  if (mode.kind === 'help') return helpPanel(session, mode.top, { width: columns, height: rows });
  const height = viewHeight({ rows, session });
  const text = transcriptView(session, layout, top, { width: columns, height });
  if (mode.kind === 'memo') {
    const panel = memoPanel(session, mode, { width: columns, height: memoRows(rows, mode.about) });
    return [headLine(session, columns), ...text, ...choosing(panel, session.notice?.text)].slice(0, rows);
  }
  const below =
    mode.kind === 'choose'
      ? choosing(codePanel(session, mode, { width: columns, height: panelRows(rows) }), session.notice?.text)
      : withAsked(statusLines(session, columns), askLine(mode, columns), noticeLine(session, columns));
  return [headLine(session, columns), ...text, ...below].slice(0, rows);
}

/** What is asked for stands last, and above it a word to the person, if there is one. */
function withAsked(
  lines: readonly StyledLine[],
  asked: StyledLine | undefined,
  notice: StyledLine | undefined,
): StyledLine[] {
  if (!asked) return [...lines];
  return notice ? [...lines.slice(0, -2), notice, asked] : [...lines.slice(0, -1), asked];
}

/** A word to the person stands in the rule above the panel. */
const choosing = (lines: readonly StyledLine[], notice: string | undefined): StyledLine[] =>
  notice === undefined
    ? [...lines]
    : [[{ text: ` ${notice}`, style: { bold: true, colour: 'yellow' } }], ...lines.slice(1)];
