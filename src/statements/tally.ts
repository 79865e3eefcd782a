import type { Mark } from './mark.ts';
import { type Scale, scaleColumns } from './scale.ts';

/**
 * Who stands where on one statement, in one session or in all. Where a count cannot be known from
 * the data it is null; a lower bound is never passed off as a count.
 */
export interface Tally {
  statement: string;
  /** A declared session, `unknown` for marks whose session is not reported, or `all`. */
  session: { kind: 'session'; id: string } | { kind: 'unknown' } | { kind: 'all' };
  /** How many people took part; null where that is not known, as for `unknown`. */
  participants: number | null;
  /** In the scale's declared order. */
  columns: ColumnTally[];
  /** Participants with at least one mark, in any column. */
  marked: number | null;
  /** Of those, participants standing on the scale: in a column that is not apart from it. */
  onScale: number | null;
  /** Of those, participants standing in more than one column. */
  several: number | null;
  absent: number;
  notReported: number;
  /** Took part, and the data say nothing about them: they placed no mark. Silence is not agreement. */
  silent: number | null;
  /** How many participants stand in each combination of columns, in declared order. */
  patterns: { columns: number[]; participants: number }[];
  /** Marks whose author is unknown even as `?1`: then no count of participants can be given. */
  unattributable: number;
  /**
   * False for a session while other marks on the statement have no session: its counts are then
   * lower bounds, and so are told as "at least".
   */
  complete: boolean;
}

export interface ColumnTally {
  /** Participants standing in this column; one in two columns counts in both. */
  participants: number | null;
  /** Comments (marks); null where a row of the data is a position and not a comment. */
  comments: number | null;
  /**
   * Participants with everyone's weight of 1 shared equally over the scale's columns they stand in;
   * null where `participants` is. Columns apart from the scale have none.
   */
  shared: number | null;
}

export interface Roster {
  /** Session of each participant, null where not declared. */
  sessionOf: ReadonlyMap<string, string | null>;
  sessions: readonly string[];
}

/** What a row of the positions file is: one comment, or one reported position of one person. */
export type RowMeaning = 'comment' | 'position';

/** One tally for all sessions, then one a session, then one for marks without a session, if any. */
export function tallyStatement(
  statement: string,
  marks: readonly Mark[],
  scale: Scale,
  roster: Roster,
  rows: RowMeaning,
): { all: Tally; sessions: Tally[] } {
  const own = marks.filter((mark) => mark.statement === statement);
  const unplaced = own.filter((mark) => mark.session === null);
  const one = (
    session: Tally['session'],
    some: readonly Mark[],
    participants: number | null,
    complete: boolean,
  ) => tally(statement, session, some, scale, participants, rows, complete);
  const inSession = (session: string) =>
    [...roster.sessionOf.values()].filter((declared) => declared === session).length;
  const everyoneHasSession = [...roster.sessionOf.values()].every((session) => session !== null);
  return {
    all: one({ kind: 'all' }, own, roster.sessionOf.size, true),
    sessions: [
      ...roster.sessions.map((id) =>
        one(
          { kind: 'session', id },
          own.filter((mark) => mark.session === id),
          everyoneHasSession ? inSession(id) : null,
          unplaced.length === 0,
        ),
      ),
      ...(unplaced.length > 0 ? [one({ kind: 'unknown' }, unplaced, null, true)] : []),
    ],
  };
}

function tally(
  statement: string,
  session: Tally['session'],
  marks: readonly Mark[],
  scale: Scale,
  participants: number | null,
  rows: RowMeaning,
  complete: boolean,
): Tally {
  const columnsOf = new Map<string, Set<number>>();
  const comments = scale.columns.map(() => 0);
  const anonymousIn = scale.columns.map(() => 0);
  const without = { absent: new Set<string | null>(), 'not reported': new Set<string | null>() };
  for (const mark of marks) {
    if (typeof mark.position !== 'number') {
      without[mark.position].add(mark.person);
      continue;
    }
    comments[mark.position] = (comments[mark.position] ?? 0) + 1;
    if (mark.person === null) {
      anonymousIn[mark.position] = (anonymousIn[mark.position] ?? 0) + 1;
      continue;
    }
    const columns = columnsOf.get(mark.person) ?? new Set();
    columnsOf.set(mark.person, columns.add(mark.position));
  }
  const unattributable = anonymousIn.reduce((sum, n) => sum + n, 0);
  const people = [...columnsOf.values()].map((columns) => [...columns].sort((a, b) => a - b));
  const marked = unattributable === 0 ? people.length : null;
  const known = people.length + without.absent.size + without['not reported'].size;
  const onScale = new Set(scaleColumns(scale));
  const allNamed = [...onScale].every((index) => anonymousIn[index] === 0);
  return {
    statement,
    session,
    participants,
    columns: scale.columns.map((_, index) => ({
      participants:
        anonymousIn[index] === 0 ? people.filter((columns) => columns.includes(index)).length : null,
      comments: rows === 'comment' ? (comments[index] ?? 0) : null,
      shared: allNamed && onScale.has(index) ? sharedWeight(people, index, onScale) : null,
    })),
    marked,
    onScale: allNamed ? people.filter((columns) => columns.some((index) => onScale.has(index))).length : null,
    several: marked === null ? null : people.filter((columns) => columns.length > 1).length,
    absent: without.absent.size,
    notReported: without['not reported'].size,
    silent: participants === null || marked === null || !complete ? null : participants - known,
    patterns: marked === null ? [] : patternsOf(people),
    unattributable,
    complete,
  };
}

function sharedWeight(people: readonly number[][], column: number, onScale: ReadonlySet<number>): number {
  // Counted before dividing, so that the order of people cannot change the last digit.
  const among: number[] = [];
  for (const columns of people) {
    if (!columns.includes(column)) continue;
    const size = columns.filter((other) => onScale.has(other)).length;
    among[size] = (among[size] ?? 0) + 1;
  }
  return among.reduce((weight, count, size) => weight + count / size, 0);
}

function patternsOf(people: readonly number[][]): Tally['patterns'] {
  const found = new Map<string, { columns: number[]; participants: number }>();
  for (const columns of people) {
    const key = columns.join(' ');
    const pattern = found.get(key) ?? { columns, participants: 0 };
    pattern.participants += 1;
    found.set(key, pattern);
  }
  return [...found.values()].sort((a, b) => compareLists(a.columns, b.columns));
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? -1) - (b[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
