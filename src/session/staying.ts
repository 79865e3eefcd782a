import { type Change, type Session, telling } from './session.ts';

/** What an undo had to leave as it was, for others have a part in it; `why` follows the word "stays" and a colon. */
export type Staying = { kind: 'code'; id: string; why: string } | { kind: 'memo'; name: string; why: string };

/**
 * A session whose undo had to leave something as it was. A code is offered on, and redoing puts it on its passage without
 * making it anew; what became of a memo is seen when the session is opened again.
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
  return telling({ ...session, codes, future }, said).session;
}

function isOf(change: Change, staying: Staying): boolean {
  if (change.kind === 'code') return staying.kind === 'code' && change.after?.id === staying.id;
  return change.kind === 'memo' && staying.kind === 'memo' && change.about.name === staying.name;
}
