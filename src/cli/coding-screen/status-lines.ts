import { textWidth } from '../../render/text-width.ts';
import { codingsHere, focused, othersHere } from '../../session/at-cursor.ts';
import { oneLine } from '../../session/one-line.ts';
import { titleOf, turnAt } from '../../session/reading-text.ts';
import type { Session } from '../../session/session.ts';
import { cutText, fitText } from '../screen/fit-text.ts';
import { noticeLines } from '../screen/notice-lines.ts';
import type { StyledLine } from '../screen/styled-line.ts';
import { nameOf } from './bracket-names.ts';
import { colourOf } from './code-colour.ts';
import { digitKeys, keyLine, letterKeys } from './key-line.ts';

/** What is coded, by whom, and how far it was read. */
export function headLine(session: Session, width: number): StyledLine {
  const { text, rater, round, codings, cursor, others } = session;
  const shown = others.length === 0 ? '' : ` · showing ${others.map((one) => one.rater).join(', ')}`;
  const turn = turnAt(text, cursor);
  const where = `turn ${turn + 1}/${text.turns.length}${text.turns[turn]?.counts ? '' : ' (not counted)'}`;
  const right = ` ${codings.length} coded · read ${readShare(session)} · ${where} `;
  const left = ` ${titleOf(text)} · ${rater} · round ${round}${shown}`;
  const room = Math.max(0, width - textWidth(right));
  return [{ text: cutText(fitText(left, room) + right, width), style: { inverse: true } }];
}

/** Never said to be all before it is. */
export function readShare({ through, text }: Session): string {
  const share = Math.min(100, Math.floor((100 * through) / text.body.length));
  return through >= text.body.length ? 'all' : `${share}%`;
}

/**
 * What is at the cursor, what was just done or can be done next, and what is asked for, on so many rows: the last of them
 * count most.
 *
 * @param hidden the names that a number in the margin stands for, at the row of the cursor.
 */
export function statusLines(
  session: Session,
  { width, rows, asked }: { width: number; rows: number; asked: StyledLine | undefined },
  hidden: readonly string[],
): StyledLine[] {
  const rule: StyledLine = [{ text: '─'.repeat(width), style: { dim: true } }];
  const here = hereLine(session, width);
  const said = noticeLines(session, width, rows < SPACIOUS ? 1 : undefined);
  const [digits, letters] = [digitKeys(session), letterKeys(session)];
  const keys = keyLine(session, [...digits, ...letters], width);
  const next =
    said.length > 0 || asked ? [] : [namesLine(session, hidden, width) ?? hintLine(session, width)];
  const last = [...said, ...next, ...(asked ? [asked] : [])];
  if (rows < 2) {
    const one = said.length > 0 || asked ? last.at(-1) : (here ?? last.at(-1));
    return one && rows > 0 ? [one] : [];
  }
  const both = here ? [here, keys] : [keyLine(session, digits, width), keyLine(session, letters, width)];
  const room = rows - last.length;
  const top = room > 2 ? [rule, ...both] : room > 1 ? [rule, here ?? keys] : [here ?? keys];
  return [...top, ...last].slice(-rows);
}

/** On fewer rows below the transcript a word to the person has one only. */
const SPACIOUS = 3;

/** The coding that acts are about, and the others here. */
function hereLine(session: Session, width: number): StyledLine | undefined {
  const one = focused(session);
  if (!one) return undefined;
  const others = codingsHere(session).filter(({ id }) => id !== one.id);
  const also = others.length === 0 ? '' : ` · tab: ${others.map(({ code }) => code).join(', ')}`;
  const memo = one.memo === undefined ? '' : ` · memo: ${oneLine(one.memo)}`;
  const rest = ` “${oneLine(one.quote)}”`;
  const fixed = textWidth(one.code) + textWidth(also) + 1;
  const room = Math.max(0, width - fixed);
  const detail = memo === '' ? rest : `${cutText(rest, Math.floor(room / 2))}${memo}`;
  return [
    { text: cutText(` ${one.code}`, width), style: { bold: true, colour: colourOf(session, one.code) } },
    { text: cutText(detail, room) },
    { text: cutText(also, Math.max(0, width - textWidth(one.code) - 1)) },
  ];
}

/** What the raters that are shown coded at the cursor, and what a number in the margin stands for, beside its row. */
function namesLine(session: Session, hidden: readonly string[], width: number): StyledLine | undefined {
  const others = session.resizing === null ? othersHere(session) : [];
  const names = others.map(nameOf);
  const told = [...names, ...codingsHere(session).map((coding) => nameOf({ coding, rater: null }))];
  const number = hidden.length === 0 ? '' : `+${hidden.length}: ${hidden.join(', ')}`;
  const more = names.length > 0 && hidden.every((name) => told.includes(name)) ? '' : number;
  const [only, ...rest] = others;
  const quote = only && rest.length === 0 && more === '' ? ` “${oneLine(only.coding.quote)}”` : '';
  const parts = [names.join(', ') + quote, more].filter((text) => text !== '');
  return parts.length === 0 ? undefined : [{ text: cutText(` ${parts.join(' · ')}`, width) }];
}

function hintLine({ resizing }: Session, width: number): StyledLine {
  const hint =
    resizing === null
      ? ' ? keys · s sentence · L longer · c code · o new code · u undo · q leave'
      : ' L H < > change the passage · v done · escape leave it as it was';
  return [{ text: cutText(hint, width), style: { dim: true } }];
}
