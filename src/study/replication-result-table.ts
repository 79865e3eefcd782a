import {
  type ComparedValue,
  checkedTable,
  findingsTable,
  notRecoverableTable,
  reconstructedTable,
} from '../exhibit/replication-tables.ts';
import type { Table } from '../exhibit/table.ts';
import type { CellOutcome, Outcome } from '../replication/compare.ts';
import type { ReplicationResult } from './result.ts';

/** What came of comparing with published.yaml, as a table. */
export function replicationTable(id: string, { show, replication }: ReplicationResult): Table {
  const { outcomes, published } = replication;
  if (show === 'findings') return findingsTable(id, published.findings);
  if (show === 'checked') return checkedTable(id, comparedValues(outcomes, 'derived'));
  if (show === 'reconstructed') return reconstructedTable(id, comparedValues(outcomes, 'reconstructed'));
  const targets = published.targets.flatMap((target) => (target.basis === 'not recoverable' ? [target] : []));
  return notRecoverableTable(id, targets);
}

/** One row a target; a target whose values came out differently has a row for each. */
function comparedValues(outcomes: readonly Outcome[], basis: 'derived' | 'reconstructed'): ComparedValue[] {
  return outcomes.flatMap(({ target, cells }): ComparedValue[] => {
    if (target.basis !== basis) return [];
    const words = {
      match: 'match',
      documented: `differs: ${target.differs?.because ?? ''}`,
      differs: 'differs',
    };
    const row = (some: readonly CellOutcome[]): ComparedValue => {
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
