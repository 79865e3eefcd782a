import { textWidth } from '../../render/text-width.ts';
import type { ReadingText } from '../../session/reading-text.ts';

/** How the columns of the screen are shared out. */
export interface Columns {
  /** Who speaks, and when. */
  name: number;
  text: number;
  /** Brackets and codes. */
  margin: number;
  /** Of the margin, brackets beside each other. */
  lanes: number;
}

/** Columns of a time such as 00:01:02. */
const TIME = 8;

/** Longer rows are hard to read; what is left is for the names of codes. */
const [WIDEST, WIDEST_MARGIN] = [110, 64];

/** Columns for who speaks, the mark of what was read, the words, and brackets; a space between. */
export function columnsOf(width: number, { speakers }: Pick<ReadingText, 'speakers'>): Columns {
  const lanes = width < 100 ? 3 : width < 160 ? 4 : 6;
  if (width < 40) return { name: 0, margin: lanes, lanes, text: Math.max(4, width - lanes - 4) };
  const longest = Math.max(TIME, ...speakers.map((speaker) => textWidth(speaker)));
  const name = width < 60 ? 6 : Math.min(longest, width < 80 ? 9 : 14);
  const quarter = Math.max(10, Math.floor(width / 4));
  const text = Math.min(WIDEST, Math.max(10, width - name - quarter - 4));
  return { name, lanes, text, margin: Math.min(WIDEST_MARGIN, width - name - text - 4) };
}
