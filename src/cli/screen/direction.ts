/** Some text of a line, however it looks. */
interface Words {
  text: string;
}

export type Direction = 'ltr' | 'rtl';

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const STRONG = /\p{L}/u;

/** Isolates (UAX #9, 2.2): what is within orders itself and nothing around it. None of these marks takes a column. */
const ISOLATE = { ltr: '\u2066', rtl: '\u2067' } as const;
const END = '\u2069';
const LEFT_TO_RIGHT_MARK = '\u200e';

export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/** The direction of a paragraph: that of its first letter (UAX #9, P2 and P3). */
export function directionOf(paragraph: string): Direction {
  if (!hasRightToLeft(paragraph)) return 'ltr';
  return RIGHT_TO_LEFT.test(STRONG.exec(paragraph)?.[0] ?? '') ? 'rtl' : 'ltr';
}

/**
 * Words that fill a row up with `spaces`, in the direction of their paragraph, whatever the first word on this row is. A
 * terminal that orders letters puts those spaces at the left of a right-to-left row; the mark behind keeps them there.
 */
export function inDirection<Piece extends Words>(
  words: readonly Piece[],
  direction: Direction,
  spaces: string,
): (Piece | Words)[] {
  const isMixed = direction === 'rtl' || words.some(({ text }) => hasRightToLeft(text));
  if (!isMixed) return [...words, { text: spaces }];
  const open = { text: ISOLATE[direction] };
  return direction === 'rtl'
    ? [open, ...words, { text: `${spaces}${END}${LEFT_TO_RIGHT_MARK}` }]
    : [open, ...words, { text: `${END}${spaces}` }];
}

/**
 * A line of the screen whose pieces stay beside each other from left to right: right-to-left words that are in no
 * isolate get one of their own, and the line as a whole begins as left to right.
 */
export function inPlace<Piece extends Words>(line: readonly Piece[]): readonly (Piece | Words)[] {
  if (!line.some(({ text }) => hasRightToLeft(text))) return line;
  let depth = 0;
  const pieces = line.map((piece): Piece => {
    const outside = depth === 0;
    for (const mark of piece.text.match(/[\u2066-\u2069]/g) ?? []) depth += mark === END ? -1 : 1;
    return outside && depth === 0 && hasRightToLeft(piece.text)
      ? { ...piece, text: isolated(piece.text) }
      : piece;
  });
  return [{ text: LEFT_TO_RIGHT_MARK }, ...pieces];
}

/** Spaces at the ends stay outside, where they are. */
const isolated = (text: string): string => text.replace(/^(\s*)(.*?)(\s*)$/su, `$1${ISOLATE.ltr}$2${END}$3`);
