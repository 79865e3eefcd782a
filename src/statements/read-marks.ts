import type { VFile } from 'vfile';
import { readCsv, requireColumns } from '../csv/read.ts';
import { addProblem, quote } from '../problem/problem.ts';
import {
  type Cell,
  checkPeople,
  type Declarations,
  type PlacedMark,
  withoutDuplicates,
} from './check-marks.ts';
import { isNamed, type Mark } from './mark.ts';
import { type Absence, absences, fold } from './scale.ts';
import type { Roster, RowMeaning } from './tally.ts';

/**
 * Reads a CSV file of marks: `statement` and `column`, and where they are known `session`,
 * `participant` (a declared id, `?1` for somebody unnamed, or blank), `comment` and `place` (where
 * the source says so). A mark of a named participant without a session takes the session that is
 * declared for the participant. Rows with a problem are told and left out.
 */
export function readMarks(file: VFile, declared: Declarations): Mark[] | undefined {
  const table = readCsv(file);
  if (!table) return undefined;
  const columns = requireColumns(
    file,
    table,
    ['statement', 'column'],
    ['session', 'participant', 'comment', 'place'],
  );
  if (!columns) return undefined;

  const names = namesIn(declared);
  const placed: PlacedMark[] = [];
  for (const row of table.rows) {
    const cell = (name: string): Cell => {
      const index = columns.get(name);
      const found = index === undefined ? undefined : row.cells[index];
      if (!found) return { value: '', place: { line: row.line, column: 1 } };
      // How an accent is stored is no difference between two names; comments stay as they are.
      return name === 'comment' ? found : { ...found, value: found.value.normalize('NFC') };
    };
    const mark = readMark(file, cell, names);
    if (mark) placed.push({ mark, place: cell('statement').place, at: cell });
  }
  if (table.rows.length === 0) {
    addProblem(file, {
      rule: 'no-rows',
      reason: 'there are columns and no marks',
      place: { line: 1, column: 1 },
      warning: true,
    });
  }
  const kept = withoutDuplicates(file, placed, declared.rows);
  checkPeople(file, kept, declared);
  return kept.map(({ mark }) => mark);
}

/** What may stand in each column, for looking up. */
interface Names {
  statements: ReadonlySet<string>;
  positions: ReadonlyMap<string, number | Absence>;
  labels: ReadonlySet<string>;
  sessionOf: Roster['sessionOf'];
  sessions: ReadonlySet<string>;
  rows: RowMeaning;
}

function namesIn({ statements, scale, roster, rows }: Declarations): Names {
  return {
    statements: new Set(statements.map(({ id }) => id)),
    positions: new Map<string, number | Absence>([
      ...scale.columns.map(({ label }, index) => [fold(label), index] as const),
      ...absences.map((word) => [word, word] as const),
    ]),
    labels: new Set([...scale.columns.map(({ label }) => label), ...absences]),
    sessionOf: roster.sessionOf,
    sessions: new Set(roster.sessions),
    rows,
  };
}

function readMark(file: VFile, cell: (name: string) => Cell, names: Names): Mark | undefined {
  const statement = cell('statement');
  const participant = cell('participant');

  const isKnown = oneOf(file, statement, 'unknown-statement', 'a statement', names.statements);
  const position = readPosition(file, cell('column'), names);
  const person = readPerson(file, participant, names);
  const own = names.sessionOf.get(participant.value) ?? null;
  const session = readSession(file, cell('session'), participant, own, names);
  if (person === null && typeof position === 'string') {
    tellNobody(file, participant, `nobody is said to be ${position}`);
    return undefined;
  }
  if (!isKnown || position === undefined || person === undefined || session === undefined) return undefined;
  return { statement: statement.value, session, person, position, comment: cell('comment').value || null };
}

function readPosition(file: VFile, cell: Cell, { positions, labels }: Names): number | Absence | undefined {
  const position = positions.get(fold(cell.value));
  if (position === undefined) oneOf(file, cell, 'off-the-scale', 'a column of the scale', labels);
  return position;
}

function readPerson(file: VFile, cell: Cell, { sessionOf, rows }: Names): string | null | undefined {
  if (cell.value === '') {
    if (rows === 'comment') return null;
    tellNobody(file, cell, 'a position needs somebody who holds it');
    return undefined;
  }
  if (!isNamed(cell.value)) {
    if (cell.value.length > 1) return cell.value;
    addProblem(file, {
      rule: 'missing-participant',
      reason: '"?" does not say which marks are by the same person',
      place: cell.place,
      expected: ['?1, ?2 and so on'],
      advice: 'the same label is the same person within one statement',
    });
    return undefined;
  }
  const isDeclared = oneOf(file, cell, 'undeclared-participant', 'a declared participant', sessionOf);
  return isDeclared ? cell.value : undefined;
}

function tellNobody(file: VFile, { place }: Cell, reason: string): void {
  addProblem(file, {
    rule: 'missing-participant',
    reason,
    place,
    expected: ['a participant', '?1 for somebody whom the source does not name'],
  });
}

function readSession(
  file: VFile,
  cell: Cell,
  participant: Cell,
  own: string | null,
  { sessions }: Names,
): string | null | undefined {
  if (cell.value === '') return own;
  if (!oneOf(file, cell, 'undeclared-session', 'a declared session', sessions)) return undefined;
  if (own === null || own === cell.value) return cell.value;
  addProblem(file, {
    rule: 'session-conflict',
    reason: `${participant.value} is declared in session ${quote(own)} and stands here in session ${quote(cell.value)}`,
    place: cell.place,
    found: cell.value,
    expected: [own],
  });
  return undefined;
}

function oneOf(
  file: VFile,
  cell: Cell,
  rule: string,
  what: string,
  names: ReadonlySet<string> | ReadonlyMap<string, unknown>,
): boolean {
  if (names.has(cell.value)) return true;
  addProblem(file, {
    rule,
    reason: cell.value === '' ? `${what} is missing` : `${quote(cell.value)} is not ${what}`,
    place: cell.place,
    found: cell.value || undefined,
    expected: [...names.keys()],
  });
  return false;
}
