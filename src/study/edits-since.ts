import { type Anchored, type Edited, editedSince } from '../coding/grown.ts';
import { isCoding, isThrough } from '../coding/log.ts';
import type { Log } from '../coding/read-log.ts';
import type { Reanchored } from '../text/anchor.ts';

/** Shorter quotes stand in too many places to say where they went. */
const LEAST_QUOTE = 8;

/**
 * What became of the body of a hash in a document, as far as all codings of that body tell, those of every rater
 * and every revision. Computed once for each hash.
 */
export function editsSince(
  logs: readonly Log[],
  length: number,
  reanchor: (anchor: { start: number; end: number; quote: string }) => Reanchored,
): (hash: string) => Edited {
  const known = new Map<string, Edited>();
  const compute = (hash: string): Edited => {
    const entries = logs.flatMap((log) => log.entries);
    const anchored = entries.flatMap((entry): Anchored[] => {
      if (!isCoding(entry) || entry.text !== hash || [...entry.quote].length < LEAST_QUOTE) return [];
      const { kind, start, end, matches } = reanchor(entry);
      const isSure = kind === 'same' || (kind === 'moved' && matches === 1);
      return isSure ? [{ before: entry, now: { start, end } }] : [];
    });
    const read = entries.flatMap((entry) =>
      isThrough(entry) && (entry.text ?? hash) === hash ? entry.through : [],
    );
    return editedSince(anchored, Math.max(0, ...read), length);
  };
  return (hash) => {
    const before = known.get(hash);
    if (before) return before;
    const edited = compute(hash);
    known.set(hash, edited);
    return edited;
  };
}
