import { wrap } from '../../render/wrap.ts';
import { fitText } from './fit-text.ts';
import type { StyledLine } from './styled-line.ts';

/** Columns of the keys; what they do stands behind them, on as many rows as it needs. */
const KEYS = 27;

/** Keys and what they do, as help has them. */
export function keyLines(keys: string, words: string, width: number): StyledLine[] {
  const column = Math.min(KEYS, Math.floor(width / 2));
  return wrap(words, Math.max(1, width - column)).map((text, row) => [
    { text: fitText(row === 0 ? keys : '', column), style: { bold: true } },
    { text },
  ]);
}
