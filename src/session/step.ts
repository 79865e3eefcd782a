import { editLine } from '../text/line-editor.ts';
import { acts } from './acts.ts';
import { whileChoosing } from './choose-mode.ts';
import { how, keyName, verbOf } from './keys.ts';
import { bind, putLetter } from './letters.ts';
import { refusingLonger } from './longest.ts';
import { whileInMemo } from './memo-mode.ts';
import { nameCode } from './new-code-mode.ts';
import { makeCode } from './open-coding.ts';
import {
  type Key,
  type Mode,
  type Moment,
  type Outcome,
  refusing,
  type Session,
  unchanged,
  type Writing,
} from './session.ts';
import { holdingTo, isForSpan } from './span-mode.ts';

export type { Key } from './session.ts';

/** What a key makes of a session, and what has to be carried out before that is shown. Never throws. */
export function step(before: Session, pressed: Key, moment: Moment): Outcome {
  // Only a memo has lines; elsewhere ctrl-j is enter, as terminals have it.
  const key = pressed === 'ctrl-j' && before.mode.kind !== 'memo' ? 'enter' : pressed;
  const session = before.notice === null ? before : { ...before, notice: null };
  const { mode } = session;
  // Where something is asked for, that alone is left.
  if (key === 'ctrl-c' && mode.kind !== 'memo') {
    if (mode.kind !== 'read') return unchanged(reading(session));
    return session.resizing === null ? acts.quit(session, moment) : acts.deselect(session, moment);
  }
  switch (mode.kind) {
    case 'read':
      return whileReading(session, key, moment);
    case 'choose':
      return whileChoosing(session, mode, key, moment);
    case 'write':
      return whileWriting(session, mode, key, moment);
    case 'memo':
      return whileInMemo(session, mode, key, moment);
    case 'letter':
      return whileNamingLetter(session, mode, key, moment);
    case 'help':
      return unchanged(whileHelping(session, mode, key));
  }
}

function whileReading(session: Session, key: Key, moment: Moment): Outcome {
  if (typeof key !== 'string') return refusing(session, 'Pasted text is not taken for keys.');
  const verb = verbOf(key);
  if (session.resizing !== null) {
    if (key === 'enter') return acts['change span'](session, moment);
    if (!verb || !isForSpan(verb)) return holdingTo(session);
  }
  if (/^[1-9]$/.test(key)) return acts.recent(session, moment, key);
  if (verb) return acts[verb](session, moment);
  return (
    putLetter(session, key, moment) ??
    refusing(session, `${keyName(key)} does nothing; ${how(session, 'help')} shows the keys.`)
  );
}

function whileNamingLetter(
  session: Session,
  mode: Extract<Mode, { kind: 'letter' }>,
  key: Key,
  moment: Moment,
): Outcome {
  if (key === 'escape') return unchanged(reading(session));
  if (typeof key !== 'string') return refusing(session, 'Pasted text is not taken for a letter.');
  // A letter that is not free asks for another one.
  const bound = bind(reading(session), key, mode.code, moment);
  return bound.session.notice?.refused ? { ...bound, session: { ...bound.session, mode } } : bound;
}

function whileWriting(
  session: Session,
  mode: Extract<Mode, { kind: 'write' }>,
  key: Key,
  moment: Moment,
): Outcome {
  if (key === 'escape') return unchanged(reading(session));
  if (key === 'enter') return written(reading(session), mode.what, mode.line.text, moment);
  const line = editLine(mode.line, key);
  const tooLong = line && refusingLonger(session, mode.what.kind, mode.line, line);
  if (tooLong) return tooLong;
  return unchanged(line ? { ...session, mode: { ...mode, line } } : session);
}

function written(session: Session, what: Writing, text: string, moment: Moment): Outcome {
  switch (what.kind) {
    case 'search':
      return acts.find(session, moment, text);
    case 'new code':
      return nameCode(session, text, moment);
    case 'definition':
      return makeCode(session, { title: what.title, parent: what.parent, definition: text }, moment);
  }
}

function whileHelping(session: Session, mode: Extract<Mode, { kind: 'help' }>, key: Key): Session {
  const by: Record<string, number> = {
    down: 1,
    j: 1,
    up: -1,
    k: -1,
    ' ': 10,
    pagedown: 10,
    b: -10,
    pageup: -10,
  };
  const move = typeof key === 'string' ? by[key] : undefined;
  return move === undefined
    ? reading(session)
    : { ...session, mode: { kind: 'help', top: Math.max(0, mode.top + move) } };
}

const reading = (session: Session): Session => ({ ...session, mode: { kind: 'read' } });
