import {
  type Coding,
  formatLine,
  isCoding,
  isRevision,
  isShown,
  isThrough,
  type LogEntry,
  type Revision,
  type Through,
} from './log.ts';
import { compareText, compareTimes } from './time.ts';

/** What a log says in the end. */
export interface Fold {
  /** By start, end and id; without what was removed and without what is in conflict. */
  codings: Coding[];
  /** Those of them that are left open, apart: nobody says that they hold. */
  open: Coding[];
  /** The versions that these codings were first made with, each once: a decision on a coding gives it a later one. */
  origins: string[];
  /** By id. */
  conflicts: Conflict[];
  /** How far this rater has read; null where the log does not say. */
  through: number | null;
  /** The hash of the body that `through` refers to, where the log gives it. */
  throughText: string | null;
  /** The other raters whose codings were shown to this one, by name. */
  shown: string[];
}

/** One id whose highest revision was written twice and differently. A higher revision settles it. */
export interface Conflict {
  id: string;
  rev: number;
  /** At least two, ordered by content. */
  variants: Revision[];
}

/**
 * Folds the entries of one log, in any order: merging may have reordered and doubled lines.
 *
 * - The highest revision of an id wins. Equal revisions with the same content are one; only `at` may
 *   differ, and the earliest is kept. With different content they are a conflict, and none of them is
 *   among the codings: which one holds is not known.
 * - The latest `through` wins; of two at the same moment, the one that claims less.
 */
export function fold(entries: Iterable<LogEntry>): Fold {
  const highest = new Map<string, Revision | Revision[]>();
  const lowest = new Map<string, Coding>();
  let read: Through | undefined;
  const shown = new Set<string>();
  for (const entry of entries) {
    if (isRevision(entry)) {
      if (isCoding(entry) && isEarlier(entry, lowest.get(entry.id))) lowest.set(entry.id, entry);
      const before = highest.get(entry.id);
      const rev = Array.isArray(before) ? before[0]?.rev : before?.rev;
      if (before === undefined || rev === undefined || entry.rev > rev) highest.set(entry.id, entry);
      else if (entry.rev === rev) highest.set(entry.id, [before, entry].flat());
    } else if (isThrough(entry) && (!read || compareThrough(entry, read) > 0)) read = entry;
    else if (isShown(entry)) shown.add(entry.shown);
  }

  const codings: Coding[] = [];
  const open: Coding[] = [];
  const conflicts: Conflict[] = [];
  for (const [id, revisions] of highest) {
    const variants = Array.isArray(revisions) ? distinct(revisions) : [revisions];
    const [first] = variants;
    if (!first) continue;
    if (variants.length > 1) conflicts.push({ id, rev: first.rev, variants });
    else if (isCoding(first)) (first.open ? open : codings).push(first);
  }
  return {
    codings: codings.sort(byPlace),
    open: open.sort(byPlace),
    origins: [
      ...new Set([...codings, ...open].map(({ id, version }) => lowest.get(id)?.version ?? version)),
    ].sort(compareText),
    conflicts: conflicts.sort((a, b) => compareText(a.id, b.id)),
    through: read?.through ?? null,
    throughText: read?.text ?? null,
    shown: [...shown].sort(compareText),
  };
}

/** Of two lowest revisions, in whatever order, the one with the version that comes first as text. */
function isEarlier(one: Coding, other: Coding | undefined): boolean {
  if (other === undefined || one.rev !== other.rev) return one.rev < (other?.rev ?? Infinity);
  return compareText(one.version, other.version) < 0;
}

/** By start, then end, then id. */
export function byPlace(a: Coding, b: Coding): number {
  return a.start - b.start || a.end - b.end || compareText(a.id, b.id);
}

/** What a revision says, whenever it was said: equal for equal content in any order of keys. */
export function contentOf(revision: Revision): string {
  return formatLine({ ...revision, at: '', ...(revision.more && { more: sorted(revision.more) }) });
}

/** The revisions that differ in content, each with its earliest `at`. */
function distinct(revisions: readonly Revision[]): Revision[] {
  const byContent = new Map<string, Revision>();
  for (const revision of revisions) {
    const content = contentOf(revision);
    const before = byContent.get(content);
    if (!before || compareTimes(revision.at, before.at) < 0) byContent.set(content, revision);
  }
  return [...byContent].sort(([a], [b]) => compareText(a, b)).map(([, revision]) => revision);
}

function compareThrough(a: Through, b: Through): number {
  return (
    Date.parse(a.at) - Date.parse(b.at) || b.through - a.through || compareText(b.text ?? '', a.text ?? '')
  );
}

/** Keys in order, all the way down. */
function sorted<T>(value: T): T {
  if (Array.isArray(value)) return value.map(sorted) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => compareText(a, b));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)])) as T;
}
