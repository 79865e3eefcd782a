import { pooledTable, roundLabel } from '../../exhibit/agreement-tables.ts';
import { type Table, text } from '../../exhibit/table.ts';
import type { BeforeAndAfter } from '../../study/negotiated.ts';

/**
 * Agreement before and after reconciliation in one table, each row called what it is: only the rows before say how
 * reliable the coding is.
 */
export function negotiatedTable({ before, after }: BeforeAndAfter, threshold: number | null): Table {
  const label = roundLabel(before, { id: 'reconciliation', threshold, marks: [] });
  const { notes } = pooledTable(before.comparisons, label);
  const both = [...before.comparisons, ...(after?.comparisons ?? [])];
  const table = pooledTable(both, label);
  const training = before.kind === 'training';
  return {
    ...table,
    caption: `${label.label}: agreement over all codes, before and after reconciliation`,
    columns: [{ key: 'when', label: 'when', align: 'left' }, ...table.columns],
    rows: table.rows.map((row, at) => [text(at < before.comparisons.length ? 'before' : 'after'), ...row]),
    notes: [
      training
        ? 'before: the raters by themselves, in a training round, which is no reliability.'
        : 'before: the raters by themselves. This is reliability, and the number to report as such.',
      ...(after
        ? [
            'after: negotiated agreement, each rater with the consensus that they negotiated. It says how far each moved, and nothing on how reliably they code.',
          ]
        : []),
      ...notes.map((note) => note.replace(/^Band \(/, 'Band of before (')),
      ...before.departures,
    ],
  };
}
