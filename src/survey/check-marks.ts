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
export function checkPeople(file: VFile, placed: readonly PlacedMark[], declared: Declarations): void {
  for (const { id } of declared.statements) {
    const first = new Map<string, PlacedMark>();
    const perSession = new Map<string, Set<string>>();
    let toldTooMany = false;
    for (const entry of placed) {
      const { mark, place, at } = entry;
      if (mark.statement !== id || mark.person === null) continue;
      const before = first.get(mark.person);
      if (before && (typeof before.mark.position === 'string' || typeof mark.position === 'string')) {
        addProblem(file, {
          rule: 'contradiction',
          reason: `${mark.person} is ${describePosition(mark, declared.scale)} here and ${describePosition(before.mark, declared.scale)} in line ${before.place.line}`,
          place: at('column').place,
        });
      }
      if (before && before.mark.session !== mark.session) {
        addProblem(file, {
          rule: 'session-conflict',
          reason: `${mark.person} is in ${describeSession(mark)} here and in ${describeSession(before.mark)} in line ${before.place.line}`,
          place: at('session').place,
        });
      }
      if (before) continue;
      first.set(mark.person, entry);

      const people = declared.roster.sessionOf.size;
      if (first.size > people && !toldTooMany) {
        toldTooMany = true;
        addProblem(file, {
          rule: 'too-many-people',
          reason: `${first.size} people stand on ${quote(id)} and ${people} took part`,
          place,
          advice: 'use the same ? label for all marks of one unnamed person',
        });
      }
      if (mark.session === null) continue;
      const inSession = perSession.get(mark.session) ?? new Set();
      perSession.set(mark.session, inSession.add(mark.person));
      const size = sessionSize(declared.roster, mark.session);
      if (size !== null && inSession.size === size + 1 && !toldTooMany) {
        toldTooMany = true;
        addProblem(file, {
          rule: 'too-many-people',
          reason: `${inSession.size} people stand on ${quote(id)} in session ${quote(mark.session)} and ${size} took part in it`,
          place,
        });
      }
    }
  }
}

/** Null where some participant's session is not declared. */
function sessionSize(roster: Roster, session: string): number | null {
  const sessions = [...roster.sessionOf.values()];
  return sessions.includes(null) ? null : sessions.filter((own) => own === session).length;
}

const describePosition = (mark: Mark, scale: Scale): string =>
  typeof mark.position === 'string' ? mark.position : quote(scale.columns[mark.position]?.label ?? '');

const describeSession = (mark: Mark): string =>
  mark.session === null ? 'no session' : `session ${quote(mark.session)}`;
