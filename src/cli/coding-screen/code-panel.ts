import { safe } from '../../render/safe-text.ts';
import { wrap } from '../../render/wrap.ts';
import { matching } from '../../session/palette.ts';
import type { FoundCode, Mode, OfferedCode, Session } from '../../session/session.ts';
import { fitText } from '../screen/fit-text.ts';
import type { Piece, StyledLine } from '../screen/styled-line.ts';
import { colourOf } from './brackets.ts';
import { promptLine } from './prompt-line.ts';

/** Choosing a code: what was typed, the codes that it may be, and what the one at hand means. */
export function codePanel(
  session: Session,
  mode: Extract<Mode, { kind: 'choose' }>,
  { width, height }: { width: number; height: number },
): StyledLine[] {
  const found = matching(session, mode.line.text);
  const rows = height - 2;
  const first = Math.max(0, Math.min(mode.index - Math.floor(rows / 2), found.length - rows));
  const list = Math.min(32, Math.floor(width * 0.4));
  const chosen = found[mode.index];
  const details = chosen ? detailsOf(chosen, width - list - 3) : [];
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
      : `${found.length} of ${session.codes.length} · enter takes it`;
  return [
    [{ text: '─'.repeat(width), style: { dim: true } }],
    promptLine(asks, mode.line, width, remark),
    ...Array.from({ length: rows }, (_, row): StyledLine => {
      const code = found[first + row];
      const name = code ? entry(session, code, first + row === mode.index, list) : { text: ' '.repeat(list) };
      return [name, { text: ' │ ', style: { dim: true } }, ...(details[row] ?? [])];
    }),
  ];
}

function entry(
  session: Session,
  { id, title, version }: OfferedCode,
  isChosen: boolean,
  width: number,
): Piece {
  const digit = session.recent.findIndex(({ code }) => code === id) + 1;
  const letter = Object.entries(session.bindings).find(([, code]) => code === id)?.[0] ?? ' ';
  const note = version === 'draft' ? ' (draft)' : '';
  const says = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  const name = says === id ? id : `${id}  ${title}`;
  const text = fitText(`${digit > 0 ? digit : ' '}${letter} ${name}${note}`, width);
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
