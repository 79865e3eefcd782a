import { emptyLine } from '../text/line-editor.ts';
import { focused, noneHere } from './at-cursor.ts';
import { make } from './history.ts';
import { how } from './keys.ts';
import { bind } from './letters.ts';
import { quoted } from './longest.ts';
import { goTo } from './movement.ts';
import { askName } from './new-code-mode.ts';
import { newCodeName } from './new-code-name.ts';
import { codeInVivo, makeCode } from './open-coding.ts';
import { named } from './palette.ts';
import { changeCode, finishSpan, otherCoding, putCode } from './put-code.ts';
import {
  type FoundCode,
  type Moment,
  type Outcome,
  type Purpose,
  refusing,
  type Session,
  telling,
  unchanged,
} from './session.ts';

const choose = (session: Session, purpose: Exclude<Purpose, 'parent'>): Outcome =>
  session.codes.length === 0
    ? refusing(
        session,
        `There are no codes yet: ${how(session, 'new code')} makes the first, ${how(session, 'in vivo')} makes one of the selected words.`,
      )
    : {
        session: { ...session, mode: { kind: 'choose', purpose, line: emptyLine, index: 0 } },
        effects: [{ kind: 'read codes' }],
      };

/** Does something with the code of a name that was typed. */
function withCode(session: Session, name: string, does: (code: FoundCode) => Outcome): Outcome {
  const found = named(session, name);
  if ('id' in found) return does(found);
  const some = found.candidates
    .slice(0, 5)
    .map(({ id, was }) => (was === undefined ? id : `${id} (was: ${was})`));
  return refusing(
    session,
    some.length === 0
      ? `There is no code like ${quoted(name)}.`
      : `${quoted(name)} may be ${some.join(', ')}${found.candidates.length > 5 ? ' and others' : ''}: type more of it.`,
  );
}

export const codeActs = {
  code: (session: Session, moment: Moment, name?: string): Outcome => {
    if (name === undefined) return choose(session, 'apply');
    return withCode(session, name, (code) => putCode(session, code, moment));
  },
  recent: (session: Session, moment: Moment, digit = ''): Outcome => {
    const recent = session.recent[Number(digit) - 1];
    const code = session.codes.find(({ id }) => id === recent?.code);
    return code
      ? putCode(session, code, moment)
      : refusing(session, `No recent code has the digit ${digit}.`);
  },
  bind: (session: Session, moment: Moment, argument?: string): Outcome => {
    if (argument === undefined) return choose(session, 'bind');
    const [letter = '', ...name] = argument.trim().split(/\s+/u);
    return withCode(session, name.join(' '), (code) => bind(session, letter, code.id, moment));
  },
  'new code': (session: Session, moment: Moment, typed?: string): Outcome => {
    if (typed === undefined) return { session: askName(session), effects: [{ kind: 'read codes' }] };
    const name = newCodeName(session, typed);
    if ('refused' in name) return refusing(session, name.refused);
    return makeCode(session, { title: name.title, parent: name.parent ?? null, definition: '' }, moment);
  },
  'in vivo': codeInVivo,
  'other coding': (session: Session): Outcome =>
    focused(session) ? unchanged(otherCoding(session)) : refusing(session, noneHere(session)),
  remove: (session: Session, moment: Moment): Outcome => {
    const before = focused(session);
    if (!before) return refusing(session, noneHere(session));
    const made = make(session, [{ kind: 'coding', id: before.id, before, after: null }], moment);
    return {
      ...telling(
        { ...made.session, resizing: null },
        `Removed ${before.code}; ${how(session, 'undo')} puts it back.`,
      ),
      effects: made.effects,
    };
  },
  'change code': (session: Session, moment: Moment, name?: string): Outcome => {
    if (!focused(session)) return refusing(session, noneHere(session));
    if (name === undefined) return choose(session, 'change');
    return withCode(session, name, (code) => changeCode(session, code, moment));
  },
  'change span': (session: Session, moment: Moment): Outcome => {
    if (session.resizing !== null) return finishSpan(session, moment);
    const coding = focused(session);
    if (!coding) return refusing(session, noneHere(session));
    const { id, start, end } = coding;
    return telling(
      { ...goTo(session, start), selection: { start, end }, resizing: id, focus: id },
      `${coding.code}: select what it is to be on, then ${how(session, 'change span')}.`,
    );
  },
};
