/**
 * The coding log: one file for a round, a document and a rater; JSON Lines; only ever appended to.
 *
 *     {"emic":1,"round":"1","document":"P4","rater":"ana"}
 *     {"id":"k7","rev":1,"code":"tool-cost","version":"2.0.0","start":1204,"end":1266,"quote":"…","text":"9f3a21c0","memo":"…","at":"…"}
 *     {"id":"k7","rev":2,"removed":true,"at":"…"}
 *     {"id":"k8","rev":1,"open":true,"code":"tool-cost",…}
 *     {"through":20480,"at":"…"}
 *     {"shown":"ben","at":"…"}
 *
 * All positions count Unicode code points in the body, from 0, half-open. Keys that are not known here
 * are kept in `more` and written back.
 */

/** What is written once, on the first line. Merging may double it. */
export interface LogHeader {
  emic: 1;
  round: string;
  document: string;
  rater: string;
  more?: Readonly<Record<string, unknown>>;
}

/** A passage that carries a code, as one revision says. Every revision repeats all of it. */
export interface Coding {
  id: string;
  /** From 1. The highest revision of an id wins. */
  rev: number;
  /** Neither claimed nor denied: whether the passage carries the code is left open, and not known to any count. */
  open?: true;
  code: string;
  /** The version of the codebook that the code was taken from. */
  version: string;
  start: number;
  /** After `start`. */
  end: number;
  quote: string;
  /** Short hash of the body that the positions refer to. */
  text: string;
  memo?: string;
  /** ISO 8601, such as 2025-03-01T09:30:00Z. */
  at: string;
  more?: Readonly<Record<string, unknown>>;
}

/** A coding taken back. */
export interface Removal {
  id: string;
  rev: number;
  removed: true;
  at: string;
  more?: Readonly<Record<string, unknown>>;
}

/** The rater has read to here; the latest `at` wins, and may go back. */
export interface Through {
  through: number;
  /** Short hash of the body that the position refers to. */
  text?: string;
  at: string;
  more?: Readonly<Record<string, unknown>>;
}

/** Another rater's codings were shown to this one, who from then on does not code without knowing them. */
export interface Shown {
  /** The other rater. */
  shown: string;
  at: string;
  more?: Readonly<Record<string, unknown>>;
}

/** A line that was cut off, kept by `fixLog` where it stood. It says nothing. */
export interface Unread {
  unread: string;
  more?: Readonly<Record<string, unknown>>;
}

export type Revision = Coding | Removal;
export type LogEntry = Revision | Through | Shown | Unread;

/** The last position that a log can hold. */
export const lastPosition = 2 ** 31 - 1;

export const isRevision = (entry: LogEntry): entry is Revision => 'id' in entry;
export const isCoding = (entry: LogEntry): entry is Coding => 'code' in entry;
export const isThrough = (entry: LogEntry): entry is Through => 'through' in entry;
export const isShown = (entry: LogEntry): entry is Shown => 'shown' in entry;

/** Known keys in the order in which they are written. */
const order = [
  ...[
    'emic',
    'round',
    'document',
    'rater',
    'id',
    'rev',
    'removed',
    'open',
    'code',
    'version',
    'start',
    'end',
  ],
  ...['quote', 'through', 'text', 'memo', 'shown', 'unread', 'at'],
];

/** One line of a log, without its line feed. The same content always gives the same line. */
export function formatLine(entry: LogEntry | LogHeader): string {
  const { more = {}, ...known } = entry;
  const values = new Map<string, unknown>(Object.entries(known));
  const ordered = order.flatMap((key): [string, unknown][] =>
    values.get(key) === undefined ? [] : [[key, values.get(key)]],
  );
  return JSON.stringify(Object.fromEntries([...ordered, ...Object.entries(more)]));
}
