import {
  type Change,
  isSameSubject,
  type MemoChange,
  type MemoEntry,
  type Session,
  telling,
} from './session.ts';

/**
 * What an undo had to leave as it was, for others have a part in it; `why` follows the word "stays" and a colon. Of a memo
 * it has all that this rater wrote on the subject, as the file has it now.
 */
export type Staying =
  | { kind: 'code'; id: string; why: string }
  | { kind: 'memo'; name: string; why: string; written: readonly MemoEntry[] };

/**
 * A session whose undo had to leave something as it was. A code is offered on, and redoing puts it on its passage without
 * making it anew; a memo is what the file says.
 */
export function leaving(session: Session, staying: Staying): Session {
  const last = session.future.at(-1);
  const change = last?.changes.find((one) => isOf(one, staying));
  if (!last || !change) return session;
  const changes = last.changes.filter((one) => one !== change);
  const before = session.future.slice(0, -1);
  const future = changes.length === 0 ? before : [...before, { ...last, changes }];
  const code = change.kind === 'code' ? change.after : null;
  const codes = code ? [...session.codes, code] : session.codes;
  const what =
    staying.kind === 'code'
      ? `The code ${staying.id} stays in the draft`
      : `The memo on ${staying.name} stays`;
  const said = `${session.notice?.text ?? ''} ${what}: ${staying.why}.`.trim();
  const memos =
    change.kind === 'memo' && staying.kind === 'memo'
      ? withWritten(session, change, staying.written)
      : session.memos;
  return telling({ ...session, codes, future, memos }, said).session;
}

/** The memos with what the file has on the subject in place of what the undo would have made of it. */
function withWritten(
  { memos, rater }: Session,
  change: MemoChange,
  written: readonly MemoEntry[],
): MemoEntry[] {
  const isOwn = (one: MemoEntry): boolean => one.author === rater && isSameSubject(one.about, change.about);
  const has = (some: readonly MemoEntry[], { date, text }: MemoEntry): boolean =>
    some.some((one) => isOwn(one) && one.date === date && one.text === text);
  const kept = memos.filter((one) => !isOwn(one) || has(written, one));
  return kept.toSpliced(change.place, 0, ...written.filter((one) => !has(kept, one)));
}

function isOf(change: Change, staying: Staying): boolean {
  if (change.kind === 'code') return staying.kind === 'code' && change.after?.id === staying.id;
  return change.kind === 'memo' && staying.kind === 'memo' && change.about.name === staying.name;
}
