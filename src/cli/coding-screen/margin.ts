import { textWidth } from '../../render/text-width.ts';
import type { Session } from '../../session/session.ts';
import { cutText } from '../screen/fit-text.ts';
import type { Piece, Style } from '../screen/styled-line.ts';
import { BETWEEN, nameOf, namesByRow, type RowNames } from './bracket-names.ts';
import { type Bracket, bracketsFor } from './brackets.ts';
import { colourOf } from './code-colour.ts';
import type { Columns } from './columns.ts';
import type { Layout, TurnRow } from './layout.ts';

/** What stands at the right of one row. */
export interface MarginRow {
  pieces: readonly Piece[];
  /** What the number behind a `+` stands for, by name. */
  hidden: readonly string[];
}

/**
 * The margin of some rows: for each coding a bracket beside the rows that it is on, and its code's name on one of them.
 * Where several brackets stand beside a row, that of the name on it is heavy.
 */
export function marginOf(
  session: Session,
  layout: Layout,
  rows: readonly TurnRow[],
  { margin, lanes }: Columns,
): MarginRow[] {
  const brackets = bracketsFor(session, layout, rows, lanes);
  const room = Math.max(0, margin - lanes - 1);
  return namesByRow(brackets, rows.length, room).map((all, row) => {
    const names = fitted(all, room);
    const here = brackets.filter(({ from, to }) => from <= row && to >= row);
    const order = Array.from({ length: lanes }, (_, lane) => lanes - 1 - lane);
    const drawn = order.map((lane) => laneAt(session, here, row, lane, names));
    const said = room > 0 ? namePieces(session, names, room) : [];
    const used = said.reduce((sum, { text }) => sum + textWidth(text), 0);
    const pieces = [...drawn, { text: room > 0 ? ' ' : '' }, ...said, { text: ' '.repeat(room - used) }];
    return { pieces, hidden: names.hidden.map(nameOf) };
  });
}

/** Names that have no room beside the number of those hidden are hidden too; the first is cut, where that tells which it is. */
function fitted({ named, hidden }: RowNames, room: number): RowNames {
  const [last] = named.slice(-1);
  const more = moreThan(named, hidden);
  if (
    !last ||
    room === 0 ||
    textWidth(named.map(nameOf).join(BETWEEN) + more) <= room ||
    (named.length === 1 && tells(last, room - textWidth(more)))
  ) {
    return { named, hidden };
  }
  return fitted({ named: named.slice(0, -1), hidden: [...hidden, last] }, room);
}

/** Of a code's name that is cut, so many columns have to be left before the ellipsis. */
const LEAST = 2;

/** Whether something of the code itself is left of a name that is cut. */
function tells(bracket: Bracket, width: number): boolean {
  const whose = textWidth(nameOf(bracket)) - textWidth(nameOf({ ...bracket, rater: null }));
  return width >= whose + LEAST + 1;
}

const moreThan = (named: readonly Bracket[], hidden: readonly Bracket[]): string =>
  hidden.length === 0 ? '' : `${named.length > 0 ? ' ' : ''}+${hidden.length}`;

function namePieces(session: Session, { named, hidden }: RowNames, room: number): Piece[] {
  const more = moreThan(named, hidden);
  let left = Math.max(0, room - textWidth(more));
  const pieces = named.flatMap((bracket, index): Piece[] => {
    const between = index > 0 ? BETWEEN : '';
    const text = cutText(nameOf(bracket), left - between.length);
    left = Math.max(0, left - textWidth(text) - between.length);
    return [{ text: between }, { text, style: styleOf(session, bracket) }];
  });
  return [...pieces, { text: cutText(more, room), style: { bold: true } }];
}

const styleOf = (session: Session, { coding, rater }: Bracket): Style => ({
  colour: colourOf(session, coding.code),
  ...(rater !== null && { dim: true }),
  ...(coding.id === session.focus && { bold: true }),
});

const LIGHT = { whole: ']', first: '┐', last: '┘', between: '│', several: '┋' };
const HEAVY = { whole: '┫', first: '┓', last: '┛', between: '┃', several: '┋' };

function laneAt(
  session: Session,
  here: readonly Bracket[],
  row: number,
  lane: number,
  names: RowNames,
): Piece {
  const own = here.filter((one) => one.lane === lane);
  const [first] = own;
  if (!first) return { text: ' ' };
  const shapes = here.length > 1 && names.named.includes(first) ? HEAVY : LIGHT;
  if (own.length > 1) return { text: shapes.several, style: { bold: true } };
  const isFirst = row === first.from && !first.beginsAbove;
  const isLast = row === first.to && !first.endsBelow;
  const shape = isFirst && isLast ? 'whole' : isFirst ? 'first' : isLast ? 'last' : 'between';
  return { text: shapes[shape], style: styleOf(session, first) };
}
