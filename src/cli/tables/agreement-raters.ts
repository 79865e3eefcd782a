import type { RaterAgreement } from '../../agreement/per-rater.ts';
import { type Filled, fill, left, numberOr, right } from '../../exhibit/agreement-cells.ts';
import { missing, type Table, text } from '../../exhibit/table.ts';

/** What one rater has in common with the rest, by one measure. */
export interface RaterRow extends Pick<RaterAgreement, 'rater' | 'mean' | 'without'> {
  measure: string;
  code?: string;
}

/** Each rater against the rest, one a row. */
export function ratersTable(id: string, rows: readonly RaterRow[]): Table {
  const columns: Filled<RaterRow>[] = [
    left('code', 'code', ({ code }) => (code === undefined ? missing('not applicable') : text(code)), true),
    left('measure', 'measure', ({ measure }) => text(measure)),
    left('rater', 'rater', ({ rater }) => text(rater)),
    right('mean', 'with each other rater, mean', ({ mean }) => numberOr(mean, 3)),
    right('without', 'all others, without', ({ without }) => numberOr(without, 3), true),
  ];
  return fill(
    {
      id,
      caption: 'Each rater against the rest',
      notes: [
        'The mean is over the pairs with this rater; pairs without a value are not in it. Where the others agree better among themselves, this rater lowers the value.',
      ],
    },
    columns,
    rows,
  );
}
