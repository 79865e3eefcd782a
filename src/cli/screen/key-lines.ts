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

/** A whole table of keys, group by group. */
export function keyGroups(
  rows: readonly { group: string; keys: readonly string[]; words: string }[],
  keyName: (key: string) => string,
  width: number,
): StyledLine[] {
  const groups = [...new Set(rows.map(({ group }) => group))];
  return groups.flatMap((group, index) => [
    ...(index > 0 ? [[]] : []),
    [{ text: ` ${group}`, style: { bold: true } }],
    ...rows
      .filter((row) => row.group === group)
      .flatMap(({ keys, words }) => keyLines(`   ${keys.map(keyName).join(' ')}`, words, width)),
  ]);
}
