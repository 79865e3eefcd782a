import { textWidth } from '../../render/text-width.ts';
import type { Bracket } from './brackets.ts';

/** What stands behind the brackets of one row. */
export interface RowNames {
  /** Named here, from the left. */
  named: readonly Bracket[];
  /** Those that no row of their own has room for; told as a number on the first of them. */
  hidden: readonly Bracket[];
}

/** Between two names on a row. */
export const BETWEEN = ', ';

export const nameOf = ({ coding, rater }: Pick<Bracket, 'coding' | 'rater'>): string =>
  `${rater === null ? '' : `${rater}: `}${coding.code}${coding.memo === undefined ? '' : ' *'}`;

/**
 * Gives every bracket's name a row that the bracket stands on. One name a row, the bracket that ends first going first,
 * which finds a row for as many as can have one; the rest go beside another name, where there is room for both.
 */
export function namesByRow(brackets: readonly Bracket[], rows: number, room: number): RowNames[] {
  const found = Array.from({ length: rows }, () => ({ named: [] as Bracket[], hidden: [] as Bracket[] }));
  const waiting: Bracket[] = [];
  const rest: Bracket[] = [];
  for (const [row, { named }] of found.entries()) {
    waiting.push(...brackets.filter(({ from }) => from === row));
    waiting.sort((a, b) => a.to - b.to);
    const next = waiting.shift();
    if (next) named.push(next);
    while (waiting[0] && waiting[0].to <= row) rest.push(...waiting.splice(0, 1));
  }
  for (const bracket of rest) {
    const own = found.slice(bracket.from, bracket.to + 1);
    const beside = own.find(({ named }) => widthOf([...named, bracket]) <= room);
    if (beside) beside.named.push(bracket);
    else own[0]?.hidden.push(bracket);
  }
  for (const { named } of found) named.sort((a, b) => b.lane - a.lane);
  return found;
}

const widthOf = (brackets: readonly Bracket[]): number => textWidth(brackets.map(nameOf).join(BETWEEN));
