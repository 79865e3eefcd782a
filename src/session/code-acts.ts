import { focused } from './at-cursor.ts';
import { make, redo, undo } from './coding-changes.ts';
import { freeLetters, isFree } from './keys.ts';
import { emptyLine } from './line-editor.ts';
import { goTo } from './movement.ts';
import { codeInVivo, makeCode } from './open-coding.ts';
import { named } from './palette.ts';
import { changeCode, finishSpan, otherCoding, putCode } from './put-code.ts';
import {
  type Change,
  type Moment,
  type OfferedCode,
  type Outcome,
  type Purpose,
  refusing,
  type Session,
  telling,
  unchanged,
} from './session.ts';

const choose = (session: Session, purpose: Purpose): Outcome =>
  session.codes.length === 0
    ? refusing(session, 'There are no codes yet: o makes the first, i makes one of the selected words.')
    : unchanged({ ...session, mode: { kind: 'choose', purpose, line: emptyLine, index: 0 } });

/** Does something with the code of a name that was typed. */
function withCode(session: Session, name: string, does: (code: OfferedCode) => Outcome): Outcome {
  const found = named(session, name);
  if ('id' in found) return does(found);
  const some = found.candidates.slice(0, 5).map(({ id }) => id);
  return refusing(
    session,
    some.length === 0
      ? `There is no code like “${name}”.`
      : `“${name}” may be ${some.join(', ')}${found.candidates.length > 5 ? ' and others' : ''}: type more of it.`,
  );
}

/** Gives a code a letter; another code that had it loses it. */
export function bind(session: Session, letter: string, code: string): Outcome {
  if (!isFree(letter)) {
    return refusing(session, `“${letter}” cannot be given to a code. Free: ${freeLetters.join(' ')}`);
  }
  const bindings = { ...session.bindings, [letter]: code };
  return {
    ...telling({ ...session, bindings }, `${letter} is ${code} from now on.`),
    effects: [{ kind: 'keep bindings', bindings }],
  };
}

/** At the place of a change, so that it is seen. */
function shown(
  outcome: Outcome | undefined,
  session: Session,
  change: Change | undefined,
  what: string,
): Outcome {
  if (!outcome || !change) return refusing(session, `There is nothing to ${what}.`);
  const place = change.kind === 'coding' ? (change.before ?? change.after)?.start : undefined;
  const there = place === undefined ? outcome.session : goTo(outcome.session, place);
  return {
    ...telling({ ...there, focus: change.kind === 'coding' ? change.id : null }, said(change, what)),
    effects: outcome.effects,
  };
}

function said(change: Change, what: string): string {
  const did = what === 'undo' ? 'Undone' : 'Done again';
  if (change.kind === 'through') return `${did}: how far you have read.`;
  const { before, after } = change;
  if (before === null) return `${did}: coded ${after?.code ?? ''}.`;
  return after === null ? `${did}: removed ${before.code}.` : `${did}: change of ${before.code}.`;
}

export const codeActs = {
  code: (session: Session, moment: Moment, name?: string): Outcome => {
    if (session.resizing !== null) return finishSpan(session, moment);
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
  bind: (session: Session, _: Moment, argument?: string): Outcome => {
    if (argument === undefined) return choose(session, 'bind');
    const [letter = '', ...name] = argument.trim().split(/\s+/u);
    return withCode(session, name.join(' '), (code) => bind(session, letter, code.id));
  },
  'new code': (session: Session, moment: Moment, title?: string): Outcome =>
    title === undefined
      ? unchanged({ ...session, mode: { kind: 'write', what: { kind: 'new code' }, line: emptyLine } })
      : makeCode(session, title, '', moment),
  'in vivo': codeInVivo,
  'other coding': (session: Session): Outcome =>
    focused(session) ? unchanged(otherCoding(session)) : refusing(session, 'There is no coding here.'),
  remove: (session: Session, moment: Moment): Outcome => {
    const before = focused(session);
    if (!before) return refusing(session, 'There is no coding here to remove.');
    const made = make(session, { kind: 'coding', id: before.id, before, after: null }, moment);
    return {
      ...telling({ ...made.session, resizing: null }, `Removed ${before.code}; u puts it back.`),
      effects: made.effects,
    };
  },
  'change code': (session: Session, moment: Moment, name?: string): Outcome => {
    if (!focused(session)) return refusing(session, 'There is no coding here.');
    if (name === undefined) return choose(session, 'change');
    return withCode(session, name, (code) => changeCode(session, code, moment));
  },
  'change span': (session: Session, moment: Moment): Outcome => {
    if (session.resizing !== null) return finishSpan(session, moment);
    const coding = focused(session);
    if (!coding) return refusing(session, 'There is no coding here.');
    const { id, start, end } = coding;
    return telling(
      { ...goTo(session, start), selection: { start, end }, resizing: id, focus: id },
      `${coding.code}: select what it is to be on, then v.`,
    );
  },
  undo: (session: Session, moment: Moment): Outcome =>
    shown(undo(session, moment), session, session.past.at(-1), 'undo'),
  redo: (session: Session, moment: Moment): Outcome =>
    shown(redo(session, moment), session, session.future.at(-1), 'redo'),
};
