import { editLine, type Line } from '../text/line-editor.ts';
import { typedLines } from '../text/typed-words.ts';
import type { Moment } from './session.ts';

type RowsOf = Moment['rowsOf'];

/** What a key does to a text of several lines, as it is broken into rows; undefined for a key that does nothing to it. */
export function editText(text: Line, key: string | { paste: string }, rowsOf: RowsOf): Line | undefined {
  if (typeof key !== 'string') return inserted(text, typedLines(key.paste));
  switch (key) {
    case 'ctrl-j':
    case 'alt-enter':
      return inserted(text, '\n');
    case 'up':
      return toRow(text, rowsOf, -1);
    case 'down':
      return toRow(text, rowsOf, 1);
    case 'home':
    case 'ctrl-a':
      return { ...text, caret: lineStart(text) };
    case 'end':
    case 'ctrl-e':
      return { ...text, caret: lineEnd(text) };
    case 'ctrl-u': {
      const start = lineStart(text);
      return { text: text.text.slice(0, start) + text.text.slice(text.caret), caret: start };
    }
  }
  return editLine(text, key);
}

function inserted({ text, caret }: Line, words: string): Line {
  return { text: text.slice(0, caret) + words + text.slice(caret), caret: caret + words.length };
}

const lineStart = ({ text, caret }: Line): number => text.lastIndexOf('\n', caret - 1) + 1;

function lineEnd({ text, caret }: Line): number {
  const end = text.indexOf('\n', caret);
  return end < 0 ? text.length : end;
}

/** The number of the row that a caret is in: between two, the later one. */
export const rowOfCaret = (rows: readonly { start: number }[], caret: number): number =>
  Math.max(
    0,
    rows.findLastIndex(({ start }) => start <= caret),
  );

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** As many characters into the row above or below; beyond the first and the last, to the edge of the text. */
function toRow({ text, caret }: Line, rowsOf: RowsOf, direction: 1 | -1): Line {
  const rows = rowsOf(text);
  const at = rowOfCaret(rows, caret);
  const [here, there] = [rows[at], rows[at + direction]];
  if (!here || !there) return { text, caret: direction > 0 ? text.length : 0 };
  const column = [...graphemes.segment(text.slice(here.start, caret))].length;
  const characters = [...graphemes.segment(text.slice(there.start, there.end))];
  // The end of a row is where the next begins, unless a line ends there.
  const isBroken = rows[at + direction + 1]?.start === there.end;
  const last = Math.max(0, characters.length - (isBroken ? 1 : 0));
  const into = characters
    .slice(0, Math.min(column, last))
    .reduce((sum, { segment }) => sum + segment.length, 0);
  return { text, caret: there.start + into };
}
