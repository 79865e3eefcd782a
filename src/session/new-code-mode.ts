import { emptyLine } from './line-editor.ts';
import { newCodeName } from './new-code-name.ts';
import { codeNamed } from './open-coding.ts';
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
  if ('refused' in name) return refusing(session, name.refused);
  const same = codeNamed(session, name.title);
  if (same) return putCode(session, same, moment);
  if (name.parent !== undefined) return unchanged(askMeaning(session, name.title, name.parent));
  if (session.codes.length === 0) return unchanged(askMeaning(session, name.title, null));
  return unchanged({
    ...session,
    mode: { kind: 'choose', purpose: 'parent', title: name.title, line: emptyLine, index: -1 },
  });
}

export const askMeaning = (session: Session, title: string, parent: string | null): Session => ({
  ...session,
  mode: { kind: 'write', what: { kind: 'definition', title, parent }, line: emptyLine },
});
