import type { VFile } from 'vfile';
import { addProblem, type Place, quote } from '../problem/problem.ts';
import type { Mark } from './mark.ts';
import type { Scale, Statement } from './scale.ts';
import type { Roster, RowMeaning } from './tally.ts';

/** What a positions file is held against. */
export interface Declarations {
  statements: readonly Statement[];
  scale: Scale;
  roster: Roster;
  rows: RowMeaning;
}

export interface Cell {
  value: string;
  place: Place;
}

/** A mark and where its row stands. */
export interface PlacedMark {
  mark: Mark;
  place: Place;
  at: (name: string) => Cell;
}

/** A row that says nothing new is told and left out, so that pasting a block twice changes no count. */
export function withoutDuplicates(
  file: VFile,
  placed: readonly PlacedMark[],
  rows: RowMeaning,
): PlacedMark[] {
  const lines = new Map<string, number>();
  return placed.filter(({ mark, place }) => {
    // Notes of which neither author nor words are known cannot be told apart; each is one.
    if (mark.person === null && mark.comment === null) return true;
    const said = [mark.statement, mark.session, mark.person, mark.position];
    const key = JSON.stringify(rows === 'comment' ? [...said, mark.comment] : said);
    const before = lines.get(key);
    if (before === undefined) {
      lines.set(key, place.line);
      return true;
    }
    addProblem(file, {
      rule: 'duplicate-row',
      reason: `this row says the same as line ${before}`,
      place,
      advice:
        rows === 'comment'
          ? 'remove it; if it is a second note, tell the two apart in the comment column'
          : 'remove it',
    });
    return false;
  });
}

/** Nobody is both present and absent, in two sessions at once, or one too many. */
export function checkPeople(
  file: VFile,
  placed: readonly PlacedMark[],
  { scale, roster }: Declarations,
): void {
  const firstMarks = new Map<string, PlacedMark>();
  const crowds = new Crowds(file, roster);
  for (const entry of placed) {
    const { mark } = entry;
    if (mark.person === null) continue;
    const key = JSON.stringify([mark.statement, mark.person]);
    const before = firstMarks.get(key);
    if (before) checkAgainst(file, before, entry, scale);
    else {
      firstMarks.set(key, entry);
      crowds.add(entry);
    }
  }
}

/** Two marks of one person on one statement. */
function checkAgainst(file: VFile, before: PlacedMark, { mark, at }: PlacedMark, scale: Scale): void {
  const { line } = before.place;
  if (typeof before.mark.position === 'string' || typeof mark.position === 'string') {
    addProblem(file, {
      rule: 'contradiction',
      reason: `${mark.person} is ${describePosition(mark, scale)} here and ${describePosition(before.mark, scale)} in line ${line}`,
      place: at('column').place,
    });
  }
  if (before.mark.session !== mark.session) {
    addProblem(file, {
      rule: 'session-conflict',
      reason: `${mark.person} is in ${describeSession(mark)} here and in ${describeSession(before.mark)} in line ${line}`,
      place: at('session').place,
    });
  }
}

/** Counts people per statement, and per session of it, against those who took part; tells each excess once. */
class Crowds {
  private readonly file: VFile;
  private readonly everybody: number;
  /** Empty where some participant's session is not declared: then no session's size is known. */
  private readonly sizes = new Map<string, number>();
  private readonly counts = new Map<string, number>();
  private readonly told = new Set<string>();

  constructor(file: VFile, { sessionOf, sessions }: Roster) {
    this.file = file;
    this.everybody = sessionOf.size;
    const declared = [...sessionOf.values()];
    if (declared.includes(null)) return;
    for (const id of sessions) this.sizes.set(id, declared.filter((session) => session === id).length);
  }

  add({ mark, place }: PlacedMark): void {
    const { statement, session } = mark;
    this.check(statement, statement, this.everybody, 'took part', place);
    const size = session === null ? undefined : this.sizes.get(session);
    if (size === undefined) return;
    this.check(
      statement,
      JSON.stringify([statement, session]),
      size,
      `took part in session ${quote(session ?? '')}`,
      place,
    );
  }

  private check(statement: string, crowd: string, size: number, tookPart: string, place: Place): void {
    const people = (this.counts.get(crowd) ?? 0) + 1;
    this.counts.set(crowd, people);
    if (people <= size || this.told.has(statement)) return;
    this.told.add(statement);
    addProblem(this.file, {
      rule: 'too-many-people',
      reason: `${people} people stand on ${quote(statement)} and ${size} ${tookPart}`,
      place,
      advice: 'use the same ? label for all marks of one unnamed person',
    });
  }
}

const describePosition = (mark: Mark, scale: Scale): string =>
  typeof mark.position === 'string' ? mark.position : quote(scale.columns[mark.position]?.label ?? '');

const describeSession = (mark: Mark): string =>
  mark.session === null ? 'no session' : `session ${quote(mark.session)}`;
