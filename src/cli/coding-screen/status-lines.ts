import { textWidth } from '../../render/text-width.ts';
import { wrap } from '../../render/wrap.ts';
import { codingsHere, focused } from '../../session/at-cursor.ts';
import { oneLine } from '../../session/one-line.ts';
import { titleOf, turnAt } from '../../session/reading-text.ts';
import type { Session } from '../../session/session.ts';
import { cutText, fitText } from '../screen/fit-text.ts';
import type { StyledLine } from '../screen/styled-line.ts';
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
 * What is at the cursor, what was just done or can be done next, and where help is, on so many rows.
 *
 * @param hidden the names that a number in the margin stands for, at the row of the cursor.
 */
export function statusLines(
  session: Session,
  { width, rows }: { width: number; rows: number },
  hidden: readonly string[],
): StyledLine[] {
  const rule: StyledLine = [{ text: '─'.repeat(width), style: { dim: true } }];
  const here = hereLine(session, width);
  const said = noticeLine(session, width);
  const last = said ?? hiddenLine(hidden, width) ?? hintLine(session, width);
  const [digits, letters] = [digitKeys(session), letterKeys(session)];
  const keys = keyLine(session, [...digits, ...letters], width);
  if (rows < 2) return [said ?? here ?? last].slice(0, rows);
  if (rows < 3) return [here ?? keys, last];
  const long = session.notice?.refused ? wrap(` ${shortPaths(session.notice.text)}`, width) : [];
  // What was not done is said whole, where two rows are enough for it.
  if (long.length > 1) {
    const whole = long.slice(0, 2).map((text): StyledLine => [{ text, style: warning }]);
    return [rule, ...(rows > 3 ? [here ?? keys] : []), ...whole];
  }
  if (rows < 4) return [rule, here ?? keys, last];
  const tall = here ? [here, keys] : [keyLine(session, digits, width), keyLine(session, letters, width)];
  return [rule, ...tall, last];
}

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

/** What a number in the margin stands for, beside the row of the cursor. */
const hiddenLine = (names: readonly string[], width: number): StyledLine | undefined =>
  names.length === 0 ? undefined : [{ text: cutText(` +${names.length}: ${names.join(', ')}`, width) }];

/** Long paths by their last two parts, so that the reason behind them has room. */
const shortPaths = (text: string): string =>
  text.replace(/(?:[/\\][^\s:/\\]+){4,}/gu, (path) => `…${path.match(/(?:[/\\][^/\\]+){2}$/u)?.[0] ?? path}`);

const warning = { colour: 'yellow', bold: true } as const;

/** What was just done, or why it was not; undefined where there is nothing to say. */
export function noticeLine({ notice }: Session, width: number): StyledLine | undefined {
  return notice
    ? [{ text: cutText(` ${shortPaths(notice.text)}`, width), style: notice.refused ? warning : {} }]
    : undefined;
}

function hintLine({ resizing }: Session, width: number): StyledLine {
  const hint =
    resizing === null
      ? ' ? keys · s sentence · L longer · c code · o new code · u undo · q leave'
      : ' L H < > change the passage · v done · escape leave it as it was';
  return [{ text: cutText(hint, width), style: { dim: true } }];
}
