import { firstEndingAfter, unionOf } from '../coding/spans.ts';
import type { Span } from '../text/code-points.ts';
import { focused } from './at-cursor.ts';
import { type ReadingText, spanAt, turnAt, wordFrom } from './reading-text.ts';
import type { Session } from './session.ts';

export type Unit = 'word' | 'sentence' | 'paragraph' | 'turn';

/**
 * The first word of the next unit, or of the one before; undefined where there is none. A unit may begin with a quotation
 * mark, or have no word at all: what counts is where the cursor comes to be.
 */
export function neighbour(
  text: ReadingText,
  position: number,
  unit: Unit,
  direction: 1 | -1,
): number | undefined {
  const first = ({ start }: Span): number => wordFrom(text, start).start;
  const isOn = (unit: Span): boolean => (direction > 0 ? first(unit) > position : first(unit) < position);
  for (let turn = turnAt(text, position); text.turns[turn]; turn += direction) {
    const here = unitsOf(text, turn, unit);
    const found = direction > 0 ? here.find(isOn) : here.findLast(isOn);
    if (found) return first(found);
  }
  return undefined;
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
  const cursor = wordFrom(session.text, position).start;
  return { ...session, cursor, inView: cursor, selection: null, resizing: null, focus: null };
}

/** The first turn after the cursor's that counts as a unit and carries none of the rater's codings, or before it. */
export function uncodedTurn({ text, codings, cursor }: Session, direction: 1 | -1): number | undefined {
  const coded = unionOf(codings);
  for (let turn = turnAt(text, cursor) + direction; text.turns[turn]; turn += direction) {
    const { start, end, counts } = text.turns[turn] ?? { start: 0, end: 0, counts: false };
    if (!counts) continue;
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
