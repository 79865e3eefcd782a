import { addCoding, changeCoding, readThrough, removeCoding } from '../coding/append.ts';
import { type Coding, isRevision, isThrough, type LogEntry } from '../coding/log.ts';
import { keyOfWanted, type Wanted } from './consensus.ts';

/** The log of the consensus as it is. */
export interface ConsensusLog {
  entries: readonly LogEntry[];
  /** Its codings in positions of the current body and under their codes' names of now, those left open among them. */
  placed: readonly Coding[];
  /** Ids whose highest revision was written twice and differently. */
  disputed: readonly string[];
  through: number | null;
  /** True where `through` was said of another body. */
  throughElsewhere: boolean;
}

/** What the log should say, and of which text. */
export interface ConsensusNow {
  wanted: readonly Wanted[];
  through: number;
  version: (code: string) => string;
  body: { hash: string; slice: (start: number, end: number) => string };
}

/** Ids of codings made here begin so; others are somebody's own, and stay. */
const own = 'c-';

/**
 * What to append to the log of the consensus so that it says what it should; nothing where it does.
 *
 * An id is made of code, place and text, so that two machines that decide alike write the same revision, and
 * merging makes one coding of them.
 *
 * @param hashOf gives letters and digits for a text, the same on every machine.
 */
export function consensusLines(
  log: ConsensusLog,
  now: ConsensusNow,
  hashOf: (text: string) => string,
  at: string,
): LogEntry[] {
  const highest = new Map<string, number>();
  const isRemoved = new Map<string, boolean>();
  for (const entry of log.entries.filter(isRevision)) {
    if (entry.rev < (highest.get(entry.id) ?? 0)) continue;
    highest.set(entry.id, entry.rev);
    isRemoved.set(entry.id, 'removed' in entry);
  }
  const disputed = new Set(log.disputed);
  const there = new Map<string, string>();
  for (const coding of log.placed) {
    const key = keyOfWanted({ ...coding, open: coding.open === true });
    if (!there.has(key)) there.set(key, coding.id);
  }

  const kept = new Set<string>();
  const lines: LogEntry[] = [];
  for (const one of now.wanted) {
    const found = there.get(keyOfWanted(one));
    if (found !== undefined) {
      kept.add(found);
      continue;
    }
    const quote = now.body.slice(one.start, one.end);
    const id = `${own}${hashOf(JSON.stringify([one.code, one.start, one.end, now.body.hash]))}`;
    const coding: Omit<Coding, 'rev' | 'at'> = {
      ...{ id, ...(one.open && { open: true as const }), code: one.code, version: now.version(one.code) },
      ...{ start: one.start, end: one.end, quote, text: now.body.hash },
    };
    const first = addCoding(coding, at);
    const before = highest.get(id);
    lines.push(before === undefined ? first : changeCoding({ ...first, rev: before }, {}, at));
    kept.add(id);
  }
  for (const [id, rev] of highest) {
    if (!id.startsWith(own) || kept.has(id) || (isRemoved.get(id) && !disputed.has(id))) continue;
    lines.push(removeCoding({ id, rev }, at));
  }
  if (log.through !== now.through || log.throughElsewhere) {
    lines.push(readThrough(now.through, now.body.hash, afterThrough(log.entries, at)));
  }
  return lines;
}

/** What was said last holds, so that how far was read is never said at a time that another line has, or an earlier. */
function afterThrough(entries: readonly LogEntry[], at: string): string {
  const said = entries.filter(isThrough).map((entry) => Date.parse(entry.at));
  const last = said.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return Date.parse(at) > last ? at : new Date(last + 1).toISOString();
}

/** Codings of the consensus that were not made by reconciling. */
export const foreignCodings = (placed: readonly Coding[]): Coding[] =>
  placed.filter(({ id }) => !id.startsWith(own));
