import type { Coding } from '../coding/log.ts';
import type { Span } from '../text/code-points.ts';
import { sentenceAt, wordAt } from './reading-text.ts';
import type { Session } from './session.ts';

/** The passage that a code would be put on: what is selected, else the sentence at the cursor. */
export const target = ({ selection, text, cursor }: Session): Span => selection ?? sentenceAt(text, cursor);

/** The codings at the cursor, or that what is selected touches: the shortest first. */
export function codingsHere(session: Session): Coding[] {
  const { start, end } = session.selection ?? wordAt(session.text, session.cursor);
  return overlapping(session.codings, start, end).sort((a, b) => a.end - a.start - (b.end - b.start));
}

/** The coding that acts are about: the one that was chosen, else the shortest here. */
export function focused(session: Session): Coding | undefined {
  const here = codingsHere(session);
  return here.find(({ id }) => id === session.focus) ?? here[0];
}

export const overlapping = (codings: readonly Coding[], start: number, end: number): Coding[] =>
  codings.filter((coding) => coding.start < end && coding.end > start);
