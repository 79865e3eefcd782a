import type { Agreement } from '../../agreement/agreement.ts';
import { bandOf, schemeFor } from '../../agreement/bands.ts';
import { isParadox } from '../../agreement/paradox.ts';
import {
  coefficient,
  countCell,
  type Filled,
  fill,
  intervalColumns,
  left,
  levelOf,
  numberOr,
  ratersLabel,
  remarksOf,
  right,
} from '../../exhibit/agreement-cells.ts';
import { missing, type Table, text } from '../../exhibit/table.ts';

/**
 * Results on a ratings file, one a row.
 *
 * @param named whether values are put into a band.
 */
export function fileTable(id: string, caption: string, results: readonly Agreement[], named = true): Table {
  const interval = results.find((one) => one.interval)?.interval;
  const columns: Filled<Agreement>[] = [
    left('code', 'code', ({ code }) => (code === undefined ? missing('not applicable') : text(code)), true),
    left('measure', 'measure', (one) => text(measureLabel(one))),
    left('raters', 'raters', ({ raters }) =>
      text(raters.length <= 3 ? ratersLabel(raters) : `all ${raters.length}`),
    ),
    right('n', 'n', ({ n }) => countCell(n)),
    right('value', 'value', coefficient),
    ...intervalColumns<Agreement>(levelOf(interval), (one) => one.interval),
    right('po', 'po', ({ observed }) => numberOr(observed, 3)),
    right('pe', 'pe', ({ expected }) => numberOr(expected, 3), true),
    right('positive', 'pos.', (one) => numberOr(tellsSpecific(one) ? one.positive : null, 2), true),
    right('negative', 'neg.', (one) => numberOr(tellsSpecific(one) ? one.negative : null, 2), true),
  ];
  const label = ({ measure, raters }: Agreement) =>
    `${measure}${raters.length === 2 && results.some((one) => one.raters.length !== raters.length) ? ` ${ratersLabel(raters)}` : ''}`;
  const about = (pick: (one: Agreement) => string[]) =>
    remarksOf(
      results.map((one) => ({ ...one, code: [one.code, label(one)].filter(Boolean).join(' ') })),
      pick,
    );
  return fill(
    {
      id,
      caption,
      notes: [
        `n: units compared. po, pe: observed and expected agreement.${results.some(tellsSpecific) ? ' pos., neg.: specific agreement, how often another rater gives the code too, or also does not, where one does, or does not.' : ''}`,
        ...about(({ missing: how, omitted }) =>
          how === '' ? [] : [`${how}${omitted > 0 ? `; ${omitted} left out` : ''}.`],
        ),
        ...about(({ interval }) =>
          interval ? [`Interval: ${interval.method.replace(/, cut off at .*$/, '')}.`] : [],
        ),
        ...about(({ value, reason }) => (value === null && reason !== null ? [`no value: ${reason}`] : [])),
        ...about(({ warnings }) => warnings),
        ...(!named || results.some(({ code }) => code !== undefined) ? [] : about(bandNote)),
        ...results
          .flatMap(({ codes }) => codes?.excluded ?? [])
          .map(({ code, reason }) => `Left out: ${code} (${reason}).`),
      ],
    },
    columns,
    results,
  );
}

/** `cohen-kappa (linear)`: with the weights or the distance that it goes by. */
export function measureLabel({ measure, weights, metric }: Agreement): string {
  const kinds = [weights, metric].filter((one) => one && one !== 'identity' && one !== 'nominal');
  const named = kinds.map((one) => (one === 'user' ? 'own weights' : one));
  return named.length > 0 ? `${measure} (${named.join(', ')})` : measure;
}

/** Of a code, and where a rare category makes kappa low. */
const tellsSpecific = (one: Agreement): boolean => one.code !== undefined || isParadox(one);

function bandNote({ measure, value }: Agreement): string[] {
  const scheme = schemeFor(measure);
  const band = scheme && bandOf(value, scheme);
  return band ? [`${band.label} (${band.scheme}).`] : [];
}
