import type { Said } from '../selection/decision-rows.ts';
import type { Stage, Verdict } from '../selection/stage.ts';
import type { Line } from '../text/line-editor.ts';
import type { ScreenedRecord } from './record.ts';

/** One rater deciding on the records of one stage, as plain state. Of other raters it knows nothing. */
export interface Session {
  stage: Pick<Stage, 'label' | 'reasons'>;
  rater: string;
  /** Those that reached the stage, in their order; one or more. */
  records: readonly ScreenedRecord[];
  /** What the rater's file says, by record; also of records that are not here. */
  said: ReadonlyMap<string, Said>;
  /** Which record is shown. */
  at: number;
  /** Rows by which its text is moved up. */
  scroll: number;
  mode: Mode;
  search: Search | null;
  past: readonly Change[];
  future: readonly Change[];
  /** A word to the person, until the next key. */
  notice: { text: string; refused?: true } | null;
  over: boolean;
  /** Why the rater's file cannot be read any more, since another program changed it: what was decided is not known then. */
  fault: string | null;
}

/** What keys mean at the moment. */
export type Mode =
  | { kind: 'read' }
  /** One of the stage's reasons is chosen; `at` is the one that enter takes. */
  | { kind: 'reason'; at: number }
  | { kind: 'write'; what: 'reason' | 'note' | 'search'; line: Line }
  | { kind: 'help'; top: number };

export interface Search {
  words: string;
  /** Places among the records of those that have all of the words. */
  found: readonly number[];
}

/** What the row of a record says before and after; null is no row. */
export interface Change {
  record: string;
  before: Said | null;
  after: Said | null;
}

/** What came of a key: a state, and what has to be on the disk before it is shown. */
export interface Outcome {
  session: Session;
  changes: readonly Change[];
}

/** Begins with the first record that is not decided on. */
export function beginSession(about: Pick<Session, 'stage' | 'rater' | 'records' | 'said'>): Session {
  const session: Session = {
    ...about,
    ...{
      at: about.records.length - 1,
      scroll: 0,
      mode: { kind: 'read' },
      search: null,
      past: [],
      future: [],
    },
    ...{ notice: null, over: false, fault: null },
  };
  return { ...session, at: nextWith(session, null, 1) ?? 0 };
}

/** The decision on a record; null while there is none. */
export const verdictOn = ({ records, said }: Session, at: number): Verdict | null =>
  said.get(records[at]?.id ?? '')?.verdict ?? null;

/** How many records have each decision. */
export function countOf(session: Session): Record<Verdict | 'decided', number> {
  const counts = { include: 0, exclude: 0, unsure: 0, decided: 0 };
  for (const at of session.records.keys()) {
    const verdict = verdictOn(session, at);
    if (verdict === null) continue;
    counts[verdict] += 1;
    counts.decided += 1;
  }
  return counts;
}

/**
 * The nearest record with a decision, or with none for null, in a direction and round the end, the one that is shown last of all;
 * undefined where there is none.
 */
export function nextWith(session: Session, verdict: Verdict | null, direction: 1 | -1): number | undefined {
  const { length } = session.records;
  for (let step = 1; step <= length; step += 1) {
    const at = (((session.at + direction * step) % length) + length) % length;
    if (verdictOn(session, at) === verdict) return at;
  }
  return undefined;
}
