import type { Coding } from '../coding/log.ts';
import { goTo } from './movement.ts';
import type { ReadingText } from './reading-text.ts';
import { recentOf } from './recent.ts';
import type { OfferedCode, Session } from './session.ts';

/** What a session begins with; see `Session`. */
export interface Beginning {
  text: ReadingText;
  rater: string;
  round: string;
  codes: readonly OfferedCode[];
  earlier?: Session['earlier'];
  memos?: Session['memos'];
  codings: readonly Coding[];
  revisions: ReadonlyMap<string, number>;
  others: Session['others'];
  through: number;
  throughAt: string | null;
  /** Where the rater left off; undefined where that is not known. */
  cursor: number | undefined;
  bindings: Readonly<Record<string, string>>;
  notice: string | null;
  /** Keys, unless told. */
  by?: Session['by'];
}

/** A session at its beginning: where the rater left off, else behind what was read. */
export function newSession({ cursor, notice, ...given }: Beginning): Session {
  const session: Session = {
    ...{ earlier: [], memos: [], by: 'keys' as const },
    ...given,
    seen: given.through,
    ...{ cursor: 0, inView: 0, selection: null, focus: null, resizing: null },
    mode: { kind: 'read' },
    recent: recentOf(given.codings, given.codes),
    ...{ search: null, past: [], future: [] },
    notice: notice === null ? null : { text: notice },
    over: false,
  };
  const { turns } = given.text;
  const unread = turns.find(({ end }) => end > given.through)?.start ?? 0;
  return { ...goTo(session, cursor ?? unread), notice: session.notice };
}
