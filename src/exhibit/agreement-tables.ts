import type { Agreement } from '../agreement/agreement.ts';
import { bandOf, schemeFor } from '../agreement/bands.ts';
import type { CodeResult, Comparison } from '../agreement/comparison.ts';
import type { MeasureName } from '../agreement/measure-names.ts';
import { measures } from '../agreement/measures.ts';
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
} from './agreement-cells.ts';
import type { DescribedComparison } from './agreement-words.ts';
import { shown } from './digits.ts';
import { missing, type Table, text } from './table.ts';

/** What tables say of the round that they are about. */
export interface RoundLabel {
  /** `Round 1, turns, codebook 1.0.0`. */
  label: string;
  id: string;
  unit: string;
  threshold: number | null;
}

/** How tables and figures call a round; `marks`: what a reader must know of it, such as `training`. */
export function roundLabel(
  {
    round,
    unit,
    units,
  }: Pick<DescribedComparison, 'round' | 'unit'> & { units: Pick<DescribedComparison['units'], 'version'> },
  { id, threshold, marks }: { id: string; threshold: number | null; marks: readonly string[] },
): RoundLabel {
  const version = units.version === null ? '' : `, codebook ${units.version}`;
  const marked = marks.length > 0 ? ` (${marks.join(', ')})` : '';
  return { label: `Round ${round}${version}, unit ${unit}${marked}`, id, unit, threshold };
}

/** How a measure's values are called in a column. */
export const symbols: Record<MeasureName, string> = {
  percent: 'agree',
  holsti: 'C.R.',
  'brennan-prediger': 'S',
  pabak: 'PABAK',
  'scott-pi': 'π',
  'cohen-kappa': 'κ',
  'conger-kappa': 'κ',
  'fleiss-kappa': 'κ',
  'light-kappa': 'κ',
  'gwet-ac1': 'AC1',
  'gwet-ac2': 'AC2',
  'krippendorff-alpha': 'α',
  'icc-1-1': 'ICC(1,1)',
  'icc-2-1': 'ICC(2,1)',
  'icc-3-1': 'ICC(3,1)',
  'icc-1-k': 'ICC(1,k)',
  'icc-2-k': 'ICC(2,k)',
  'icc-3-k': 'ICC(3,k)',
  'kendall-w': 'W',
  'lin-ccc': 'ρc',
};

/** Agreement on each code, worst first. `pairs` are the two-rater comparisons of the same round, to name the lowest. */
export function codesTable(
  comparison: Comparison,
  pairs: readonly Comparison[],
  { label, id, unit, threshold }: RoundLabel,
): Table {
  const { codes, measure, raters } = comparison;
  const interval = codes.find((one) => one.interval)?.interval;
  const lowest = lowestPairs(pairs);
  const columns: Filled<CodeResult>[] = [
    left('code', 'code', ({ code }) => text(code)),
    right('n', 'n', ({ n }) => countCell(n)),
    right('po', 'po', ({ observed }) => numberOr(observed, 2)),
    right('pe', 'pe', ({ expected }) => numberOr(expected, 2), true),
    right('value', symbols[measure], coefficient),
    ...intervalColumns<CodeResult>(levelOf(interval), (one) => one.interval),
    right('prevalence', 'prev.', ({ share }) => numberOr(share, 2)),
    right('bias', 'bias', ({ bias }) => numberOr(bias, 2), true),
    right('positive', 'pos.', ({ positive }) => numberOr(positive, 2), true),
    left('lowest', 'lowest pair', ({ code }) => lowest.get(code) ?? missing('not applicable'), true),
  ];
  const notes = [
    `n: ${unit === 'spans' ? 'spans' : `${unit}s`} that every compared rater has read. po, pe: observed and expected agreement. prev.: mean share of them that carry the code; the prevalence index is twice that less 1.${raters.length === 2 ? ` bias: how much more often ${raters[0] ?? ''} gives the code than ${raters[1] ?? ''}.` : ''} pos.: positive specific agreement, how often another rater gives the code where one does.`,
    ...methodNotes(codes),
    ...undefinedNotes(codes),
    ...thresholdNote(codes, threshold, symbols[measure]),
  ];
  return fill(
    {
      id: `${id}-${measure}-codes`,
      caption: `${label}: agreement per code, ${raters.join(', ')} (${measures[measure].title}), worst first`,
      notes,
    },
    columns,
    codes,
  );
}

function lowestPairs(pairs: readonly Comparison[]) {
  const lowest = new Map<string, { value: number; cell: ReturnType<typeof text> }>();
  for (const { raters, codes } of pairs) {
    for (const { code, value } of codes) {
      if (value === null || value >= (lowest.get(code)?.value ?? Number.POSITIVE_INFINITY)) continue;
      lowest.set(code, { value, cell: text(`${ratersLabel(raters)} ${shown(value)}`) });
    }
  }
  return new Map([...lowest].map(([code, { cell }]) => [code, cell]));
}

/** All comparisons of a round, one a row, summed up over codes. */
export function pooledTable(comparisons: readonly Comparison[], { label, id, threshold }: RoundLabel): Table {
  const several = new Set(comparisons.map(({ measure }) => measure)).size > 1;
  const interval = comparisons.find(({ pooled }) => pooled?.interval)?.pooled?.interval;
  const main = ({ pooled, mean }: Comparison): Agreement => pooled ?? mean;
  const columns: Filled<Comparison>[] = [
    left('raters', 'raters', ({ raters }) => text(ratersLabel(raters))),
    ...(several ? [left<Comparison>('measure', 'measure', ({ measure }) => text(measure))] : []),
    right('codes', 'codes', (one) => countCell(main(one).codes?.included.length ?? 0)),
    right('n', 'n', (one) => countCell(main(one).n)),
    right('po', 'mean po', (one) => numberOr(main(one).observed, 3)),
    right('pe', 'mean pe', (one) => numberOr(main(one).expected, 3), true),
    right(
      'pooled',
      'pooled κ',
      ({ pooled }) => (pooled ? coefficient(pooled) : missing('not applicable')),
      true,
    ),
    ...intervalColumns<Comparison>(levelOf(interval), ({ pooled }) => pooled?.interval),
    right('mean', 'mean of codes', ({ mean }) => coefficient(mean)),
  ];
  const pooled = comparisons.flatMap((one) => one.pooled ?? []);
  return fill(
    {
      id: `${id}-pooled`,
      caption: `${label}: agreement over all codes`,
      notes: [
        ...(pooled.length > 0
          ? ['pooled κ: one kappa from the mean po and mean pe of the codes (De Vries et al. 2008).']
          : []),
        'mean of codes: the mean of the values of the single codes, which is something else.',
        ...bandNotes(comparisons),
        ...excludedNotes(comparisons),
        ...methodNotes(pooled),
        ...poolThreshold(comparisons, threshold),
      ],
    },
    columns,
    comparisons,
  );
}

/** The pooled kappa by unit. */
export function unitsTable(
  rows: readonly { unit: string; comparisons: readonly Comparison[] }[],
  { label, id }: Pick<RoundLabel, 'label' | 'id'>,
): Table {
  const all = rows.flatMap(({ unit, comparisons }) => comparisons.map((one) => ({ unit, ...one })));
  const columns: Filled<(typeof all)[number]>[] = [
    left('unit', 'unit', ({ unit }) => text(unit)),
    left('raters', 'raters', ({ raters }) => text(ratersLabel(raters))),
    right('n', 'n', ({ pooled }) => countCell(pooled?.n ?? 0)),
    right('po', 'mean po', ({ pooled }) => numberOr(pooled?.observed, 3)),
    right('pe', 'mean pe', ({ pooled }) => numberOr(pooled?.expected, 3)),
    right('pooled', 'pooled κ', ({ pooled }) => (pooled ? coefficient(pooled) : missing('undefined'))),
    right('mean', 'mean of codes', ({ mean }) => coefficient(mean)),
  ];
  return fill(
    {
      id: `${id}-units`,
      caption: `${label}: pooled kappa by unit (exploratory)`,
      notes: [
        'Exploratory: shows how much depends on the unit. The unit to report is the one chosen beforehand, not the one with the highest value.',
        'pooled κ: De Vries et al. 2008; for more than two raters of Fleiss’ kappas, else of Cohen’s.',
      ],
    },
    columns,
    all,
  );
}

function methodNotes(results: readonly Agreement[]): string[] {
  const methods = [...new Set(results.flatMap(({ interval }) => interval?.method ?? []))];
  const shortened = [...new Set(methods.map((method) => method.replace(/, cut off at .*$/, '')))];
  return [
    ...(shortened.length > 0 ? [`Interval: ${shortened.join('; ')}.`] : []),
    ...remarksOf(results, ({ warnings }) => warnings),
  ];
}

/** Why there is no value, each reason once. */
const undefinedNotes = (codes: readonly Agreement[]): string[] =>
  remarksOf(codes, ({ value, reason }) =>
    value === null && reason !== null ? [`undefined: ${reason}`] : [],
  );

function bandNotes(comparisons: readonly Comparison[]): string[] {
  const chosen = new Set(comparisons.map(({ measure }) => measure));
  // The default, Fleiss' kappa for all and Cohen's for pairs, is told apart by the raters.
  const several =
    chosen.size > 1 && !(chosen.size === 2 && chosen.has('fleiss-kappa') && chosen.has('cohen-kappa'));
  const said = comparisons.flatMap(({ measure, raters, pooled, mean }) => {
    const scheme = schemeFor(measure);
    const band = scheme && bandOf((pooled ?? mean).value, scheme);
    const who = several ? `${ratersLabel(raters)}, ${measure}` : ratersLabel(raters);
    return band ? [{ ...band, raters: who }] : [];
  });
  const schemes = [...new Set(said.map(({ scheme }) => scheme))];
  return schemes.map((scheme) => {
    const own = said.filter((one) => one.scheme === scheme);
    const labels = [...new Set(own.map(({ label }) => label))];
    const parts = labels.map(
      (label) =>
        `${label}${labels.length > 1 ? ` (${[...new Set(own.filter((one) => one.label === label).map(({ raters }) => raters))].join(', ')})` : ''}`,
    );
    return `Band (${scheme}): ${parts.join('; ')}.`;
  });
}

/** Codes that are in no sum, with the reason; those alike in one sentence. */
function excludedNotes(comparisons: readonly Comparison[]): string[] {
  const found = new Map<string, { code: string; reason: string; sums: Set<string>; who: Set<string> }>();
  for (const { pooled, mean, raters } of comparisons) {
    for (const [sum, result] of [
      ['pooled', pooled],
      ['mean', mean],
    ] as const) {
      for (const { code, reason } of result?.codes?.excluded ?? []) {
        const key = JSON.stringify([code, reason]);
        const one = found.get(key) ?? { code, reason, sums: new Set(), who: new Set() };
        one.sums.add(sum);
        one.who.add(ratersLabel(raters));
        found.set(key, one);
      }
    }
  }
  const alike = new Map<string, string[]>();
  for (const { code, reason, sums, who } of found.values()) {
    const rest = `(${reason}) from ${[...sums].join(' and ')}; ${[...who].join(', ')}.`;
    alike.set(rest, [...(alike.get(rest) ?? []), code]);
  }
  return [...alike].map(([rest, codes]) => `Left out: ${codes.join(', ')} ${rest}`);
}

function thresholdNote(codes: readonly CodeResult[], threshold: number | null, symbol: string): string[] {
  if (threshold === null) return [];
  const below = codes.filter(({ value }) => value !== null && value < threshold).map(({ code }) => code);
  return below.length === 0
    ? [`Every ${symbol} reaches the protocol's threshold of ${threshold}.`]
    : [`Below the protocol's threshold of ${threshold}: ${below.join(', ')}.`];
}

function poolThreshold(comparisons: readonly Comparison[], threshold: number | null): string[] {
  if (threshold === null) return [];
  return comparisons.flatMap(({ raters, measure, pooled, mean }) => {
    const { value, interval } = pooled ?? mean;
    if (value === null) return [];
    const low = interval && value >= threshold && interval.low < threshold;
    return [
      `${ratersLabel(raters)} (${measure}): the protocol's threshold of ${threshold} is ${value >= threshold ? 'reached' : 'not reached'}${low ? ', though the interval goes below it' : ''}.`,
    ];
  });
}
