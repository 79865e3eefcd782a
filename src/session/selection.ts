import type { Span } from '../text/code-points.ts';
import { neighbour } from './movement.ts';
import { paragraphAt, sentenceAt, turnSpanAt, wordAt } from './reading-text.ts';
import type { Session } from './session.ts';

/** Selects the unit at the cursor; where it is selected already, the next one too. */
export function selectUnit(session: Session, unit: 'sentence' | 'paragraph' | 'turn'): Session {
  const { text, cursor, selection } = session;
  const at = { sentence: sentenceAt, paragraph: paragraphAt, turn: turnSpanAt }[unit];
  const here = at(text, cursor);
  if (!selection || !isWhole(selection, here)) return withSelection(session, here, here.start);
  const next = neighbour(text, selection.end - 1, unit, 1);
  if (next === undefined) return session;
  const { end } = at(text, next);
  return withSelection(session, { start: selection.start, end }, end - 1);
}

const isWhole = (selection: Span, unit: Span): boolean =>
  selection.start === unit.start && selection.end >= unit.end;

/** The selection with one word more or less at its end, or at its beginning; at least one word. */
export function moveEdge(session: Session, edge: 'start' | 'end', direction: 1 | -1): Session {
  const { text, cursor } = session;
  const { selection } = session;
  if (!selection) {
    const word = wordAt(text, cursor);
    return withSelection(session, word, word.start);
  }
  if (edge === 'start') {
    const start = neighbour(text, selection.start, 'word', direction);
    if (start === undefined || start >= selection.end) return session;
    return withSelection({ ...session, cursor: start }, { ...selection, start }, start);
  }
  const last = wordAt(text, selection.end - 1);
  const next = direction > 0 ? neighbour(text, last.start, 'word', 1) : last.start;
  if (next === undefined) return session;
  // Backwards the last word goes; punctuation behind it goes first, with it.
  const before = neighbour(text, last.start, 'word', -1);
  const end = direction > 0 ? wordAt(text, next).end : before === undefined ? 0 : wordAt(text, before).end;
  if (end <= selection.start) return session;
  return withSelection(session, { ...selection, end }, end - 1);
}

const withSelection = (session: Session, selection: Span, inView: number): Session => ({
  ...session,
  selection,
  inView,
  cursor: wordAt(session.text, selection.start).start,
});
