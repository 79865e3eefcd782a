import { make } from './history.ts';
import { freeLetters, isFree } from './keys.ts';
import { putCode } from './put-code.ts';
import { type Moment, type Outcome, refusing, type Session, telling } from './session.ts';

/** Gives a code a letter; another code that had it loses it. */
export function bind(session: Session, letter: string, code: string, moment: Moment): Outcome {
  if (!isFree(letter)) {
    return refusing(session, `“${letter}” cannot be given to a code. Free: ${freeLetters.join(' ')}`);
  }
  const bindings = { ...session.bindings, [letter]: code };
  const made = make(session, [{ kind: 'bindings', before: session.bindings, after: bindings }], moment);
  return { ...telling(made.session, `${letter} is ${code} from now on.`), effects: made.effects };
}

/** Puts the code of a letter on the passage; undefined where the letter has none. */
export function putLetter(session: Session, letter: string, moment: Moment): Outcome | undefined {
  if (!Object.hasOwn(session.bindings, letter)) return undefined;
  const bound = session.bindings[letter];
  const code = session.codes.find(({ id }) => id === bound);
  return code
    ? putCode(session, code, moment)
    : refusing(session, `${letter} is ${bound}, which is not in the codebook any more.`);
}
