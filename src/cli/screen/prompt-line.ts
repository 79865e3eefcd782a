import { safe } from '../../render/safe-text.ts';
import { textWidth } from '../../render/text-width.ts';
import type { Line } from '../../text/line-editor.ts';
import { cutText, endOfText } from './fit-text.ts';
import type { StyledLine } from './styled-line.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A line that is being written, with its caret, and a remark at the right. */
export function promptLine(asks: string, { text, caret }: Line, width: number, remark = ''): StyledLine {
  if (width < LEAST) return caretOnly(text.slice(0, caret), width);
  const label = cutText(` ${asks}: `, width - LEAST + 2);
  const room = Math.max(8, width - textWidth(label) - textWidth(remark) - 2);
  const before = endOfText(text.slice(0, caret), room);
  const rest = text.slice(caret);
  const [character] = graphemes.segment(rest);
  const at = character ? safe(character.segment) : ' ';
  const after = cutText(rest.slice(character?.segment.length ?? 0), Math.max(0, room - textWidth(before)));
  const used = textWidth(label) + textWidth(before) + textWidth(at) + textWidth(after);
  const spaces = Math.max(1, width - used - textWidth(remark) - 1);
  return [
    { text: label, style: { bold: true } },
    { text: before },
    { text: at, style: { inverse: true } },
    { text: after },
    { text: ' '.repeat(spaces) },
    { text: cutText(remark, Math.max(0, width - used - spaces)), style: { dim: true } },
  ];
}

/** Columns below which there is room for the end of what is written only. */
const LEAST = 13;

const caretOnly = (before: string, width: number): StyledLine => [
  { text: width > 2 ? endOfText(before, width - 2) : '' },
  { text: ' ', style: { inverse: true } },
];
