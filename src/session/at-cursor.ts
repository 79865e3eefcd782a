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

/** The same of the other raters that are shown, whose codings nothing here changes. */
export function othersHere(session: Session): { rater: string; coding: Coding }[] {
  const { start, end } = session.selection ?? wordAt(session.text, session.cursor);
  return session.others
    .flatMap(({ rater, codings }) => overlapping(codings, start, end).map((coding) => ({ rater, coding })))
    .sort((a, b) => a.coding.end - a.coding.start - (b.coding.end - b.coding.start));
}

/** Said where an act needs a coding and there is none. */
export function noneHere(session: Session): string {
  const raters = [...new Set(othersHere(session).map(({ rater }) => rater))];
  if (raters.length === 0) return 'There is no coding here.';
  return `There is no coding of yours here; those of ${raters.join(', ')} are shown and cannot be changed.`;
}

/** The coding that acts are about: the one that was chosen, else the shortest here. */
export function focused(session: Session): Coding | undefined {
  const here = codingsHere(session);
  return here.find(({ id }) => id === session.focus) ?? here[0];
}

export const overlapping = (codings: readonly Coding[], start: number, end: number): Coding[] =>
  codings.filter((coding) => coding.start < end && coding.end > start);
