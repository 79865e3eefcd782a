import { codingsHere, focused, noneHere, target } from './at-cursor.ts';
import { codingOf } from './carry-out.ts';
import { make } from './history.ts';
import { noteUse } from './recent.ts';
import {
  type Change,
  type FoundCode,
  type Moment,
  type OfferedCode,
  type Outcome,
  refusing,
  type Session,
  telling,
} from './session.ts';

/** Puts a code on what is selected, or on the sentence at the cursor. What is selected stays so, for another code. */
export function putCode(session: Session, code: FoundCode, moment: Moment): Outcome {
  const { start, end } = target(session);
  const same = session.codings.find((one) => one.start === start && one.end === end && one.code === code.id);
  if (same) return refusing({ ...session, focus: same.id }, `${code.id} is on this passage already.`);
  return applied(session, code, [], moment, `Coded ${code.id}${wasOf(code)}.`);
}

/** Puts a code that is new on the passage; making it and putting it on are one act, which is undone as one. */
export const putNewCode = (session: Session, code: OfferedCode, moment: Moment, said: string): Outcome =>
  applied(session, code, [{ kind: 'code', before: null, after: code }], moment, said);

function applied(
  session: Session,
  code: OfferedCode,
  first: readonly Change[],
  moment: Moment,
  said: string,
): Outcome {
  const { text } = session;
  const { start, end } = target(session);
  const id = unusedId(session, moment.id);
  const after = {
    ...{ id, rev: 1, code: code.id, version: code.version, start, end },
    ...{ quote: text.body.slice(start, end), text: text.hash, at: moment.at },
  };
  const made = make(session, [...first, { kind: 'coding', id, before: null, after }], moment);
  const recent = noteUse(session.recent, code.id);
  return { ...telling({ ...made.session, recent, focus: id }, said), effects: made.effects };
}

/** The name of an earlier version by which a code was found. */
const wasOf = ({ was }: { was?: string }): string => (was === undefined ? '' : ` (was: ${was})`);

/** Gives the coding that is acted on another code. */
export function changeCode(session: Session, code: FoundCode, moment: Moment): Outcome {
  const before = focused(session);
  if (!before) return refusing(session, noneHere(session));
  if (before.code === code.id) return telling(session, `It is ${code.id} already.`);
  const isTwice = session.codings.some(
    (one) => one.code === code.id && one.start === before.start && one.end === before.end,
  );
  if (isTwice) return refusing(session, `${code.id} is on this passage already.`);
  const after = { ...before, code: code.id, version: code.version };
  const made = make(session, [{ kind: 'coding', id: before.id, before, after }], moment);
  const said = telling(
    { ...made.session, recent: noteUse(session.recent, code.id), focus: before.id },
    `${before.code} is ${code.id}${wasOf(code)} now.`,
  );
  return { ...said, effects: made.effects };
}

/** Puts the coding whose span is being changed on what is selected. */
export function finishSpan(session: Session, moment: Moment): Outcome {
  const before = codingOf(session, session.resizing);
  const done = { ...session, resizing: null, focus: before?.id ?? null };
  const { selection, text } = session;
  if (!before || !selection) return refusing(done, 'That coding is gone.');
  const { start, end } = selection;
  if (start === before.start && end === before.end) return telling(done, 'The coding stays where it was.');
  const isTwice = session.codings.some(
    (one) => one.id !== before.id && one.code === before.code && one.start === start && one.end === end,
  );
  if (isTwice) return refusing(session, `${before.code} is on this passage already.`);
  const after = { ...before, start, end, quote: text.body.slice(start, end), text: text.hash };
  const made = make(done, [{ kind: 'coding', id: before.id, before, after }], moment);
  return { ...telling(made.session, `${before.code} is on this passage now.`), effects: made.effects };
}

/** The next of several codings here. */
export function otherCoding(session: Session): Session {
  const here = codingsHere(session);
  const at = here.findIndex(({ id }) => id === focused(session)?.id);
  return { ...session, focus: here[(at + 1) % here.length]?.id ?? null };
}

function unusedId({ revisions }: Session, id: string): string {
  let free = id;
  for (let more = 2; revisions.has(free); more += 1) free = `${id}${more}`;
  return free;
}
