import { acts } from './acts.ts';
import { bind } from './code-acts.ts';
import { keyName, verbOf } from './keys.ts';
import { editLine, emptyLine, type Line } from './line-editor.ts';
import { writeCodingMemo, writeFileMemo } from './memo-acts.ts';
import { codeNamed, makeCode } from './open-coding.ts';
import { matching } from './palette.ts';
import { changeCode, putCode } from './put-code.ts';
import {
  type Mode,
  type Moment,
  type OfferedCode,
  type Outcome,
  type Purpose,
  refusing,
  type Session,
  unchanged,
  type Writing,
} from './session.ts';

/** A key, by its name or the character that it types; or pasted text, which never acts as keys. */
export type Key = string | { paste: string };

/** What a key makes of a session, and what has to be carried out before that is shown. Never throws. */
export function step(before: Session, key: Key, moment: Moment): Outcome {
  const session = before.notice === null ? before : { ...before, notice: null };
  const { mode } = session;
  // Where something is asked for, that alone is left.
  if (key === 'ctrl-c')
    return mode.kind === 'read' ? acts.quit(session, moment) : unchanged(reading(session));
  switch (mode.kind) {
    case 'read':
      return whileReading(session, key, moment);
    case 'choose':
      return whileChoosing(session, mode, key, moment);
    case 'write':
      return whileWriting(session, mode, key, moment);
    case 'letter':
      return typeof key === 'string' && key !== 'escape'
        ? bind(reading(session), key, mode.code)
        : unchanged(reading(session));
    case 'help':
      return unchanged(whileHelping(session, mode, key));
  }
}

function whileReading(session: Session, key: Key, moment: Moment): Outcome {
  if (typeof key !== 'string') return refusing(session, 'Pasted text is not taken for keys.');
  if (/^[1-9]$/.test(key)) return acts.recent(session, moment, key);
  const verb = verbOf(key);
  if (verb) return acts[verb](session, moment);
  const bound = Object.hasOwn(session.bindings, key) ? session.bindings[key] : undefined;
  const code = session.codes.find(({ id }) => id === bound);
  if (code) return putCode(session, code, moment);
  return refusing(
    session,
    bound === undefined
      ? `${keyName(key)} does nothing; ? shows the keys.`
      : `${key} is ${bound}, which is not in the codebook any more.`,
  );
}

function whileChoosing(
  session: Session,
  mode: Extract<Mode, { kind: 'choose' }>,
  key: Key,
  moment: Moment,
): Outcome {
  const { purpose, line, index } = mode;
  const found = matching(session, line.text);
  const at = (to: number): Outcome =>
    unchanged({ ...session, mode: { ...mode, index: Math.max(0, Math.min(found.length - 1, to)) } });
  switch (key) {
    case 'escape':
      return unchanged(reading(session));
    case 'down':
    case 'tab':
    case 'ctrl-n':
      return at(index + 1);
    case 'up':
    case 'shift-tab':
    case 'ctrl-p':
      return at(index - 1);
    case 'pagedown':
      return at(index + 8);
    case 'pageup':
      return at(index - 8);
    case 'ctrl-o':
      return line.text.trim() === ''
        ? acts['new code'](reading(session), moment)
        : named(reading(session), line.text, moment);
    case 'enter': {
      const code = found[index];
      if (code) return chosen(reading(session), purpose, code, moment);
      return refusing(session, 'No code is like that; ctrl-o makes it a new one.');
    }
  }
  const edited = editLine(line, key);
  return unchanged(edited ? { ...session, mode: { ...mode, line: edited, index: 0 } } : session);
}

function chosen(session: Session, purpose: Purpose, code: OfferedCode, moment: Moment): Outcome {
  switch (purpose) {
    case 'apply':
      return putCode(session, code, moment);
    case 'change':
      return changeCode(session, code, moment);
    case 'bind':
      return unchanged({ ...session, mode: { kind: 'letter', code: code.id } });
    case 'memo':
      return unchanged(asking(session, { kind: 'memo on a code', code: code.id }));
  }
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
  return unchanged(line ? { ...session, mode: { ...mode, line } } : session);
}

function written(session: Session, what: Writing, text: string, moment: Moment): Outcome {
  switch (what.kind) {
    case 'search':
      return acts.find(session, moment, text);
    case 'new code':
      return text.trim() === '' ? refusing(session, 'No code without a name.') : named(session, text, moment);
    case 'definition':
      return makeCode(session, what.title, text, moment);
    case 'memo on a coding':
      return writeCodingMemo(session, what.id, text, moment);
    case 'memo on a code':
      return writeFileMemo(session, { kind: 'code', name: what.code }, text);
    case 'memo on the document':
      return writeFileMemo(session, { kind: 'document', name: session.text.document }, text);
  }
}

/** A new code is asked for its meaning; one that there is already is put on the passage. */
function named(session: Session, title: string, moment: Moment): Outcome {
  const same = codeNamed(session, title);
  return same ? putCode(session, same, moment) : unchanged(asking(session, { kind: 'definition', title }));
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

const asking = (session: Session, what: Writing, line: Line = emptyLine): Session => ({
  ...session,
  mode: { kind: 'write', what, line },
});
