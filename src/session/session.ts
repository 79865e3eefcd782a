import type { Code } from '../codebook/codebook.ts';
import type { Coding, LogEntry } from '../coding/log.ts';
import type { Span } from '../text/code-points.ts';
import type { Line } from '../text/line-editor.ts';
import type { ReadingText } from './reading-text.ts';

/** A code that can be put on a passage, with the version of the codebook that it is taken from. */
export interface OfferedCode
  extends Pick<Code, 'id' | 'title' | 'definition' | 'include' | 'exclude' | 'examples'> {
  version: string;
  /** The id of the code above it; undefined or null for one at the top. */
  parent?: string | null;
}

/** A code, and the name of an earlier version by which it was found. */
export type FoundCode = OfferedCode & { was?: string };

/** A name that codes had in an earlier version. */
export interface EarlierName {
  id: string;
  title: string;
  /** The codes that it leads to now: several where it was split. */
  to: readonly string[];
}

/** Part of a memo on a code or on the document, as one person wrote it. */
export interface MemoEntry {
  about: FileMemoSubject;
  author: string;
  /** `2025-11-28`, where it is known. */
  date: string | null;
  text: string;
}

export interface FileMemoSubject {
  kind: 'code' | 'document';
  name: string;
}

export const isSameSubject = (a: FileMemoSubject, b: FileMemoSubject): boolean =>
  a.kind === b.kind && a.name === b.name;

export type MemoSubject = FileMemoSubject | { kind: 'coding'; id: string };

/** What one rater is doing with one document in one round: immutable, and all of it plain data. */
export interface Session {
  text: ReadingText;
  rater: string;
  round: string;
  /** In the order of the codebook. */
  codes: readonly OfferedCode[];
  /** Names of earlier versions, which lead to codes of this one. */
  earlier: readonly EarlierName[];
  /** This rater's memos on codes and on this document, and those of raters that are shown; in the order of the files. */
  memos: readonly MemoEntry[];
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
  /** What can be undone, the last one last. */
  past: readonly Undoable[];
  /** What was undone, the one to redo first last. */
  future: readonly Undoable[];
  /** What messages speak of: keys of the screen, or commands of `--plain`. */
  by: 'keys' | 'commands';
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
  | { kind: 'choose'; purpose: Exclude<Purpose, 'parent'>; line: Line; index: number }
  /**
   * Choosing below which code a new one of a title is to stand, `typed` being what was written for its name; an index of
   * −1 is none, the top.
   */
  | { kind: 'choose'; purpose: 'parent'; title: string; typed: string; line: Line; index: number }
  /** Writing a line of text. */
  | { kind: 'write'; what: Writing; line: Line }
  /**
   * Writing a memo of one line or more; `at` is its number among those on the same, or how many there are for a new one.
   * With `isLeaving`, one more escape drops what was written.
   */
  | { kind: 'memo'; about: MemoSubject; at: number; line: Line; isLeaving?: true }
  /** Waiting for the letter that is to apply a code. */
  | { kind: 'letter'; code: string }
  | { kind: 'help'; top: number };

export type Purpose = 'apply' | 'change' | 'bind' | 'memo' | 'parent';

export type Writing =
  | { kind: 'search' }
  | { kind: 'new code' }
  | { kind: 'definition'; title: string; parent: string | null };

/** One act: its changes in order, and the recent codes before it, or after it once it was undone. */
export interface Undoable {
  changes: readonly Change[];
  recent: Session['recent'];
}

/** One thing done, in a form that can be turned round. */
export type Change =
  | { kind: 'coding'; id: string; before: Coding | null; after: Coding | null }
  | { kind: 'through'; before: number; after: number }
  | { kind: 'code'; before: OfferedCode | null; after: OfferedCode | null }
  | MemoChange
  | { kind: 'bindings'; before: Session['bindings']; after: Session['bindings'] };

/** An empty text is no memo. */
export interface MemoChange {
  kind: 'memo';
  about: FileMemoSubject;
  date: string | null;
  /** Where it stands among the memos of the session. */
  place: number;
  before: string;
  after: string;
}

/** What has to be carried out before the new state is shown. */
export type Effect =
  | { kind: 'append'; entries: readonly LogEntry[] }
  | { kind: 'add code'; code: { id: string; title: string; definition?: string; parent?: string } }
  /** Looks whether somebody else has changed the draft: a code is chosen next, or made. */
  | { kind: 'read codes' }
  /** Takes a code out of the draft that this session put there, unless it is in use. */
  | { kind: 'remove code'; id: string }
  /** Where it is undone, a memo that somebody has changed since is left alone. */
  | { kind: 'write memo'; memo: Omit<MemoChange, 'kind' | 'place'>; isUndo?: true }
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
  /** How a text that is being written is broken into rows: their spans in UTF-16 units. */
  rowsOf(text: string): readonly Span[];
}

/** A key, by its name or the character that it types; or pasted text, which never acts as keys. */
export type Key = string | { paste: string };

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
