import { afterJump, noteEnd, noteRead } from './coverage.ts';
import { goTo, goToCoding, lastWord, neighbour, type Unit, uncodedTurn } from './movement.ts';
import { type Moment, type Outcome, refusing, type Session, unchanged } from './session.ts';

/** Steps from what was read to what follows; a step forwards past a paragraph says that it was read. */
const step =
  (unit: Unit, direction: 1 | -1) =>
  (session: Session, moment: Moment): Outcome => {
    const position = neighbour(session.text, session.cursor, unit, direction);
    if (position !== undefined) return noteRead(goTo(session, position), session.cursor, moment);
    if (direction < 0) return refusing(session, 'This is the beginning.');
    const { session: read, effects } = noteEnd(session, moment);
    return { session: { ...read, notice: { text: 'This is the end.' } }, effects };
  };

const page =
  (direction: 1 | -1) =>
  (session: Session, moment: Moment): Outcome => {
    const position = moment.page(session, direction);
    if (position === session.cursor) return step('sentence', direction)(session, moment);
    return noteRead(goTo(session, position), session.cursor, moment);
  };

const jump =
  (to: (session: Session) => Session | undefined, missing: string) =>
  (session: Session): Outcome => {
    const there = to(session);
    return there ? unchanged(afterJump(there, session.cursor)) : refusing(session, missing);
  };

const uncoded =
  (direction: 1 | -1, missing: string) =>
  (session: Session): Outcome => {
    const position = uncodedTurn(session, direction);
    if (position !== undefined) return unchanged(afterJump(goTo(session, position), session.cursor));
    const isAny = session.text.turns.some(({ counts }) => counts);
    return refusing(
      session,
      isAny ? missing : 'No turn here counts as a unit: nobody who speaks is a participant.',
    );
  };

export const moveActs = {
  'next word': step('word', 1),
  'previous word': step('word', -1),
  'next sentence': step('sentence', 1),
  'previous sentence': step('sentence', -1),
  'next paragraph': step('paragraph', 1),
  'previous paragraph': step('paragraph', -1),
  'next turn': step('turn', 1),
  'previous turn': step('turn', -1),
  'next page': page(1),
  'previous page': page(-1),
  first: jump((session) => goTo(session, 0), ''),
  last: jump((session) => goTo(session, lastWord(session.text)), ''),
  'next uncoded': uncoded(1, 'Every turn after this one that counts as a unit has a coding.'),
  'previous uncoded': uncoded(-1, 'Every turn before this one that counts as a unit has a coding.'),
  'next coding': jump((session) => goToCoding(session, 1), 'There is no coding after this place.'),
  'previous coding': jump((session) => goToCoding(session, -1), 'There is no coding before this place.'),
};
