import type { Coding } from '../../coding/log.ts';
import { overlapping } from '../../session/at-cursor.ts';
import type { Session } from '../../session/session.ts';
import { cutText, fitText } from '../screen/fit-text.ts';
import type { Colour, Piece } from '../screen/styled-line.ts';
import type { TurnRow } from './layout.ts';

/** Brackets beside each other; what overlaps more often shares the last. */
export const LANES = 3;

const colours: readonly Colour[] = ['cyan', 'yellow', 'green', 'magenta', 'blue', 'red'];

/** The same code always has the same colour, in one codebook. */
export function colourOf({ codes }: Session, code: string): Colour {
  const at = codes.findIndex(({ id }) => id === code);
  const number = at >= 0 ? at : [...code].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  return colours[number % colours.length] ?? 'cyan';
}

/** A coding beside the rows: which of them it covers, and in which lane. */
interface Bracket {
  coding: Coding;
  /** Null for the rater's own. */
  rater: string | null;
  from: number;
  to: number;
  beginsAbove: boolean;
  endsBelow: boolean;
  lane: number;
}

/**
 * The margin of some rows: for each coding a bracket beside the rows that it is on, and its code's name where it
 * begins, or at the next row with room.
 */
export function bracketMargin(session: Session, rows: readonly TurnRow[], width: number): Piece[][] {
  const brackets = bracketsFor(session, rows);
  const waiting: Bracket[] = [];
  return rows.map((_, row) => {
    waiting.push(...brackets.filter(({ from }) => from === row));
    // What begins first stands nearest to the names, and what is within it nearer to the words.
    const lanes = Array.from({ length: LANES }, (_, lane) =>
      laneAt(session, brackets, row, LANES - 1 - lane),
    );
    const room = width - LANES - 1;
    const next = waiting.shift();
    if (!next || room <= 0) return [...lanes, { text: fitText('', width - LANES) }];
    const more = waiting.length > 0 && !hasRoomBelow(brackets, rows, row) ? ` +${waiting.length}` : '';
    if (more !== '') waiting.length = 0;
    const label = cutText(labelOf(next), Math.max(1, room - more.length)) + more;
    return [...lanes, { text: ' ' }, { text: fitText(label, room), style: styleOf(session, next) }];
  });
}

const labelOf = ({ coding, rater }: Bracket): string =>
  `${rater === null ? '' : `${rater}: `}${coding.code}${coding.memo === undefined ? '' : ' *'}`;

const styleOf = (session: Session, { coding, rater }: Bracket) => ({
  colour: colourOf(session, coding.code),
  ...(rater !== null && { dim: true }),
  ...(coding.id === session.focus && { bold: true }),
});

/** True where the next row begins no coding, so that a name may stand there. */
const hasRoomBelow = (brackets: readonly Bracket[], rows: readonly TurnRow[], row: number): boolean =>
  row + 1 < rows.length && !brackets.some(({ from }) => from === row + 1);

function laneAt(session: Session, brackets: readonly Bracket[], row: number, lane: number): Piece {
  const here = brackets.filter((one) => one.lane === lane && one.from <= row && one.to >= row);
  const [first] = here;
  if (!first) return { text: ' ' };
  if (here.length > 1) return { text: '┋', style: { bold: true } };
  const isFirst = row === first.from && !first.beginsAbove;
  const isLast = row === first.to && !first.endsBelow;
  const text = isFirst && isLast ? ']' : isFirst ? '┐' : isLast ? '┘' : '│';
  return { text, style: styleOf(session, first) };
}

function bracketsFor(session: Session, rows: readonly TurnRow[]): Bracket[] {
  const spans = rows.flatMap(({ span }, row) => (span ? [{ ...span, row }] : []));
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return [];
  const all = [
    ...session.codings.map((coding) => ({ coding, rater: null })),
    ...session.others.flatMap(({ rater, codings }) => codings.map((coding) => ({ coding, rater }))),
  ].filter(({ coding }) => overlapping([coding], first.start, last.end).length > 0);
  const free = Array<number>(LANES).fill(-1);
  return all
    .sort((a, b) => a.coding.start - b.coding.start || b.coding.end - a.coding.end)
    .map(({ coding, rater }) => {
      const from = spans.find(({ end }) => end > coding.start)?.row ?? first.row;
      const to = spans.findLast(({ start }) => start < coding.end)?.row ?? last.row;
      const found = free.findIndex((until) => until < from);
      const lane = found < 0 ? LANES - 1 : found;
      free[lane] = Math.max(free[lane] ?? -1, to);
      const [beginsAbove, endsBelow] = [coding.start < first.start, coding.end > last.end];
      return { coding, rater, from, to, beginsAbove, endsBelow, lane };
    });
}
