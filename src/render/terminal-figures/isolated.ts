import { readsFromRight } from '../figures/draw.ts';

const [LEFT_TO_RIGHT_MARK, ISOLATE, END] = ['\u200e', '\u2068', '\u2069'];

/**
 * Words between isolates (UAX #9, 2.2) where they read from the right, so that a terminal that orders letters turns nothing
 * around them. None of these marks takes a column.
 */
export const isolated = (text: string): string =>
  readsFromRight(text) ? `${LEFT_TO_RIGHT_MARK}${ISOLATE}${text}${END}` : text;
