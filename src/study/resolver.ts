import type { Figure } from '../exhibit/figure.ts';
import type { Note } from '../exhibit/note.ts';
import { countsTable, noteColumns, notesOf, recordsTable } from '../exhibit/records-exhibits.ts';
import {
  type CheckedValue,
  checkedTable,
  findingsTable,
  notRecoverableTable,
} from '../exhibit/replication-tables.ts';
import { statementBoard } from '../exhibit/statement-board.ts';
import { statementSummary } from '../exhibit/statement-summary.ts';
import { commentsTable, measuresTable, positionsTable } from '../exhibit/statement-tables.ts';
import type { Table } from '../exhibit/table.ts';
import { columnAt } from '../records/records.ts';
import type { CellOutcome, Outcome } from '../replication/compare.ts';
import type { FigureSlot, NotesSlot, Resolver, TableSlot, Unfilled } from '../report/slots.ts';
import type { StatementResult } from '../survey/statement-result.ts';
import type { Study } from './open-study.ts';
import type { Result } from './result.ts';
import { valuesByName } from './values-by-name.ts';

/** Answers a template's slots and inline values from a study's named results. */
export function resolverFor(study: Study, results: ReadonlyMap<string, Result>): Resolver {
  const names = [...results.keys()];
  const unknown = (name: string): Unfilled => ({
    problem: `there is no result named "${name}"`,
    key: 'result',
    found: name,
    expected: names,
  });
  // A picture or table can leave the report, so each says by itself that it is invented.
  const captioned = (caption: string) => (study.config.fictional ? `${caption} (fictional)` : caption);
  return {
    names,
    values: (name) => valuesByName(results, name),
    table: (slot) => {
      const result = results.get(slot.result);
      const table = result ? tableOf(slot, result) : unknown(slot.result);
      if ('problem' in table) return table;
      return {
        ...table,
        caption: captioned(slot.caption ?? table.caption),
        notes: [...table.notes, ...slot.notes],
      };
    },
    figure: (slot) => {
      const result = results.get(slot.result);
      const figure = result ? figureOf(slot, result, study) : unknown(slot.result);
      if ('problem' in figure) return figure;
      return {
        ...figure,
        caption: captioned(slot.caption ?? figure.caption),
        data: { ...figure.data, caption: captioned(figure.data.caption) },
        notes: [...figure.notes, ...slot.notes],
      };
    },
    notes: (slot) => {
      const result = results.get(slot.result);
      return result ? notesFrom(slot, result, study) : unknown(slot.result);
    },
  };
}

function tableOf(slot: TableSlot, result: Result): Table | Unfilled {
  const id = slot.result;
  if (result.from === 'statement' || result.from === 'statements') {
    if (slot.columns) return { problem: 'columns can be chosen for records only', key: 'columns' };
    const some = result.from === 'statement' ? [result.one] : result.all;
    return statementTable(slot, some);
  }
  const ofStatements = (['show', 'by-session'] as const).find((key) => slot[key] !== undefined);
  if (ofStatements)
    return { problem: `"${ofStatements}" is for statements; "${id}" has none`, key: ofStatements };
  if (result.from === 'replication') return replicationTable(id, result);

  const { summary, countedBy } = result;
  if (summary.counts && countedBy !== null) {
    const column = summary.records.columns.find(({ name }) => name === countedBy);
    if (column) return countsTable(id, column, summary.counts, summary.blank);
  }
  const wrong = slot.columns?.find((name) => columnAt(summary.records, name) === -1);
  if (wrong !== undefined) {
    const expected = summary.records.columns.map(({ name }) => name);
    return { problem: `"${id}" has no column "${wrong}"`, key: 'columns', found: wrong, expected };
  }
  return recordsTable(id, summary.records, slot.columns);
}

function statementTable(slot: TableSlot, some: readonly StatementResult[]): Table | Unfilled {
  const show = slot.show ?? 'positions';
  const bySession = slot['by-session'] ?? false;
  const id = `${slot.result}-${show}`;
  if (show === 'measures') return measuresTable(id, some, bySession);
  if (show === 'positions') return positionsTable(id, some, bySession);
  if (some[0]?.rows === 'position') {
    return { problem: 'the number of comments is not reported in these data', key: 'show' };
  }
  return commentsTable(id, some, bySession);
}

function replicationTable(
  id: string,
  { show, replication }: Extract<Result, { from: 'replication' }>,
): Table {
  const { outcomes, published } = replication;
  if (show === 'findings') return findingsTable(id, published.findings);
  if (show === 'checked') return checkedTable(id, checkedValues(outcomes));
  const targets = published.targets.flatMap((target) => (target.basis === 'not recoverable' ? [target] : []));
  return notRecoverableTable(id, targets);
}

/** One row a target; a target whose values came out differently has a row for each. */
function checkedValues(outcomes: readonly Outcome[]): CheckedValue[] {
  return outcomes.flatMap(({ target, cells }): CheckedValue[] => {
    if (target.basis !== 'derived') return [];
    const words = {
      match: 'match',
      documented: `differs: ${target.differs?.because ?? ''}`,
      differs: 'differs',
    };
    const row = (some: readonly CellOutcome[]): CheckedValue => {
      const list = (of: (cell: CellOutcome) => string) =>
        some.map((cell) => (cell.name === '' ? of(cell) : `${cell.name}: ${of(cell)}`)).join(', ');
      return {
        what: target.what,
        published: list(({ published }) => published),
        ours: list(({ ours }) => ours),
        verdict: words[some[0]?.verdict ?? 'differs'],
        place: target.how === undefined ? target.place : `${target.place}: ${target.how}`,
      };
    };
    const alike = cells.every(({ verdict }) => verdict === cells[0]?.verdict);
    return alike ? [row(cells)] : cells.map((cell) => row([cell]));
  });
}

function figureOf(slot: FigureSlot, result: Result, study: Study): Figure | Unfilled {
  if (result.from === 'statement') return statementBoard(slot.result, result.one);
  if (result.from === 'statements' && study.scale) {
    return statementSummary(slot.result, result.all, study.scale, study.config.statements?.scale.keyed);
  }
  return { problem: `"${slot.result}" has no figure`, key: 'result' };
}

/** Notes say who held what, so nobody may be named in them who is not a participant. */
function notesFrom(slot: NotesSlot, result: Result, study: Study): Note[] | Unfilled {
  const needed = Object.values(noteColumns);
  if (result.from !== 'records' || needed.some((name) => columnAt(result.summary.records, name) === -1)) {
    return { problem: `"${slot.result}" is no result with the columns ${needed.join(', ')}`, key: 'result' };
  }
  const notes = notesOf(result.summary.records);
  const ids = [...study.roster.sessionOf.keys()];
  const stranger = notes.find(({ who }) => who !== null && !ids.includes(who.normalize('NFC')));
  if (!stranger) return notes;
  return {
    problem: `a note is by "${stranger.who}", who is not a declared participant`,
    key: 'result',
    found: stranger.who ?? '',
    expected: ids,
  };
}
