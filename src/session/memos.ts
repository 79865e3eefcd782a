import { codingOf } from './carry-out.ts';
import { make } from './history.ts';
import {
  type FileMemoSubject,
  isSameSubject,
  type MemoEntry,
  type MemoSubject,
  type Moment,
  type Outcome,
  refusing,
  type Session,
  telling,
} from './session.ts';

/** What there is on a subject, in order: this rater's, and those of raters that are shown. */
export function memosOn(session: Session, about: MemoSubject): Pick<MemoEntry, 'author' | 'date' | 'text'>[] {
  if (about.kind === 'coding') {
    const text = codingOf(session, about.id)?.memo;
    return text === undefined ? [] : [{ author: session.rater, date: null, text }];
  }
  return session.memos.filter((one) => isSameSubject(one.about, about));
}

/** The memo of a coding, in the log; an empty one takes it away. */
export function writeCodingMemo(session: Session, id: string, text: string, moment: Moment): Outcome {
  const before = codingOf(session, id);
  if (!before) return refusing(session, 'That coding is gone.');
  const memo = text.trim();
  if (memo === (before.memo ?? '')) return telling(session, 'The memo stays as it was.');
  const { memo: _, ...bare } = before;
  const after = memo === '' ? bare : { ...before, memo };
  const made = make(session, [{ kind: 'coding', id, before, after }], moment);
  return { ...telling(made.session, memo === '' ? 'Memo removed.' : 'Memo kept.'), effects: made.effects };
}

/**
 * A memo on a code or on the document, in a file; an empty one takes it away.
 *
 * @param at its number among `memosOn` the subject; as many as there are for a new one.
 */
export function writeFileMemo(
  session: Session,
  about: FileMemoSubject,
  at: number,
  text: string,
  moment: Moment,
): Outcome {
  const old = session.memos.filter((one) => isSameSubject(one.about, about))[at];
  const after = text.trim();
  if (old && old.author !== session.rater) return refusing(session, `This is ${old.author}’s memo.`);
  if (after === (old?.text ?? '')) return telling(session, old ? 'The memo stays as it was.' : 'No memo.');
  const place = old ? session.memos.indexOf(old) : session.memos.length;
  const date = old ? old.date : moment.at.slice(0, 10);
  const change = { kind: 'memo' as const, about, date, place, before: old?.text ?? '', after };
  const made = make(session, [change], moment);
  const said = after === '' ? `Memo on ${about.name} removed.` : `Memo on ${about.name} kept.`;
  return { ...telling(made.session, said), effects: made.effects };
}
