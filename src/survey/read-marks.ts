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
import { type Absence, absences, type Scale } from './scale.ts';

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

  const placed: PlacedMark[] = [];
  for (const row of table.rows) {
    const cell = (name: string): Cell => {
      const index = columns.get(name);
      const found = index === undefined ? undefined : row.cells[index];
      return found ?? { value: '', place: { line: row.line, column: 1 } };
    };
    const mark = readMark(file, cell, declared);
    if (mark) placed.push({ mark, place: cell('statement').place, at: cell });
  }
  const kept = withoutDuplicates(file, placed, declared.rows);
  checkPeople(file, kept, declared);
  return kept.map(({ mark }) => mark);
}

function readMark(file: VFile, cell: (name: string) => Cell, declared: Declarations): Mark | undefined {
  const statement = cell('statement');
  const column = cell('column');
  const participant = cell('participant');
  const session = cell('session');

  const known = oneOf(
    file,
    statement,
    'unknown-statement',
    'a statement',
    declared.statements.map(({ id }) => id),
  );
  const position = readPosition(file, column, declared.scale);
  const person = readPerson(file, participant, declared);
  const ownSession = declared.roster.sessionOf.get(person ?? '') ?? null;
  const where = readSession(file, session, participant, ownSession, declared.roster.sessions);
  if (!known || position === undefined || person === undefined || where === undefined) return undefined;
  return {
    statement: statement.value,
    session: where,
    person,
    position,
    comment: cell('comment').value || null,
  };
}

function readPosition(file: VFile, cell: Cell, scale: Scale): number | Absence | undefined {
  const wanted = fold(cell.value);
  const absence = absences.find((word) => word === wanted);
  if (absence) return absence;
  const labels = scale.columns.map(({ label }) => label);
  const index = labels.findIndex((label) => fold(label) === wanted);
  if (index !== -1) return index;
  oneOf(file, cell, 'off-the-scale', 'a column of the scale', [...labels, ...absences]);
  return undefined;
}

function readPerson(file: VFile, cell: Cell, declared: Declarations): string | null | undefined {
  if (cell.value === '') {
    if (declared.rows === 'comment') return null;
    addProblem(file, {
      rule: 'missing-participant',
      reason: 'a position needs somebody who holds it',
      place: cell.place,
      expected: ['a participant', '?1 for somebody whom the source does not name'],
    });
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
  const ids = [...declared.roster.sessionOf.keys()];
  return oneOf(file, cell, 'undeclared-participant', 'a declared participant', ids) ? cell.value : undefined;
}

function readSession(
  file: VFile,
  cell: Cell,
  participant: Cell,
  own: string | null,
  sessions: readonly string[],
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

function oneOf(file: VFile, cell: Cell, rule: string, what: string, names: readonly string[]): boolean {
  if (names.includes(cell.value)) return true;
  addProblem(file, {
    rule,
    reason: cell.value === '' ? `${what} is missing` : `${quote(cell.value)} is not ${what}`,
    place: cell.place,
    found: cell.value || undefined,
    expected: names,
  });
  return false;
}

const fold = (label: string): string => label.trim().toLowerCase().replace(/\s+/g, ' ');
