import type { OfferedCode, Session } from './session.ts';
import { leaving, type Staying } from './staying.ts';

/** What the disk has to say of what was carried out. */
export type Remark =
  | Staying
  /** Where a new code stands in the draft: behind the code of a title, or first. */
  | { kind: 'placed'; after: string | null }
  /** The codes that there are by now, in the order of the codebook. */
  | { kind: 'codes'; codes: readonly OfferedCode[] };

/** A session that knows of a remark. */
export function remarked(session: Session, remark: Remark): Session {
  switch (remark.kind) {
    case 'placed': {
      const where = remark.after === null ? 'as the first code' : `after “${remark.after}”`;
      const text = `${session.notice?.text ?? ''} It stands in draft.md ${where}.`.trim();
      return { ...session, notice: { text } };
    }
    case 'codes':
      return { ...session, codes: inKnownOrder(session.codes, remark.codes) };
    default:
      return leaving(session, remark);
  }
}

/** What is known stays in its order, so that no code changes its colour; what came in follows. */
function inKnownOrder(known: readonly OfferedCode[], now: readonly OfferedCode[]): OfferedCode[] {
  const has = new Set(known.map(({ id }) => id));
  return [
    ...known.flatMap(({ id }) => now.find((one) => one.id === id) ?? []),
    ...now.filter(({ id }) => !has.has(id)),
  ];
}

const NOT_DONE = 'Not done';

/** A session in which something could not be written. */
export const notDone = (session: Session, reason: string): Session => ({
  ...session,
  notice: { text: `${NOT_DONE}: ${reason}`, refused: true },
});

/** The same, where more had been typed before that could be seen; the reason may be too long for all of it to show. */
export function keysNotTaken(session: Session): Session {
  const text =
    session.notice?.text.replace(NOT_DONE, `${NOT_DONE}, nor what was typed meanwhile`) ?? NOT_DONE;
  return { ...session, notice: { text, refused: true } };
}

/** A session whose last key has done nothing yet. */
export const waiting = (session: Session): Session => ({
  ...session,
  notice: { text: 'Not written yet: waiting for the disk, or for somebody else who is writing.' },
});
