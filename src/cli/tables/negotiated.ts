import { pooledTable, roundLabel } from '../../exhibit/agreement-tables.ts';
import type { Table } from '../../exhibit/table.ts';
import type { BeforeAndAfter } from '../../study/negotiated.ts';

/** Agreement before and after reconciliation, a table each, named for what it is. */
export function negotiatedTables({ before, after }: BeforeAndAfter, threshold: number | null): Table[] {
  const first = tableOf(before, 'before', threshold);
  const kind =
    before.kind === 'training' ? 'a training round, no reliability' : 'the raters by themselves: reliability';
  const tables = [
    {
      ...first,
      caption: `Before reconciliation (${kind}). ${first.caption}`,
      notes: [...first.notes, ...before.departures],
    },
  ];
  if (after) {
    const second = tableOf({ ...after.report, comparisons: after.comparisons }, 'after', null);
    tables.push({
      ...second,
      caption: `After reconciliation (negotiated agreement, each rater with the consensus: no reliability). ${second.caption}`,
      notes: [
        'Consensus was negotiated by these raters: how far each agrees with it says how far they moved, and nothing on how reliably they code.',
        ...second.notes.filter((note) => !note.startsWith('Band ')),
      ],
    });
  }
  return tables;
}

const tableOf = (report: BeforeAndAfter['before'], id: string, threshold: number | null): Table =>
  pooledTable(report.comparisons, roundLabel(report, { id, threshold, marks: [] }));
