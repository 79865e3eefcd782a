import { textWidth } from '../../render/text-width.ts';
import { wrap } from '../../render/wrap.ts';
import type { Piece, StyledLine } from './styled-line.ts';

/** Breaks a styled line at spaces into lines no wider than `width`, those after the first indented. */
export function wrapLine(line: StyledLine, width: number, indent = ''): StyledLine[] {
  const lines: Piece[][] = [];
  let now: Piece[] = [];
  let used = 0;
  const feed = (): void => {
    lines.push(now);
    now = indent === '' ? [] : [{ text: indent }];
    used = textWidth(indent);
  };
  const start = (): number => (lines.length === 0 ? 0 : textWidth(indent));
  for (const { space, pieces } of wordsOf(line)) {
    const size = pieces.reduce((sum, { text }) => sum + textWidth(text), 0);
    const before = used > start() || (lines.length === 0 && space) ? textWidth(space) : 0;
    if (used + before + size > width && used > start()) feed();
    else if (before > 0) {
      now.push({ text: space, ...(isJoined(now.at(-1), pieces[0]) && { style: pieces[0]?.style ?? {} }) });
      used += before;
    }
    for (const { text, ...rest } of pieces) {
      // A word that is wider than a line is broken.
      for (let left = text; left !== ''; ) {
        const [part = left] = wrap(left, Math.max(1, width - used));
        now.push({ text: part, ...rest });
        used += textWidth(part);
        left = left.slice(part.length);
        if (left !== '') feed();
      }
    }
  }
  return [...lines, now];
}

const isJoined = (before: Piece | undefined, after: Piece | undefined): boolean =>
  before?.style !== undefined && before.style === after?.style;

/** Every space but those that hold. */
const breakable = /([^\S\u00a0\u202f]+)/u;

/** Words with the spaces before them; a word may have several styles. */
function wordsOf(line: StyledLine): { space: string; pieces: Piece[] }[] {
  const words: { space: string; pieces: Piece[] }[] = [];
  let space = '';
  let isNew = true;
  for (const { text, ...rest } of line) {
    for (const part of text.split(breakable).filter((one) => one !== '')) {
      if (breakable.test(part)) {
        space = ' '.repeat([...part].length);
        isNew = true;
      } else {
        if (isNew) words.push({ space, pieces: [] });
        words.at(-1)?.pieces.push({ text: part, ...rest });
        space = '';
        isNew = false;
      }
    }
  }
  return words;
}
