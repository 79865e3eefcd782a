import type { Said } from '../selection/decision-rows.ts';
import type { Verdict } from '../selection/stage.ts';
import { type Change, nextWith, type Outcome, type Session } from './session.ts';

const unsaid: Said = { verdict: null, reason: null, note: null };

/** In the past tense, as what was done. */
export const verdictWords: Record<Verdict, string> = {
  include: 'included',
  exclude: 'excluded',
  unsure: 'unsure',
};

/** Decides on the record that is shown, and goes on to the next that is not decided on. Its note stays. */
export function decide(session: Session, verdict: Verdict, reason: string | null = null): Outcome {
  const record = idAt(session);
  const before = session.said.get(record) ?? null;
  const after: Said = { ...(before ?? unsaid), verdict, reason };
  const { session: decided, changes } = make(session, { record, before, after });
  const next = nextWith(decided, null, 1);
  const done = `${record}: ${verdictWords[verdict]}${reason === null ? '' : `, ${reason}`}`;
  const whole = next === undefined ? '. All records are decided on.' : '';
  return {
    session: { ...decided, ...atRecord(next ?? session.at), notice: { text: done + whole } },
    changes,
  };
}

/** Writes the note of the record that is shown; an empty one takes it away. */
export function annotate(session: Session, text: string): Outcome {
  const record = idAt(session);
  const before = session.said.get(record) ?? null;
  const note = text.trim() === '' ? null : text.trim();
  const said: Said = { ...(before ?? unsaid), note };
  const isEmpty = said.verdict === null && said.reason === null && note === null;
  const { session: after, changes } = make(session, { record, before, after: isEmpty ? null : said });
  const words = note === null ? `The note on ${record} is gone.` : `Note on ${record} kept.`;
  const notice = changes.length > 0 ? { text: words } : null;
  return { session: { ...after, mode: { kind: 'read' }, notice }, changes };
}

/** Takes the last change back, and shows its record. */
export function undo(session: Session): Outcome {
  const change = session.past.at(-1);
  if (!change) return nothingTo(session, 'There is nothing to take back.');
  const { record, before, after } = change;
  const changed = put(session, { record, before: after, after: before });
  const [past, future] = [session.past.slice(0, -1), [...session.future, change]];
  return {
    session: {
      ...changed,
      past,
      future,
      notice: { text: `Taken back: ${nowInWords(record, after, before)}.` },
    },
    changes: [{ record, before: after, after: before }],
  };
}

/** Makes the change that was taken back last once more. */
export function redo(session: Session): Outcome {
  const change = session.future.at(-1);
  if (!change) return nothingTo(session, 'There is nothing to do again.');
  const [past, future] = [[...session.past, change], session.future.slice(0, -1)];
  const notice = { text: `Done again: ${nowInWords(change.record, change.before, change.after)}.` };
  return { session: { ...put(session, change), past, future, notice }, changes: [change] };
}

/** What a record's row says, in words; of a note alone where nothing else has changed. */
function nowInWords(record: string, from: Said | null, to: Said | null): string {
  const { verdict = null, reason = null, note = null } = to ?? {};
  if ((from?.verdict ?? null) === verdict && (from?.reason ?? null) === reason) {
    return note === null ? `${record} has no note` : `the note on ${record} is “${note}”`;
  }
  const decision = verdict === null ? 'not decided' : verdictWords[verdict];
  return `${record} is ${decision}${reason === null ? '' : `, ${reason}`}${note === null ? '' : ', with a note'}`;
}

/** A record from its beginning. */
export const atRecord = (at: number) =>
  ({ at, scroll: 0, mode: { kind: 'read' } }) satisfies Partial<Session>;

const idAt = ({ records, at }: Session): string => records[at]?.id ?? '';

const nothingTo = (session: Session, text: string): Outcome => ({
  session: { ...session, notice: { text, refused: true } },
  changes: [],
});

/** A change, noted so that it can be taken back; none where nothing changes. */
function make(session: Session, change: Change): Outcome {
  if (isSame(change.before, change.after)) return { session, changes: [] };
  const past = [...session.past, change];
  return { session: { ...put(session, change), past, future: [] }, changes: [change] };
}

const isSame = (a: Said | null, b: Said | null): boolean =>
  a?.verdict === b?.verdict && a?.reason === b?.reason && a?.note === b?.note;

function put(session: Session, { record, after }: Change): Session {
  const said = new Map(session.said);
  if (after) said.set(record, after);
  else said.delete(record);
  const at = session.records.findIndex(({ id }) => id === record);
  return { ...session, said, ...atRecord(at === -1 ? session.at : at) };
}
