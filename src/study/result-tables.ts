import type { RecordIndex } from '../evidence/record-index.ts';
import { codesTable as agreementTable, pooledTable, roundLabel } from '../exhibit/agreement-tables.ts';
import { describeRound } from '../exhibit/agreement-words.ts';
import { reviewNotes } from '../exhibit/base-words.ts';
import { codesMatrix, codesTable } from '../exhibit/codes-tables.ts';
import { flowTable } from '../exhibit/flow-table.ts';
import { matrixTable } from '../exhibit/matrix.ts';
import { countsTable, recordsTable } from '../exhibit/records-exhibits.ts';
import { selectionAgreementTable, selectionTable } from '../exhibit/selection-tables.ts';
import { commentsTable, measuresTable, positionsTable } from '../exhibit/statement-tables.ts';
import type { Table } from '../exhibit/table.ts';
import { columnAt } from '../records/records.ts';
import type { TableSlot, Unfilled } from '../report/slots.ts';
import type { StatementResult } from '../statements/statement-result.ts';
import type { RoundReport } from './agreement-round.ts';
import { literatureShows, literatureTable } from './evidence-exhibits.ts';
import { whyNotTogether } from './not-together.ts';
import { replicationTable } from './replication-result-table.ts';
import { type AgreementResult, type RecordsResult, type Result, togetherOf } from './result.ts';
import { spanShows, spanTableOf } from './span-exhibits.ts';
import { scalesTableOf, surveyTable } from './survey-exhibits.ts';

/** Keys of a table's block beside `result`, `caption` and `notes`, and what `show` may be. */
interface Choices {
  show?: readonly NonNullable<TableSlot['show']>[];
  bySession?: boolean;
  columns?: boolean;
}

const statementChoices: Choices = { show: ['positions', 'comments', 'measures'], bySession: true };

const choices: Record<Result['from'], Choices> = {
  statement: statementChoices,
  statements: statementChoices,
  records: { columns: true },
  scales: { show: ['scales', 'items'] },
  survey: { show: ['answers', 'in-sum', 'tests', 'pairs'] },
  replication: {},
  codes: { show: ['matrix', 'rows'] },
  agreement: { show: ['codes', 'pooled'] },
  spans: { show: spanShows },
  quotes: {},
  matrix: {},
  flow: {},
  selection: { show: ['stages', 'agreement'] },
  evidence: { show: literatureShows.evidence },
  cited: { show: literatureShows.cited },
  compared: { show: literatureShows.compared },
  mapping: { show: literatureShows.mapping },
};

/**
 * The table of a result that a template's block asks for.
 *
 * @param cell what stands in a column of a record of the literature.
 */
export function tableOf(slot: TableSlot, result: Result, cell?: RecordIndex['cell']): Table | Unfilled {
  const id = slot.result;
  const refused = refusedKey(slot, choices[result.from]);
  if (refused) return refused;
  switch (result.from) {
    case 'statement':
      return statementTable(slot, [result.one]);
    case 'statements':
      return statementTable(slot, result.all);
    case 'records':
      return recordsOrCounts(slot, result);
    case 'scales':
      return scalesTableOf(slot, result);
    case 'survey':
      return surveyTable(slot, result);
    case 'replication':
      return replicationTable(id, result);
    case 'codes': {
      const { counted } = result;
      const wide = counted.by.length === 2 && slot.show !== 'rows';
      if (slot.show === 'matrix' && !wide) {
        return { problem: `"${id}" is by ${counted.by.join()} alone, a matrix needs two keys`, key: 'show' };
      }
      return wide ? codesMatrix(id, counted) : codesTable(id, counted);
    }
    case 'agreement':
      return ofAgreement(id, slot.show === 'pooled' ? 'pooled' : 'codes', result.agreement);
    case 'spans':
      return spanTableOf(slot, result.spans);
    case 'matrix':
      return matrixTable(id, 'Cases by themes', result.matrix);
    case 'flow':
      return flowTable(id, result.flow);
    case 'selection':
      return slot.show === 'agreement'
        ? selectionAgreementTable(`${id}-agreement`, result.stages)
        : selectionTable(id, result.stages);
    case 'evidence':
    case 'cited':
    case 'compared':
    case 'mapping':
      return literatureTable(slot, result, cell);
    case 'quotes':
      return { problem: `"${id}" are passages: they go into a block quotes`, key: 'result' };
  }
}

function refusedKey(slot: TableSlot, { show = [], bySession, columns }: Choices): Unfilled | undefined {
  const { result: id } = slot;
  if (slot.columns && !columns) return { problem: `"${id}" has no columns to choose from`, key: 'columns' };
  if (slot['by-session'] !== undefined && !bySession) {
    return { problem: `"by-session" is for statements; "${id}" has none`, key: 'by-session' };
  }
  if (slot.show === undefined || show.includes(slot.show)) return undefined;
  const wrong = { key: 'show', found: slot.show };
  if (show.length === 0) return { problem: `"${id}" has one table only, there is nothing to show`, ...wrong };
  return { problem: `"${id}" has no table "${slot.show}"`, ...wrong, expected: show };
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

function recordsOrCounts(slot: TableSlot, { summary, countedBy, of }: RecordsResult): Table | Unfilled {
  const id = slot.result;
  const noted = (table: Table): Table =>
    of ? { ...table, notes: [...reviewNotes(summary.count, of), ...table.notes] } : table;
  if (summary.counts && countedBy !== null) {
    const column = summary.records.columns.find(({ name }) => name === countedBy);
    if (column) return noted(countsTable(id, column, summary.counts, summary.blank));
  }
  const wrong = slot.columns?.find((name) => columnAt(summary.records, name) === -1);
  if (wrong !== undefined) {
    const expected = summary.records.columns.map(({ name }) => name);
    return { problem: `"${id}" has no column "${wrong}"`, key: 'columns', found: wrong, expected };
  }
  return noted(recordsTable(id, summary.records, slot.columns));
}

/** Per code for all raters together, or everything pooled; with all that must be said of the round below it. */
function ofAgreement(
  id: string,
  show: 'codes' | 'pooled',
  { report, threshold, departures }: AgreementResult,
) {
  const { comparisons, kind } = report;
  const exploratory = departures.length + report.departures.length > 0;
  const label = roundLabel(report, {
    id,
    threshold,
    marks: [...(kind === 'training' ? ['training'] : []), ...(exploratory ? ['exploratory'] : [])],
  });
  const together = togetherOf(comparisons);
  if (show === 'codes' && !together) return onlyPairs(id, report);
  const pairs = comparisons.filter(({ all }) => !all);
  const table =
    show === 'pooled' || !together
      ? pooledTable(comparisons, label)
      : agreementTable(together, together.all ? pairs : [], label);
  const about = describeRound({ ...report, departures: [...departures, ...report.departures] });
  return { ...table, id: `${id}-${show}`, notes: [...about, ...table.notes] };
}

/** Of a measure for two raters there is no table of all. */
const onlyPairs = (id: string, report: RoundReport): Unfilled => ({
  problem: `"${id}" cannot show all raters together: ${whyNotTogether(report)}${report.comparisons.length > 0 ? '. A table with "show: pooled" has each pair' : ''}`,
  key: 'show',
});
