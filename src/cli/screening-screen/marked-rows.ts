import { safe } from '../../render/safe-text.ts';
import { textWidth } from '../../render/text-width.ts';
import { hitsIn } from '../../screening/search.ts';
import { breakParagraph } from '../screen/break-paragraph.ts';
import { directionOf, inDirection } from '../screen/direction.ts';
import type { Piece, Style, StyledLine } from '../screen/styled-line.ts';

/** A text as rows no wider than `width`, in its own direction, with the words that were looked for marked. */
export function markedRows(
  text: string,
  patterns: readonly RegExp[],
  width: number,
  style: Style = {},
): StyledLine[] {
  return text
    .split(/\r\n|[\n\r]/u)
    .filter((paragraph) => paragraph.trim() !== '')
    .flatMap((paragraph) => paragraphRows(safe(paragraph.trim()), patterns, width, style));
}

function paragraphRows(
  words: string,
  patterns: readonly RegExp[],
  width: number,
  style: Style,
): StyledLine[] {
  const characters = [...words];
  /** For each code point, whether it was looked for. */
  const isHit = new Uint8Array(characters.length);
  for (const { start, end } of hitsIn(words, patterns)) {
    const from = [...words.slice(0, start)].length;
    isHit.fill(1, from, from + [...words.slice(start, end)].length);
  }
  const direction = directionOf(words);
  return breakParagraph(words, { start: 0, end: characters.length }, width).map(({ start, end }) => {
    const pieces: Piece[] = [];
    for (let at = start; at < end; ) {
      let to = at + 1;
      while (to < end && isHit[to] === isHit[at]) to += 1;
      const own = isHit[at] ? { ...style, ...found } : style;
      pieces.push({ text: characters.slice(at, to).join(''), style: own });
      at = to;
    }
    return fitted(pieces, direction, width);
  });
}

const found: Style = { inverse: true, bold: true };

/** Without the spaces at the end of a row, which may be one too many. */
function fitted(pieces: Piece[], direction: 'ltr' | 'rtl', width: number): StyledLine {
  const last = pieces.at(-1);
  if (last) pieces[pieces.length - 1] = { ...last, text: last.text.trimEnd() };
  const used = pieces.reduce((sum, { text }) => sum + textWidth(text), 0);
  return inDirection(pieces, direction, direction === 'rtl' ? ' '.repeat(Math.max(0, width - used)) : '');
}
