import { safe } from '../../render/safe-text.ts';
import { textWidth } from '../../render/text-width.ts';
import { reasonKeys } from '../../screening/keys.ts';
import { countOf, type Mode, type Session } from '../../screening/session.ts';
import { cutText } from '../screen/fit-text.ts';
import { noticeLines } from '../screen/notice-lines.ts';
import { promptLine } from '../screen/prompt-line.ts';
import type { StyledLine } from '../screen/styled-line.ts';

/** What stands below the record, on at most `most` rows: a word to the person, and what is asked for or how far they are. */
export function belowRecord(session: Session, columns: number, most: number): StyledLine[] {
  const rule: StyledLine = [{ text: '─'.repeat(columns), style: { dim: true } }];
  const { mode } = session;
  const asked =
    mode.kind === 'reason' ? reasonRows(session, mode, columns, most) : own(session, columns, most);
  // The keys go first, and what is asked for last.
  const shown = asked.slice(0, Math.max(1, most));
  const notice = noticeLines(session, columns, Math.min(3, most - shown.length));
  const said = most - shown.length > 0 ? notice : [];
  // A word to the person goes before how far they are.
  if (said.length === 0 && notice.length > 0 && mode.kind === 'read') return notice.slice(0, most);
  return [...(most - shown.length - said.length > 0 ? [rule] : []), ...said, ...shown];
}

function own(session: Session, columns: number, most: number): StyledLine[] {
  const { mode } = session;
  if (mode.kind === 'write') {
    const about = mode.what === 'note' ? ` on ${safe(session.records[session.at]?.id ?? '')}` : '';
    return [promptLine(asks[mode.what].replace('{}', about), mode.line, columns)];
  }
  const keys = inRows(keyWords(session), columns - 1, most > 9 ? 2 : 1);
  return [
    [{ text: cutText(` ${progress(session)}`, columns) }],
    ...keys.map((text): StyledLine => [{ text: cutText(` ${text}`, columns), style: { bold: true } }]),
  ];
}

const asks = {
  note: 'Note{} (enter keeps it)',
  reason: 'Why is it excluded? (enter: excluded)',
  search: 'Find',
} as const;

/** `37 of 198 decided: 12 included, 20 excluded, 5 unsure`, and where words were found. */
export function progress(session: Session): string {
  const { decided, include, exclude, unsure } = countOf(session);
  const { search, fault } = session;
  if (fault !== null) return `not counted, for the file has errors: ${safe(fault)}`;
  const found = search ? ` · ${search.found.length} with “${safe(search.words)}”` : '';
  return `${decided} of ${session.records.length} decided: ${include} included, ${exclude} excluded, ${unsure} unsure${found}`;
}

/** The most needed come first. */
const keyWords = ({ search }: Session): string[] => [
  ...['i include', 'e exclude', 'u unsure', '? keys', 'q leave', 'n note', 'z undo'],
  ...(search ? ['f next found'] : ['/ find']),
  ...['→ next record', '← previous', 'tab next undecided'],
];

/** So many of the words, from the first on, as have room on some rows, with two spaces between them. */
function inRows(words: readonly string[], width: number, most: number): string[] {
  const rows: string[] = [];
  for (const word of words) {
    const longer = `${rows.at(-1)}  ${word}`;
    if (rows.length > 0 && textWidth(longer) <= width) rows[rows.length - 1] = longer;
    else if (rows.length < most) rows.push(word);
    else break;
  }
  return rows;
}

/** The stage's reasons with their signs, those around the one that enter takes where there is no room for all. */
function reasonRows(
  { stage: { reasons } }: Session,
  { at }: Mode & { kind: 'reason' },
  columns: number,
  most: number,
): StyledLine[] {
  const room = Math.max(1, most - 1);
  const from = Math.max(0, Math.min(at - Math.floor(room / 2), reasons.length - room));
  const rows = reasons.slice(from, from + room).map((reason, index): StyledLine => {
    const text = cutText(` ${reasonKeys[from + index] ?? ' '}  ${reason}`, columns);
    return [{ text, ...(from + index === at && { style: { inverse: true } }) }];
  });
  const more = reasons.length > room ? `, ${reasons.length} reasons` : '';
  const asked = ` Why is it excluded? (its sign, or enter; escape: not excluded${more})`;
  return most > 1 ? [[{ text: cutText(asked, columns), style: { bold: true } }], ...rows] : rows;
}
