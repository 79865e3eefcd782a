import { codePointCursor, type Span } from '../text/code-points.ts';
import { speakerName } from './speaker-name.ts';
import { formatTime, parseTime } from './time.ts';
import type { PositionedTurn, Turn } from './transcript.ts';

/*
 * The body of a frozen transcript is a grammar of lines over literal text. It reads well as Markdown, and
 * is none: nothing in it is escaped.
 *
 *     **P4** [00:01:02]: A turn starts with a label in the first column.
 *
 *     A paragraph without a label continues the turn.
 *
 *     **Ana** [00:01:09.250 - 00:01:12]: A time may have milliseconds and an end.
 *
 *     **?** [00:01:15]: Nobody knows who says this.
 *
 * - Lines end in LF. A line of white space only is an empty line; empty lines part paragraphs.
 * - A label is `**name**`, an optional time in brackets, a colon, and a space or the end of the line. A name
 *   has no asterisk and no line break. It counts at the start of any line, not only after an empty one.
 * - Text before the first label is a turn without a speaker.
 * - Text that begins a line with `**` is written after one space. The space is white space outside of the
 *   paragraph's span, so the words stay as they were, and a label is always in the first column.
 */

const LABEL_TIME = String.raw`\d+:\d{2}:\d{2}(?:\.\d{1,3})?|\d{1,3}:\d{2}`;
const LABEL = new RegExp(
  String.raw`\*\*([^*\n]+)\*\*(?: \[(${LABEL_TIME})(?: - (${LABEL_TIME}))?\])?:(?= |\n|$)`,
  'y',
);

/**
 * The canonical text of some turns; ends in LF unless there is nothing.
 *
 * Kept, to be read back the same: speakers (as `speakerName` has them), times to the millisecond, the
 * words and which paragraph they are in. White space at the ends of lines and empty paragraphs are not.
 * A time below 0 or not a number is not written.
 */
export function writeBody(turns: readonly Turn[]): string {
  const blocks: string[] = [];
  for (const [position, turn] of turns.entries()) {
    const paragraphs = turn.paragraphs.flatMap(literalParagraphs);
    const label = labelOf(turn, position === 0 && paragraphs.length > 0);
    const [first, ...rest] = paragraphs;
    if (label === '') blocks.push(atLineStart(first ?? ''));
    else blocks.push(first === undefined ? label : `${label} ${afterLabel(first)}`);
    blocks.push(...rest.map(atLineStart));
  }
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

function labelOf(turn: Turn, mayGoWithout: boolean): string {
  const name = speakerName(turn.speaker);
  const start = usable(turn.start);
  if (name === null && start === null && mayGoWithout) return '';
  const end = usable(turn.end);
  const time = start === null ? '' : formatTime(start) + (end === null ? '' : ` - ${formatTime(end)}`);
  return `**${name ?? '?'}**${time && ` [${time}]`}:`;
}

const usable = (time: number | null): number | null =>
  time !== null && Number.isFinite(time) && time >= 0 ? time : null;

/** Lines without white space around them; an empty line inside makes two paragraphs. */
function literalParagraphs(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .map((part) =>
      part
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join('\n'),
    )
    .filter((part) => part !== '');
}

const atLineStart = (text: string): string =>
  text.startsWith('**') ? ` ${afterLabel(text)}` : afterLabel(text);

const afterLabel = (text: string): string => text.replaceAll('\n**', '\n **');

/**
 * The turns of a body, with the place of each and of its paragraphs. Never fails: a line that is no label
 * is text. Takes time in proportion to the body's length.
 */
export function parseBody(body: string): PositionedTurn[] {
  const turns: PositionedTurn[] = [];
  const codePointAt = codePointCursor(body);
  let turn: PositionedTurn | undefined;
  let paragraph: Span | undefined;
  let lineStart = 0;
  while (lineStart < body.length) {
    const lineBreak = body.indexOf('\n', lineStart);
    const lineEnd = lineBreak === -1 ? body.length : lineBreak;
    const label = readLabel(body, lineStart);
    if (label) {
      paragraph = undefined;
      const start = codePointAt(lineStart);
      const { speaker, from, to } = label;
      const span = { start, end: codePointAt(label.end) };
      turn = { speaker, start: from, end: to, span, paragraphs: [] };
      turns.push(turn);
    }
    const [textStart, textEnd] = trim(body, label?.end ?? lineStart, lineEnd);
    if (textStart === textEnd) {
      // A label alone on its line is no empty line, but what follows is a new paragraph either way.
      paragraph = undefined;
    } else {
      const [start, end] = [codePointAt(textStart), codePointAt(textEnd)];
      if (!turn) {
        turn = { speaker: null, start: null, end: null, span: { start, end }, paragraphs: [] };
        turns.push(turn);
      }
      if (paragraph) paragraph.end = end;
      else {
        paragraph = { start, end };
        turn.paragraphs.push(paragraph);
      }
      turn.span.end = end;
    }
    lineStart = lineEnd + 1;
  }
  return turns;
}

export interface BodyLabel {
  speaker: string | null;
  from: number | null;
  to: number | null;
  /** The times as written, where they are none: `00:00:61`. */
  unread: string[];
  /** The offset after the colon. */
  end: number;
}

/** A label that starts at an offset, which begins a line. */
export function readLabel(body: string, at: number): BodyLabel | undefined {
  if (body.charCodeAt(at) !== 0x2a) return undefined;
  LABEL.lastIndex = at;
  const match = LABEL.exec(body);
  if (!match) return undefined;
  const [whole, name = '', from, to] = match;
  const unread: string[] = [];
  const read = (time: string | undefined): number | null => {
    if (time === undefined) return null;
    const milliseconds = parseTime(time);
    if (milliseconds === undefined) unread.push(time);
    return milliseconds ?? null;
  };
  return { speaker: speakerName(name), from: read(from), to: read(to), unread, end: at + whole.length };
}

function trim(text: string, from: number, to: number): [start: number, end: number] {
  let [start, end] = [from, to];
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return [start, end];
}

/** White space as `String.prototype.trim` has it. */
const isSpace = (unit: number): boolean =>
  unit <= 0x20
    ? unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)
    : unit >= 0xa0 && (unit === 0xa0 || (unit >= 0x1680 && String.fromCharCode(unit).trim() === ''));
