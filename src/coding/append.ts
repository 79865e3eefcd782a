import type { Conflict } from './fold.ts';
import {
  type Coding,
  formatLine,
  type LogEntry,
  type LogHeader,
  type Removal,
  type Revision,
  type Through,
} from './log.ts';
import { type ParsedLine, parseLine } from './parse-line.ts';

/** A first revision. The id is the caller's, and must be new to the log; `at` is the time, in ISO 8601. */
export function addCoding(coding: Omit<Coding, 'rev' | 'at'>, at: string): Coding {
  return sound({ ...coding, rev: 1, at });
}

/** The next revision of a coding, with what changes: its span with quote and text, its code, its memo. */
export function changeCoding(
  coding: Coding,
  changes: Partial<Omit<Coding, 'id' | 'rev' | 'at'>>,
  at: string,
): Coding {
  return sound({ ...coding, ...changes, id: coding.id, rev: coding.rev + 1, at });
}

/** Takes a coding back. The log keeps it. */
export function removeCoding({ id, rev }: Pick<Coding, 'id' | 'rev'>, at: string): Removal {
  return sound({ id, rev: rev + 1, removed: true, at });
}

/** Settles a conflict: one of its variants, or another, becomes the next revision. */
export function settleConflict<T extends Revision>({ id, rev }: Conflict, choice: T, at: string): T {
  return sound({ ...choice, id, rev: rev + 1, at });
}

/** This rater has read to `through`, in the body of the hash `text`. */
export function readThrough(through: number, text: string, at: string): Through {
  return sound({ through, text, at });
}

/**
 * What to append to a log so that it ends with these entries: the header where the log is empty, and a
 * line feed first where the last line has none.
 */
export function linesToAppend(log: string, header: LogHeader, entries: readonly LogEntry[]): string {
  const lines = log === '' ? [header, ...entries] : entries;
  const start = log === '' || log.endsWith('\n') ? '' : '\n';
  return start + lines.map((entry) => `${formatLine(entry)}\n`).join('');
}

/** An entry that its own reader would refuse is never written. */
function sound<T extends LogEntry>(entry: T): T {
  const parsed: ParsedLine = parseLine(formatLine(entry));
  if (parsed.kind === 'entry') return entry;
  const reasons = 'problems' in parsed ? parsed.problems.map(({ reason }) => reason) : ['it is a header'];
  throw new RangeError(`this entry cannot be written: ${reasons.join('; ')}`);
}
