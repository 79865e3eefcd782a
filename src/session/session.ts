import type { Code } from '../codebook/codebook.ts';
import type { Coding, LogEntry } from '../coding/log.ts';
import type { Span } from '../text/code-points.ts';
import type { Line } from './line-editor.ts';
import type { ReadingText } from './reading-text.ts';

/** A code that can be put on a passage, with the version of the codebook that it is taken from. */
export interface OfferedCode
  extends Pick<Code, 'id' | 'title' | 'definition' | 'include' | 'exclude' | 'examples'> {
  version: string;
}

/** What one rater is doing with one document in one round: immutable, and all of it plain data. */
export interface Session {
  text: ReadingText;
  rater: string;
  round: string;
  /** In the order of the codebook. */
  codes: readonly OfferedCode[];
  /** This rater's codings in positions of the body, by place. */
  codings: readonly Coding[];
  /** The highest revision of every id in the log, also of those that were removed. */
  revisions: ReadonlyMap<string, number>;
  /** Other raters whose codings are shown; empty where the rater codes blind. */
  others: readonly { rater: string; codings: readonly Coding[] }[];
  /** How far this rater has read; 0 where nothing was said. */
  through: number;
  /** When that was said last, in ISO 8601; the next must be later. */
  throughAt: string | null;
  /** How far the text was shown without a gap after what was read before. */
  seen: number;
  /** The beginning of a word. */
  cursor: number;
  /** What has to be in view: as a rule the cursor; while a selection grows, its growing end. */
  inView: number;
  selection: Span | null;
  /** The coding that is acted on, where several are at the cursor. */
  focus: string | null;
  /** The coding whose span is being changed to the selection. */
  resizing: string | null;
  mode: Mode;
  /** Up to nine codes, each in the slot of its digit; `used` says which was applied last. */
  recent: readonly { code: string; used: number }[];
  /** Letters that apply a code. */
  bindings: Readonly<Record<string, string>>;
  search: { query: string; hits: readonly Span[] } | null;
  /** Changes that can be undone, the last one last. */
  past: readonly Change[];
  /** Changes that were undone, the one to redo first last. */
  future: readonly Change[];
  notice: Notice | null;
  over: boolean;
}

export interface Notice {
  text: string;
  /** True where what was asked for was not done. */
  refused?: true;
}

/** What keys mean at the moment. */
export type Mode =
  | { kind: 'read' }
  /** Choosing a code by part of its name. */
  | { kind: 'choose'; purpose: Purpose; line: Line; index: number }
  /** Writing a line of text. */
  | { kind: 'write'; what: Writing; line: Line }
  /** Waiting for the letter that is to apply a code. */
  | { kind: 'letter'; code: string }
  | { kind: 'help'; top: number };

export type Purpose = 'apply' | 'change' | 'bind' | 'memo';

export type Writing =
  | { kind: 'search' }
  | { kind: 'new code' }
  | { kind: 'definition'; title: string }
  | { kind: 'memo on a coding'; id: string }
  | { kind: 'memo on a code'; code: string }
  | { kind: 'memo on the document' };

/** One thing done, in a form that can be turned round. */
export type Change =
  | { kind: 'coding'; id: string; before: Coding | null; after: Coding | null }
  | { kind: 'through'; before: number; after: number };

/** What has to be carried out before the new state is shown. */
export type Effect =
  | { kind: 'append'; entries: readonly LogEntry[] }
  | { kind: 'add code'; code: { id: string; title: string; definition?: string } }
  | { kind: 'write memo'; about: { kind: 'code' | 'document'; name: string }; text: string }
  | { kind: 'keep bindings'; bindings: Readonly<Record<string, string>> };

/** What a step may take from outside. */
export interface Moment {
  /** Now, in ISO 8601. */
  at: string;
  /** An id for a new coding. */
  id: string;
  /** The position a page further on, or back, from the one in view. */
  page(session: Session, direction: 1 | -1): number;
  /** What of the text is before the rater's eyes, or ears. */
  shown: Span;
}

export interface Outcome {
  session: Session;
  effects: readonly Effect[];
}

export const unchanged = (session: Session): Outcome => ({ session, effects: [] });

export const telling = (session: Session, text: string): Outcome => ({
  session: { ...session, notice: { text } },
  effects: [],
});

export const refusing = (session: Session, text: string): Outcome => ({
  session: { ...session, notice: { text, refused: true } },
  effects: [],
});
