import { type Asking, openCount, type Session } from '../../reconciliation/session.ts';
import { safe } from '../../render/safe-text.ts';
import { textWidth } from '../../render/text-width.ts';
import { cutText } from '../screen/fit-text.ts';
import { lineText, type StyledLine } from '../screen/styled-line.ts';
import { wrapLine } from '../screen/wrap-line.ts';
import { choicesOf, helpLines } from './choices.ts';
import { describeExcerptFirst, headingOf, type ShownDifference } from './describe.ts';
import { endText } from './plain.ts';

/** What a frame shows beside the session itself. */
export interface Shown {
  now: ShownDifference | undefined;
  /** Definitions found unclear so far, a line each. */
  unclear: readonly string[];
}

/** Rows of the page that are left where there is much to say below; one, where a question would not fit else. */
const PASSAGE = 3;

/** With fewer rows the choices are keys only, so that words of the passage stay. */
const FEW_ROWS = 18;

/** The screen: a heading, the page that scrolls, and the choices at the bottom. */
export function frame(session: Session, shown: Shown, columns: number, rows: number): StyledLine[] {
  const { head, page, foot, room } = partsOf(session, shown, columns, rows);
  const from = Math.min(session.scroll, Math.max(0, page.length - room));
  const body = page.slice(from, from + room);
  const filled = [...body, ...Array.from({ length: room - body.length }, (): StyledLine => [])];
  const below = page.length - from - room;
  if (below > 0)
    filled[room - 1] = [{ text: `↓ ${below + 1} more lines (down, space)`, style: { dim: true } }];
  if (from > 0) filled[0] = [{ text: `↑ ${from + 1} lines above (up)`, style: { dim: true } }];
  return [...head, ...filled, ...foot].slice(0, rows);
}

/** How far the page can be moved: to its last line and no further. */
export function mostScroll(session: Session, shown: Shown, columns: number, rows: number): number {
  const { page, room } = partsOf(session, shown, columns, rows);
  return Math.max(0, page.length - room);
}

function partsOf(session: Session, shown: Shown, columns: number, rows: number) {
  const head = headOf(session, shown.now, columns);
  const most = Math.max(1, rows - head.length - PASSAGE);
  const foot = footOf(session, shown.now, columns, most, rows < FEW_ROWS);
  return {
    head,
    foot,
    page: pageOf(session, shown, columns),
    room: Math.max(1, rows - head.length - foot.length),
  };
}

function headOf(session: Session, now: ShownDifference | undefined, columns: number): StyledLine[] {
  const total = session.differences.length;
  const where = now ? `${(session.at ?? 0) + 1}/${total}` : `${total}`;
  const left = `${openCount(session)} left`;
  const room = columns - textWidth(left) - 2;
  const title = now ? headingOf(now, room - textWidth(where) - 2) : 'the end';
  const text = cutText(` ${where} ${title}`, room);
  const space = ' '.repeat(Math.max(1, columns - textWidth(text) - textWidth(left) - 1));
  return [[{ text: `${text}${space}${left} `, style: { inverse: true } }]];
}

function pageOf(session: Session, { now, unclear }: Shown, columns: number): StyledLine[] {
  const lines = (texts: readonly string[]): StyledLine[] =>
    texts.flatMap((text) => wrapLine([{ text: safe(text) }], columns, '  '));
  if (session.page === 'help') return lines(helpLines());
  if (session.page === 'unclear') {
    return lines(unclear.length > 0 ? unclear : ['No definition was found unclear so far.']);
  }
  if (!now) return lines(['', endText(session, { skip: 's', back: 'backspace', quit: 'q' })]);
  return describeExcerptFirst(now).flatMap(({ line, indent }) =>
    line.length === 0 ? [[]] : wrapLine(line, columns, indent),
  );
}

/** The last lines of the screen, at most `most`; more where a question needs them. */
function footOf(
  session: Session,
  now: ShownDifference | undefined,
  columns: number,
  most: number,
  isShort: boolean,
): StyledLine[] {
  const rule: StyledLine = [{ text: '─'.repeat(columns), style: { dim: true } }];
  const said: StyledLine[] =
    session.message === null
      ? []
      : wrapLine([{ text: safe(session.message), style: { colour: 'yellow' } }], columns);
  const hint = (text: string): StyledLine[] => wrapLine([{ text, style: { dim: true } }], columns);
  if (session.asking) return reasonFoot({ rule, said }, session.asking, now, columns, most);
  if (session.page !== 'difference') {
    return [rule, ...said, ...hint('down, up: scroll · any other key: back to the difference')].slice(
      0,
      most,
    );
  }
  const found = now && (isShort ? shortMenu(session, now, columns) : menuOf(session, now, columns));
  const those = openCount(session) > 0 ? 's those left   ' : '';
  const menu = found ?? hint(`${those}backspace the last   q quit`);
  return [rule, ...said, ...menu].slice(0, most);
}

/** What is asked, which always stands there, as much as there is room for of what was said, and of the end of a reason. */
function reasonFoot(
  { rule, said }: { rule: StyledLine; said: readonly StyledLine[] },
  asking: Asking,
  now: ShownDifference | undefined,
  columns: number,
  most: number,
): StyledLine[] {
  const typed = wrapLine([{ text: `> ${safe(asking.text)}▏`, style: { bold: true } }], columns, '  ');
  const atMost = Math.max(1, most + PASSAGE - 1);
  const asked = cutLines(wrapLine([{ text: askedFor(asking, now) }], columns), atMost - 1, columns);
  const told = cutLines(said, atMost - 1 - asked.length, columns);
  const above = told.length + asked.length + 1 < most ? [rule, ...told, ...asked] : [...told, ...asked];
  return [...above, ...typed.slice(-Math.max(1, most - above.length))];
}

function askedFor({ confirm, choice, dropping, stale }: Asking, now: ShownDifference | undefined): string {
  if (dropping) return 'Escape again drops what you wrote; any other key goes on.';
  if (stale) return 'Escape takes the choice back; then q leaves.';
  if (confirm) return 'No reason? Enter again confirms that; or type one.';
  const what = now && choicesOf(now.together).find((one) => isSame(one.choice, choice));
  return `Why ${what ? `“${what.verb}: ${what.does}”` : ''}? Enter writes it, Escape takes it back.`;
}

/** So many lines at most; what is left out is an ellipsis. */
function cutLines(lines: readonly StyledLine[], most: number, columns: number): readonly StyledLine[] {
  const last = lines[most - 1];
  if (lines.length <= most || !last) return lines.slice(0, Math.max(0, most));
  const end = cutText(`${lineText(last).trimEnd()} …`, columns);
  return [...lines.slice(0, most - 1), [{ text: end, ...(last[0]?.style && { style: last[0].style }) }]];
}

function menuOf(session: Session, now: ShownDifference, columns: number): StyledLine[] {
  const choices = choicesOf(now.together).map(
    ({ key, verb, does }): StyledLine => [
      { text: key || '·', style: { bold: true } },
      { text: ` ${safe(verb)}: ${does}` },
    ],
  );
  const only = session.only ? 'o with its rivals   ' : now.together.length > 1 ? 'o only this code   ' : '';
  const others = `${only}s skip   backspace back   ? all keys   q quit`;
  return [...inColumns(choices, columns), [{ text: cutText(others, columns), style: { dim: true } }]];
}

/** Keys and words only: what a choice does is told where its reason is asked for. */
function shortMenu({ only }: Session, { together }: ShownDifference, columns: number): StyledLine[] {
  const all = [
    ...choicesOf(together).map(({ key, verb }) => `${key || '·'} ${safe(verb)}`),
    ...(only ? ['o with its rivals'] : together.length > 1 ? ['o only'] : []),
    ...['s skip', '? keys', 'q quit'],
  ];
  const lines: string[] = [];
  for (const one of all) {
    const longer = lines.length === 0 ? one : `${lines.at(-1)}  ${one}`;
    if (lines.length > 0 && textWidth(longer) <= columns) lines[lines.length - 1] = longer;
    else lines.push(cutText(one, columns));
  }
  return lines.map((text) => [{ text }]);
}

/** Two beside each other where both fit. */
function inColumns(lines: readonly StyledLine[], columns: number): StyledLine[] {
  const half = Math.floor(columns / 2);
  const width = (line: StyledLine): number => line.reduce((sum, { text }) => sum + textWidth(text), 0);
  const found: StyledLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [one, two] = [lines[at] ?? [], lines[at + 1]];
    if (two && width(one) < half - 1 && width(two) <= columns - half) {
      found.push([...one, { text: ' '.repeat(half - width(one)) }, ...two]);
      at += 1;
    } else found.push(...wrapLine(one, columns, '  ').slice(0, 2));
  }
  return found;
}

const isSame = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);
