import type { VFile } from 'vfile';
import { addProblem, quote } from '../problem/problem.ts';
import { compareWorks } from './duplicates/compare-works.ts';
import { haveSameFirstAuthor, workOf } from './duplicates/work.ts';
import { describing, type Entry, originsOf, type Reference, writeOrigins } from './reference.ts';
import { MOST } from './tell.ts';

export interface TakenIn {
  /** Those that were there, blanks filled, and then the new ones, without ids. */
  records: Reference[];
  /** Entries that are in the table already, by source and key. */
  known: number;
  /** Of these, how many say something else than the table, which is kept: somebody may have mended it. */
  differing: number;
  added: number;
}

/** Puts the entries of a source beside the records there are. A key that now stands for another work makes a new record. */
export function takeIn(
  file: VFile,
  there: readonly Reference[],
  entries: readonly Entry[],
  source: string,
): TakenIn {
  const byKey = new Map<string, number[]>();
  there.forEach((record, index) => {
    for (const origin of originsOf(record)) {
      if (origin.source !== source || origin.key === '') continue;
      byKey.set(origin.key, [...(byKey.get(origin.key) ?? []), index]);
    }
  });
  const records = [...there];
  let [known, differing] = [0, 0];
  for (const entry of entries) {
    const record = recordOf(entry, source);
    const same = byKey.get(entry.key) ?? [];
    const index = same.find((one) => isSameWork(there[one] as Reference, record));
    if (index === undefined) {
      if (same.length > 0) tellReused(file, entry, there[same[0] as number] as Reference);
      records.push(record);
      continue;
    }
    known++;
    const before = records[index] as Reference;
    const filled = { ...before };
    for (const field of describing) filled[field] ||= record[field];
    if (describing.some((field) => record[field] !== '' && record[field] !== filled[field])) differing++;
    records[index] = filled;
  }
  return { records, known, differing, added: records.length - there.length };
}

function recordOf({ line: _, key, ...description }: Entry, source: string): Reference {
  return { id: '', ...description, ...writeOrigins([{ source, key }]) };
}

/** A record of several entries was looked at before, and may have the title of another of them. */
function isSameWork(record: Reference, entry: Reference): boolean {
  if (originsOf(record).length > 1 || record.title === '' || record.title === entry.title) return true;
  const [before, now] = [workOf(record), workOf(entry)];
  // A title that was mended, here or there.
  if (record.year === entry.year && haveSameFirstAuthor(before, now) === true) return true;
  return compareWorks(before, now) !== undefined;
}

function tellReused(file: VFile, { key, line }: Entry, { id, title }: Reference): void {
  addProblem(file, {
    rule: 'key-of-another',
    reason: `${quote(key)} was the key of ${id}, ${quote(title)}, and is another work now; it becomes a new record`,
    place: { line, column: 1 },
    advice: 'if the files are different ones, give each a name of its own with --source',
    warning: true,
    most: MOST,
  });
}
