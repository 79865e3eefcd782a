import { safe } from '../../render/safe-text.ts';
import { textWidth } from '../../render/text-width.ts';
import { wrap } from '../../render/wrap.ts';
import { matching } from '../../session/palette.ts';
import type { FoundCode, Mode, OfferedCode, Session } from '../../session/session.ts';
import { fitText } from '../screen/fit-text.ts';
import { noticeLines } from '../screen/notice-lines.ts';
import { promptLine } from '../screen/prompt-line.ts';
import type { Piece, StyledLine } from '../screen/styled-line.ts';
import { colourOf } from './code-colour.ts';

/** A panel of so few rows has no rule above it. */
const LOW = 4;

/** Below so many columns codes are listed without what they mean. */
const NARROW = 50;

/** Choosing a code: what was typed, the codes that it may be, and what the one at hand means. */
export function codePanel(
  session: Session,
  mode: Extract<Mode, { kind: 'choose' }>,
  { width, height }: { width: number; height: number },
): StyledLine[] {
  const found = matching(session, mode.line.text);
  const hasRule = height > LOW;
  const notice = noticeLines(session, width, hasRule ? undefined : 1);
  const above = hasRule ? Math.max(1, notice.length) : 0;
  const rows = Math.max(0, height - above - 1);
  const first = Math.max(0, Math.min(mode.index - Math.floor(rows / 2), found.length - rows));
  const list = listWidth(session, width);
  const chosen = found[mode.index];
  const details = chosen && list < width ? shortened(detailsOf(chosen, width - list - 5), rows) : [];
  const asks = {
    apply: 'Code',
    change: 'Change to',
    bind: 'Letter for',
    memo: 'Memo on',
    parent: 'Below which code',
  }[mode.purpose];
  const remark =
    mode.purpose === 'parent' && mode.index < 0
      ? `enter: below none · down: ${found.length} codes`
      : `${found.length} of ${session.codes.length}${chosen ? ' · enter takes it' : ''}`;
  const rule: StyledLine[] =
    notice.length > 0 ? notice : [[{ text: '─'.repeat(width), style: { dim: true } }]];
  const panel = [
    ...(hasRule ? rule : []),
    promptLine(asks, mode.line, width, remark),
    ...Array.from({ length: rows }, (_, row): StyledLine => {
      const code = found[first + row];
      const name = code ? entry(session, code, first + row === mode.index, list) : { text: ' '.repeat(list) };
      return list < width ? [name, { text: ' │ ', style: { dim: true } }, ...(details[row] ?? [])] : [name];
    }),
  ];
  return !hasRule && rows > 0 ? [...panel.slice(0, panel.length - notice.length), ...notice] : panel;
}

/** As wide as the widest name in the codebook, so that it does not change while one types; at most a share of the screen. */
function listWidth({ codes }: Session, width: number): number {
  if (width < NARROW) return width;
  const widest = codes.reduce((most, code) => Math.max(most, textWidth(safe(saysOf(code)))), 0);
  return Math.min(Math.max(widest + 4, 20), Math.floor(width * (width < 100 ? 0.4 : 0.5)));
}

/** What does not fit ends with an ellipsis. */
function shortened(lines: readonly StyledLine[], rows: number): readonly StyledLine[] {
  const last = lines[rows - 1]?.map((piece) => ({ ...piece, text: piece.text.trimEnd() }));
  return lines.length > rows && last ? [...lines.slice(0, rows - 1), [...last, { text: ' …' }]] : lines;
}

/** A code's id and title, once where they say the same. */
function saysOf({ id, title, version }: OfferedCode): string {
  const says = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  return `${says === id ? id : `${id}  ${title}`}${version === 'draft' ? ' (draft)' : ''}`;
}

function entry(session: Session, code: OfferedCode, isChosen: boolean, width: number): Piece {
  const { id } = code;
  const digit = session.recent.findIndex((one) => one.code === id) + 1;
  const letter = Object.entries(session.bindings).find(([, bound]) => bound === id)?.[0] ?? ' ';
  const text = fitText(`${digit > 0 ? digit : ' '}${letter} ${saysOf(code)}`, width);
  return { text, style: { colour: colourOf(session, id), ...(isChosen && { inverse: true }) } };
}

function detailsOf(code: FoundCode, width: number): StyledLine[] {
  const part = (label: string, texts: readonly string[]): StyledLine[] =>
    texts.flatMap((text) =>
      wrap(safe(`${label}${text}`), width).map(
        (line, index): StyledLine =>
          index === 0 && label !== ''
            ? [{ text: label, style: { bold: true } }, { text: line.slice(label.length) }]
            : [{ text: line }],
      ),
    );
  return [
    [{ text: fitText(code.title, width), style: { bold: true } }],
    ...part('', code.was === undefined ? [] : [`was: ${code.was}`]),
    ...part('', code.definition === null ? [] : [code.definition]),
    ...part('Include: ', code.include),
    ...part('Exclude: ', code.exclude),
    ...part(
      '“',
      code.examples.map((text) => `${text}”`),
    ),
  ];
}
