import type { UnitCost } from '../../agreement/per-unit.ts';
import { type Filled, fill, left, numberOr, right } from '../../exhibit/agreement-cells.ts';
import { count, missing, type Table, text } from '../../exhibit/table.ts';

/** Units that were rated alike, and what one of them does to a measure. */
export interface CostRow extends UnitCost {
  measure: string;
  raters: readonly string[];
  code?: string;
}

/** Shown of each measure and code. */
const SHOWN = 10;

/** Which units cost most, the costliest of each measure first. */
export function costTable(id: string, groups: readonly (readonly CostRow[])[]): Table {
  const rows = groups.flatMap((group) => group.slice(0, SHOWN));
  const beyond = groups.reduce((sum, group) => sum + Math.max(0, group.length - SHOWN), 0);
  const columns: Filled<CostRow>[] = [
    left('code', 'code', ({ code }) => (code === undefined ? missing('not applicable') : text(code)), true),
    left('measure', 'measure', ({ measure }) => text(measure)),
    left('ratings', 'rated', (row) => text(ratingsOf(row))),
    right('times', 'units', ({ times }) => count(times)),
    right('without', 'value without one', ({ without }) => numberOr(without, 4)),
    right('cost', 'cost', ({ cost }) => numberOr(cost, 4)),
    left(
      'names',
      'which',
      ({ units, times }) =>
        units.length === 0
          ? missing('not applicable')
          : text(`${units.join(', ')}${times > units.length ? ', …' : ''}`),
      true,
    ),
  ];
  return fill(
    {
      id,
      caption: 'Which units cost most',
      notes: [
        'Cost: how much higher the value is without one unit that was rated so.',
        ...(beyond > 0 ? [`${beyond} more ways of rating cost less and are not shown; --json has all.`] : []),
      ],
    },
    columns,
    rows,
  );
}

/** `ana cost, ben time`; where the measure does not ask who said what, `cost, time` in no order of raters. */
function ratingsOf({ ratings, raters, anybody }: CostRow): string {
  if (!anybody) return ratings.map((label, at) => `${raters[at] ?? ''} ${label ?? '–'}`).join(', ');
  const times = new Map<string, number>();
  for (const label of ratings) if (label !== null) times.set(label, (times.get(label) ?? 0) + 1);
  return [...times].map(([label, often]) => (often > 1 ? `${often} × ${label}` : label)).join(', ');
}
