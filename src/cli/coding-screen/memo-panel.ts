import { safe } from '../../render/safe-text.ts';
import { rowOfCaret } from '../../session/memo-text.ts';
import { memosOn } from '../../session/memos.ts';
import type { MemoSubject, Mode, Session } from '../../session/session.ts';
import { cutText, fitText } from '../screen/fit-text.ts';
import type { StyledLine } from '../screen/styled-line.ts';
import { textRows } from './text-rows.ts';

type MemoMode = Extract<Mode, { kind: 'memo' }>;

/** Columns left and right of the words. */
const MARGINS = 2;

/** How many columns the words of a memo have. */
export const memoWidth = (columns: number): number => Math.max(8, columns - MARGINS - 1);

/** Writing a memo: all that there is on the subject, and the one being written, as far as it fits around the caret. */
export function memoPanel(
  session: Session,
  mode: MemoMode,
  { width, height }: { width: number; height: number },
): StyledLine[] {
  const memos = memosOn(session, mode.about);
  const lines: StyledLine[] = [];
  let caretLine = 0;
  const heading = (date: string | null, author: string | undefined): void => {
    if (mode.about.kind === 'coding') return;
    const whose = author === undefined || author === session.rater ? '' : `, ${author}`;
    const words = `${date ?? 'no date'}${whose}`;
    lines.push([{ text: cutText(` ${words}`, width), style: { dim: true } }]);
  };
  for (const [at, { author, date, text }] of memos.entries()) {
    heading(date, author);
    if (at !== mode.at) {
      lines.push(...textRows(text, memoWidth(width)).map((row) => plainRow(text.slice(row.start, row.end))));
      continue;
    }
    caretLine = lines.length;
    const edited = editedRows(mode, width);
    caretLine += edited.caretRow;
    lines.push(...edited.lines);
  }
  if (mode.at >= memos.length) {
    if (mode.about.kind !== 'coding') lines.push([{ text: cutText(' new', width), style: { dim: true } }]);
    const edited = editedRows(mode, width);
    caretLine = lines.length + edited.caretRow;
    lines.push(...edited.lines);
  }
  const rows = height - 1;
  // The row of the caret, and where there is room the heading above it and what follows.
  const top = Math.max(0, Math.min(caretLine - Math.floor(rows / 2), lines.length - rows));
  const shown = lines.slice(top, top + rows);
  return [
    headOf(session, mode, memos.length, width),
    ...shown,
    ...Array.from({ length: Math.max(0, rows - shown.length) }, () => []),
  ];
}

const plainRow = (text: string): StyledLine => [{ text: `  ${safe(text.trimEnd())}`, style: { dim: true } }];

function headOf(session: Session, { about, at }: MemoMode, count: number, width: number): StyledLine {
  const which =
    count > 0 && about.kind !== 'coding' ? ` · ${at < count ? `${at + 1} of ${count}` : 'new'}` : '';
  const others = count > 0 && about.kind !== 'coding' ? ' · pageup, pagedown: others' : '';
  const keys = ` enter keeps · ctrl-j new line${others} · escape `;
  const title = ` ${titleOf(session, about)}${which} `;
  const rule = '─'.repeat(Math.max(0, width - title.length - keys.length));
  const text = title.length + keys.length <= width ? title + rule + keys : fitText(title, width);
  return [{ text: cutText(text, width), style: { bold: true } }];
}

function titleOf(session: Session, about: MemoSubject): string {
  if (about.kind !== 'coding') return `Memos on ${about.name}`;
  const coding = session.codings.find(({ id }) => id === about.id);
  return `Memo on this ${coding?.code ?? 'coding'}`;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The rows of the memo that is written, the caret being inverse. */
function editedRows({ line }: MemoMode, width: number): { lines: StyledLine[]; caretRow: number } {
  const { text, caret } = line;
  const rows = textRows(text, memoWidth(width));
  const caretRow = rowOfCaret(rows, caret);
  const lines = rows.map(({ start, end }, row): StyledLine => {
    if (row !== caretRow) return [{ text: `  ${safe(text.slice(start, end).trimEnd())}` }];
    const [character] = graphemes.segment(text.slice(caret, end));
    const at = character?.segment ?? ' ';
    return [
      { text: `  ${safe(text.slice(start, caret))}` },
      { text: safe(at), style: { inverse: true } },
      { text: safe(text.slice(caret + (character?.segment.length ?? 0), end).trimEnd()) },
    ];
  });
  return { lines, caretRow };
}
