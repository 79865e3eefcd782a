import type { Said } from '../selection/decision-rows.ts';
import { beginSession, type Session } from './session.ts';

/** The session before something that could not be written: it was not done, and what was typed still stands. */
export const refused = (before: Session, why: string): Session => ({
  ...before,
  notice: { text: `Not written, and not decided: ${why}`, refused: true },
});

/**
 * The session before something that was not written because another program had changed the rater's file: with what that says
 * now. Nothing done before can be taken back, for it may not be there any more.
 */
export const changedMeanwhile = (
  before: Session,
  said: ReadonlyMap<string, Said>,
  file: string,
): Session => ({
  ...before,
  ...{ said, past: [], future: [], fault: null },
  notice: {
    text: `Not written: another program has changed ${file}. It was read again and you see what it says now; decide once more.`,
    refused: true,
  },
});

/** The same where it has errors by now, of which `fault` is the first. */
export const brokenMeanwhile = (before: Session, file: string, fault: string): Session => ({
  ...refused(
    before,
    `another program has changed ${file}, and it has errors now (${fault}). Leave, mend it, and begin again`,
  ),
  ...{ past: [], future: [], fault },
});

/** Begins, with a word about the records. */
export const beginWith = (about: Parameters<typeof beginSession>[0], word: string | null): Session => ({
  ...beginSession(about),
  notice: word === null ? null : { text: word },
});

/** Says that keys were typed for what was not done. */
export const keysNotTaken = (session: Session, count: number): Session => ({
  ...session,
  notice: {
    text: `${session.notice?.text ?? ''} ${count === 1 ? 'A key that was' : `${count} keys that were`} typed meanwhile did nothing.`,
    refused: true,
  },
});

/** Says that writing takes long. */
export const waiting = (session: Session): Session => ({
  ...session,
  notice: { text: 'Writing to the disk …' },
});
