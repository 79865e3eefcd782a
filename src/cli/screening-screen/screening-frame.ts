import { textWidth } from '../../render/text-width.ts';
import { verdictWords } from '../../screening/decide.ts';
import { type Session, verdictOn } from '../../screening/session.ts';
import { cutText } from '../screen/fit-text.ts';
import type { StyledLine } from '../screen/styled-line.ts';
import { belowRecord } from './below-record.ts';
import { helpPage } from './help-page.ts';
import { recordPage } from './record-page.ts';

/** Rows of the record that stay where there is much to say below; one, where a question would not fit else. */
const RECORD = 4;

/** What the screen shows: `rows` lines at most, none wider than `columns`. */
export function screeningFrame(session: Session, columns: number, rows: number): StyledLine[] {
  if (session.mode.kind === 'help') return helpPage(session.mode.top, { width: columns, height: rows });
  const { head, page, foot, room } = partsOf(session, columns, rows);
  const from = Math.min(session.scroll, Math.max(0, page.length - room));
  const body = page.slice(from, from + room);
  const filled = [...body, ...Array.from({ length: Math.max(0, room - body.length) }, (): StyledLine => [])];
  const below = page.length - from - room;
  if (below > 0 && room > 1) filled[room - 1] = hint(`↓ ${below + 1} more lines (down, space)`, columns);
  if (from > 0 && room > 2) filled[0] = hint(`↑ ${from + 1} lines above (up)`, columns);
  // What is asked for stands last, and stays where there is room for nothing else.
  return [...head, ...filled, ...foot].slice(-rows);
}

/** How far the record can be moved: to its last line and no further. */
export function mostScroll(session: Session, columns: number, rows: number): number {
  const { page, room } = partsOf(session, columns, rows);
  return Math.max(0, page.length - room);
}

function partsOf(session: Session, columns: number, rows: number) {
  const head = rows < 6 ? [] : [headLine(session, columns), ...(rows < 16 ? [] : [[]])];
  const foot = belowRecord(session, columns, Math.max(1, rows - head.length - Math.min(RECORD, rows - 2)));
  const room = Math.max(0, rows - head.length - foot.length);
  return { head, foot, room, page: recordPage(session, columns) };
}

const hint = (text: string, columns: number): StyledLine => [
  { text: cutText(` ${text}`, columns), style: { dim: true } },
];

/** Which record this is, and what was decided on it. */
function headLine(session: Session, columns: number): StyledLine {
  const { records, at, stage, rater } = session;
  const verdict = verdictOn(session, at);
  const right = verdict === null ? 'not decided' : verdictWords[verdict].toUpperCase();
  const room = Math.max(0, columns - textWidth(right) - 3);
  const left = cutText(
    ` ${at + 1}/${records.length} ${records[at]?.id ?? ''} · ${stage.label} · ${rater}`,
    room,
  );
  const space = ' '.repeat(Math.max(1, columns - textWidth(left) - textWidth(right) - 1));
  if (textWidth(left + space + right) >= columns) {
    return [{ text: cutText(`${left} ${right}`, columns), style: { inverse: true } }];
  }
  const colour = verdict && colours[verdict];
  return [
    { text: left + space, style: { inverse: true } },
    { text: `${right} `, style: { inverse: true, ...(colour && { colour, bold: true }) } },
  ];
}

const colours = { include: 'green', exclude: 'red', unsure: 'yellow' } as const;
