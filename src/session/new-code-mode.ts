import { emptyLine, lineOf } from '../text/line-editor.ts';
import { newCodeName } from './new-code-name.ts';
import { codeNamed, tooLong } from './open-coding.ts';
import { putCode } from './put-code.ts';
import { type Moment, type Outcome, refusing, type Session, unchanged } from './session.ts';

/**
 * A new code has a name, is asked for the code that it is to stand below, and then for its meaning; one that there is
 * already is put on the passage.
 */
export function nameCode(session: Session, typed: string, moment: Moment): Outcome {
  if (typed.trim() === '') return refusing(session, 'No code without a name.');
  const asIs = codeNamed(session, typed);
  if (asIs) return putCode(session, asIs, moment);
  const name = newCodeName(session, typed);
  if ('refused' in name) return refusing(askName(session, typed), name.refused);
  const long = tooLong(name.title);
  if (long !== undefined) return refusing(askName(session, typed), long);
  const same = codeNamed(session, name.title);
  if (same) return putCode(session, same, moment);
  if (name.parent !== undefined) return unchanged(askMeaning(session, name.title, name.parent));
  if (session.codes.length === 0) return unchanged(askMeaning(session, name.title, null));
  return unchanged({
    ...session,
    mode: { kind: 'choose', purpose: 'parent', title: name.title, typed, line: emptyLine, index: -1 },
  });
}

/** Asks for the name of a new code, as far as it was typed already. */
export const askName = (session: Session, typed = ''): Session => ({
  ...session,
  mode: { kind: 'write', what: { kind: 'new code' }, line: lineOf(typed) },
});

export const askMeaning = (session: Session, title: string, parent: string | null): Session => ({
  ...session,
  mode: { kind: 'write', what: { kind: 'definition', title, parent }, line: emptyLine },
});
