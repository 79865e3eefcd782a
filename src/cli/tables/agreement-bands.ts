import type { Agreement } from '../../agreement/agreement.ts';
import { membershipOf } from '../../agreement/band-membership.ts';
import { type Scheme, schemes } from '../../agreement/bands.ts';
import {
  coefficient,
  type Filled,
  fill,
  left,
  numberOr,
  ratersLabel,
  right,
} from '../../exhibit/agreement-cells.ts';
import { missing, type Table, text } from '../../exhibit/table.ts';
import type { AgreeArgs } from '../agree-args.ts';
import { UsageError } from '../io.ts';

/** How likely the true value lies in each band, where bands were asked for. */
export function bandsTables(
  results: readonly Agreement[],
  { bands: asked, format }: AgreeArgs,
  id: string,
): Table[] {
  if (asked === undefined) return [];
  if (format === 'csv') {
    throw new UsageError('--bands adds a table, and a CSV file holds one: take another format, or --json.');
  }
  const scheme: Scheme = schemes[asked];
  const rows = results.map((result) => ({ ...result, membership: membershipOf(result, asked) }));
  const shown = rows.filter(({ membership }) => membership !== null);
  const without = rows.filter(({ membership }) => membership === null);
  type Row = (typeof rows)[number];
  const columns: Filled<Row>[] = [
    left('code', 'code', ({ code }) => (code === undefined ? missing('not applicable') : text(code)), true),
    left('measure', 'measure', ({ measure }) => text(measure)),
    left('raters', 'raters', ({ raters }) =>
      text(raters.length <= 3 ? ratersLabel(raters) : `all ${raters.length}`),
    ),
    right('value', 'value', coefficient),
    ...scheme.bands
      .map(({ label }) =>
        right<Row>(label, label, ({ membership }) =>
          numberOr(membership?.bands.find((band) => band.label === label)?.probability, 2),
        ),
      )
      .reverse(),
    left('reached', 'reached', ({ membership }) => text(membership?.reached ?? '')),
  ];
  const leftOut = [...new Set(without.map(({ measure, code }) => [measure, code].filter(Boolean).join(' ')))];
  const table = fill(
    {
      id,
      caption: `How likely the true value lies in each band of ${scheme.name}`,
      notes: [
        'Reached: the highest band in which, or above which, the true value lies with more than 95% (Gwet 2014).',
        ...(leftOut.length > 0
          ? [
              `Without bands, for want of a value, of a standard error or of a correction for chance: ${leftOut.join(', ')}.`,
            ]
          : []),
      ],
    },
    columns,
    shown,
  );
  return [table];
}
