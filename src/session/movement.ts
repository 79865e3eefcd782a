import { firstEndingAfter, unionOf } from '../coding/spans.ts';
import type { Span } from '../text/code-points.ts';
import { focused } from './at-cursor.ts';
import { type ReadingText, spanAt, turnAt, wordAt } from './reading-text.ts';
import type { Session } from './session.ts';

export type Unit = 'word' | 'sentence' | 'paragraph' | 'turn';

/** The beginning of the next unit, or of the one before; undefined where there is none. */
export function neighbour(
  text: ReadingText,
  position: number,
  unit: Unit,
  direction: 1 | -1,
): number | undefined {
  const turn = turnAt(text, position);
  if (unit !== 'turn') {
    const here = unitsOf(text, turn, unit);
    const found =
      direction > 0
        ? here.find(({ start }) => start > position)
        : here.findLast(({ start }) => start < position);
    if (found) return found.start;
  } else if (direction < 0 && position > (text.turns[turn]?.start ?? 0)) return text.turns[turn]?.start;
  const other = unitsOf(text, turn + direction, unit);
  return (direction > 0 ? other[0] : other.at(-1))?.start;
}

function unitsOf(text: ReadingText, turn: number, unit: Unit): readonly Span[] {
  const found = text.turns[turn];
  if (!found) return [];
  if (unit === 'turn') return [found];
  if (unit === 'paragraph') return found.paragraphs;
  return unit === 'word' ? text.wordsOf(turn) : text.sentencesOf(turn);
}

/** The cursor put to the word at a position, with nothing selected. */
export function goTo(session: Session, position: number): Session {
  const cursor = wordAt(session.text, position).start;
  return { ...session, cursor, inView: cursor, selection: null, resizing: null, focus: null };
}

/** The first turn after the cursor's that carries none of the rater's codings, or before it. */
export function uncodedTurn({ text, codings, cursor }: Session, direction: 1 | -1): number | undefined {
  const coded = unionOf(codings);
  for (let turn = turnAt(text, cursor) + direction; text.turns[turn]; turn += direction) {
    const { start, end } = text.turns[turn] ?? { start: 0, end: 0 };
    const next = coded[firstEndingAfter(coded, start)];
    if (!next || next.start >= end) return start;
  }
  return undefined;
}

/** At the coding that comes next by its beginning, or at the one before. */
export function goToCoding(session: Session, direction: 1 | -1): Session | undefined {
  const { codings, cursor } = session;
  const current = codings.findIndex(({ id }) => id === session.focus && id === focused(session)?.id);
  const next =
    current >= 0
      ? codings[current + direction]
      : direction > 0
        ? codings.find(({ start }) => start > cursor)
        : codings.findLast(({ start }) => start < cursor);
  if (!next) return undefined;
  return { ...goTo(session, next.start), focus: next.id };
}

/** At the last word of all. */
export function lastWord(text: ReadingText): number {
  const turn = text.turns.length - 1;
  return spanAt(text.wordsOf(turn), text.body.length).start;
}
