import type { VFile } from 'vfile';
import { addProblem, quote } from '../problem/problem.ts';
import { contentKey, type Hash } from './content-key.ts';
import { compareWorks } from './duplicates/compare-works.ts';
import { haveSameFirstAuthor, type Work, workOf } from './duplicates/work.ts';
import { areOtherKinds, publishing } from './publication.ts';
import { describing, type Entry, originsOf, type Reference, writeOrigins } from './reference.ts';
import { MOST } from './tell.ts';

export interface TakenIn {
  /** Those that were there, blanks filled, and then the new ones, without ids. */
  records: Reference[];
  /** Entries that are in the table already, by source and key. */
  known: number;
  /** Those of them that say something else than the table, which is kept: somebody may have mended it. */
  differing: { id: string; line: number; fields: string[] }[];
  added: number;
}

/** Puts the entries of a source beside the records there are. A key that now stands for another work makes a new record. */
export function takeIn(
  file: VFile,
  there: readonly Reference[],
  entries: readonly Entry[],
  source: string,
  hash: Hash,
): TakenIn {
  const byKey = new Map<string, number[]>();
  there.forEach((record, index) => {
    for (const origin of originsOf(record)) {
      if (origin.source !== source) continue;
      const key = origin.key || contentKey(record, hash);
      byKey.set(key, [...(byKey.get(key) ?? []), index]);
    }
  });
  const records = [...there];
  const differing: TakenIn['differing'] = [];
  let known = 0;
  for (const entry of entries) {
    const key = entry.key || contentKey(entry, hash);
    const record = recordOf(entry, key, source);
    const same = byKey.get(key) ?? [];
    // What was the same in every field when it was imported is the same, whatever became of its row.
    const isSame = (one: number) => entry.key === '' || isSameWork(there[one] as Reference, record);
    // One key may stand for several works; the title says which.
    const index =
      same.find((one) => (there[one] as Reference).title === record.title && isSame(one)) ??
      same.find(isSame);
    if (index === undefined) {
      if (same.length > 0) tellReused(file, entry, there[same[0] as number] as Reference);
      records.push(record);
      continue;
    }
    known++;
    const before = records[index] as Reference;
    const filled = { ...before };
    const isOther = areOtherKinds(before, record);
    for (const field of describing)
      if (!isOther || !(publishing as readonly string[]).includes(field)) filled[field] ||= record[field];
    const fields = describing.filter((field) => record[field] !== '' && record[field] !== filled[field]);
    if (fields.length > 0) differing.push({ id: before.id, line: entry.line, fields });
    records[index] = filled;
  }
  return { records, known, differing, added: records.length - there.length };
}

function recordOf({ line: _, key: __, ...description }: Entry, key: string, source: string): Reference {
  return { id: '', ...description, ...writeOrigins([{ source, key }]) };
}

/**
 * Whether an entry is the record that has its key. Of a record of several entries the title may be that of another one; then
 * the first author says it.
 */
function isSameWork(record: Reference, entry: Reference): boolean {
  if (record.doi !== '' && entry.doi !== '' && record.doi !== entry.doi) return false;
  const [before, now] = [workOf(record), workOf(entry)];
  const isOfSeveral = originsOf(record).length > 1;
  if (record.title === '' || record.title === entry.title || isOfSeveral)
    return haveSameFirstAuthor(before, now) !== false || compareWorks(before, now) !== undefined;
  if (compareWorks(before, now) !== undefined) return true;
  // A title that somebody mended.
  return before.year === now.year && haveSameFirstAuthor(before, now) === true && shareWords(before, now);
}

/** Whether half of the words of the shorter title stand in the other. */
function shareWords({ title: one }: Work, { title: other }: Work): boolean {
  const [few, many] = one.content.length <= other.content.length ? [one, other] : [other, one];
  const shared = few.content.filter((word) => many.content.includes(word)).length;
  return shared > 0 && shared * 2 >= few.content.length;
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
