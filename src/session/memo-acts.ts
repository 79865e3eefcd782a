import { focused } from './at-cursor.ts';
import { codingOf, make } from './coding-changes.ts';
import { emptyLine, lineOf } from './line-editor.ts';
import {
  type Moment,
  type Outcome,
  refusing,
  type Session,
  telling,
  unchanged,
  type Writing,
} from './session.ts';

const ask = (session: Session, what: Writing, text = ''): Outcome =>
  unchanged({ ...session, mode: { kind: 'write', what, line: text === '' ? emptyLine : lineOf(text) } });

/** The memo of a coding, in the log; an empty one takes it away. */
export function writeCodingMemo(session: Session, id: string, text: string, moment: Moment): Outcome {
  const before = codingOf(session, id);
  if (!before) return refusing(session, 'That coding is gone.');
  const memo = text.trim();
  if (memo === (before.memo ?? '')) return telling(session, 'The memo stays as it was.');
  const { memo: _, ...bare } = before;
  const after = memo === '' ? bare : { ...before, memo };
  const made = make(session, { kind: 'coding', id, before, after }, moment);
  return { ...telling(made.session, memo === '' ? 'Memo removed.' : 'Memo kept.'), effects: made.effects };
}

/** A memo on a code or on the document: a file of its own, below what it says already. */
export function writeFileMemo(
  session: Session,
  about: { kind: 'code' | 'document'; name: string },
  text: string,
): Outcome {
  if (text.trim() === '') return telling(session, 'No memo.');
  return {
    ...telling(session, `Memo on ${about.name} kept.`),
    effects: [{ kind: 'write memo', about, text: text.trim() }],
  };
}

export const memoActs = {
  memo: (session: Session, moment: Moment, text?: string): Outcome => {
    const coding = focused(session);
    if (!coding) return refusing(session, 'There is no coding here to write a memo on.');
    if (text !== undefined) return writeCodingMemo(session, coding.id, text, moment);
    return ask(session, { kind: 'memo on a coding', id: coding.id }, coding.memo);
  },
  'memo on code': (session: Session, _: Moment, text?: string): Outcome => {
    const code = focused(session)?.code;
    if (code === undefined) {
      if (text !== undefined)
        return refusing(session, 'There is no coding here whose code a memo could be on.');
      return unchanged({
        ...session,
        mode: { kind: 'choose', purpose: 'memo', line: emptyLine, index: 0 },
      });
    }
    if (text !== undefined) return writeFileMemo(session, { kind: 'code', name: code }, text);
    return ask(session, { kind: 'memo on a code', code });
  },
  'memo on document': (session: Session, _: Moment, text?: string): Outcome =>
    text === undefined
      ? ask(session, { kind: 'memo on the document' })
      : writeFileMemo(session, { kind: 'document', name: session.text.document }, text),
};
