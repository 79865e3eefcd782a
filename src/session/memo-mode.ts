import { lineOf } from '../text/line-editor.ts';
import { editText } from './memo-text.ts';
import { memosOn, writeCodingMemo, writeFileMemo } from './memos.ts';
import {
  type Key,
  type MemoSubject,
  type Mode,
  type Moment,
  type Outcome,
  refusing,
  type Session,
  unchanged,
} from './session.ts';

type MemoMode = Extract<Mode, { kind: 'memo' }>;

/**
 * Opens what was written on a subject: today's memo where there is one, else a new one below the earlier. A coding has
 * one memo only.
 */
export function openMemo(session: Session, about: MemoSubject, { at }: Pick<Moment, 'at'>): Outcome {
  const memos = memosOn(session, about);
  const last = memos.length - 1;
  const today = at.slice(0, 10);
  const isOpen = memos[last]?.author === session.rater && memos[last]?.date === today;
  return unchanged(opened(session, about, about.kind === 'coding' ? 0 : isOpen ? last : memos.length));
}

const opened = (session: Session, about: MemoSubject, at: number): Session => ({
  ...session,
  mode: { kind: 'memo', about, at, line: lineOf(memosOn(session, about)[at]?.text ?? '') },
});

export function whileInMemo(
  before: Session,
  { isLeaving, ...mode }: MemoMode,
  key: Key,
  moment: Moment,
): Outcome {
  const { about, at, line } = mode;
  const session: Session = { ...before, mode };
  const reading: Session = { ...session, mode: { kind: 'read' } };
  const memos = memosOn(session, about);
  const isOthers = memos[at] !== undefined && memos[at].author !== session.rater;
  const isChanged = line.text !== (memos[at]?.text ?? '');
  switch (key) {
    case 'escape':
    case 'ctrl-c':
      if (isLeaving || !isChanged) return unchanged(reading);
      return refusing(
        { ...session, mode: { ...mode, isLeaving: true } },
        `${key} again drops what you wrote; enter keeps it, any other key goes on.`,
      );
    case 'enter':
      if (isOthers) return unchanged(reading);
      return about.kind === 'coding'
        ? writeCodingMemo(reading, about.id, line.text, moment)
        : writeFileMemo(reading, about, at, line.text, moment);
    case 'pageup':
    case 'pagedown': {
      const to = at + (key === 'pageup' ? -1 : 1);
      if (about.kind === 'coding' || to < 0 || to > memos.length) return unchanged(session);
      if (isChanged) return refusing(session, 'enter keeps what you wrote, escape twice drops it.');
      return unchanged(opened(session, about, to));
    }
  }
  const edited = editText(line, key, moment.rowsOf);
  if (!edited) return unchanged(session);
  if (isOthers && edited.text !== line.text)
    return refusing(session, `This is ${memos[at]?.author}’s memo, which only they can change.`);
  return unchanged({ ...session, mode: { ...mode, line: edited } });
}
