import { safe } from '../../render/safe-text.ts';
import { textWidth } from '../../render/text-width.ts';
import { rowOfCaret } from '../../session/memo-text.ts';
import { memosOn } from '../../session/memos.ts';
import type { MemoSubject, Mode, Session } from '../../session/session.ts';
import { cutText, fitText } from '../screen/fit-text.ts';
import type { StyledLine } from '../screen/styled-line.ts';
import { textRows } from './text-rows.ts';

type Written = ReturnType<typeof memosOn>[number];
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
  const all = mode.at < memos.length ? memos : [...memos, null];
  const lines: StyledLine[] = [];
  let caretLine = 0;
  for (const [at, memo] of all.entries()) {
    if (mode.about.kind !== 'coding') lines.push(headingOf(session, memo, width));
    if (at === mode.at) {
      const edited = editedRows(mode, width);
      caretLine = lines.length + edited.caretRow;
      lines.push(...edited.lines);
    } else if (memo) {
      const { text } = memo;
      lines.push(...textRows(text, memoWidth(width)).map((row) => plainRow(text.slice(row.start, row.end))));
    }
  }
  const rows = height - 2;
  // The row of the caret, and where there is room the heading above it and what follows.
  const top = Math.max(0, Math.min(caretLine - Math.floor(rows / 2), lines.length - rows));
  const shown = lines.slice(top, top + rows);
  const below = Math.max(0, lines.length - top - rows);
  return [
    headOf(session, mode, memos.length, { width, above: top }),
    ...shown,
    ...Array.from({ length: Math.max(0, rows - shown.length) }, () => []),
    hintLine(mode, memos.length, { width, below }),
  ];
}

function headingOf(session: Session, memo: Written | null, width: number): StyledLine {
  const whose = memo === null || memo.author === session.rater ? '' : `, ${memo.author}`;
  const when = memo === null ? 'new' : (memo.date ?? 'no date');
  return [{ text: cutText(` ${when}${whose}`, width), style: { dim: true, bold: true } }];
}

const plainRow = (text: string): StyledLine => [{ text: `  ${safe(text.trimEnd())}`, style: { dim: true } }];

function headOf(
  session: Session,
  { about, at }: MemoMode,
  count: number,
  { width, above }: { width: number; above: number },
): StyledLine {
  const which = at < count ? `${at + 1} of ${count}` : 'new';
  const title = ` ${titleOf(session, about)}${about.kind === 'coding' ? '' : ` · ${which}`} `;
  const mark = above === 0 ? '' : ` ↑ ${above} more `;
  const name = cutText(title, width - mark.length);
  const rule = '─'.repeat(Math.max(0, width - textWidth(name) - mark.length));
  return [
    { text: name, style: { bold: true } },
    { text: rule, style: { dim: true } },
    ...(mark === '' ? [] : [{ text: mark, style: { bold: true } }]),
  ];
}

function hintLine(
  { about }: MemoMode,
  count: number,
  { width, below }: { width: number; below: number },
): StyledLine {
  const others = about.kind !== 'coding' && count > 0 ? ' · pageup pagedown others' : '';
  const text = ` enter keep · ctrl-j new line${others} · escape leave`;
  if (below === 0) return [{ text: cutText(text, width), style: { dim: true } }];
  const mark = ` ↓ ${below} more `;
  return [
    { text: fitText(text, width - mark.length), style: { dim: true } },
    { text: mark, style: { bold: true } },
  ];
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
