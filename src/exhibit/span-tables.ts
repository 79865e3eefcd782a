import type { SpanAgreement } from '../agreement/spans/span-agreement.ts';
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
  right,
} from './agreement-cells.ts';
import { nameOfCoefficient } from './span-words.ts';
import { type Cell, count, missing, number, type Table, text } from './table.ts';
import { capitalised, slug } from './words.ts';

/** What the results of several groups of raters, or of one, are called, and what goes for all of them. */
export interface SpansLabel {
  id: string;
  caption: string;
  notes?: readonly string[];
}

/** Results on spans, one a row; with `notes`, also what values of such measures mean. */
export function spansTable({ id, caption, notes }: SpansLabel, results: readonly SpanAgreement[]): Table {
  const interval = results.find((one) => one.interval)?.interval;
  const several = new Set(results.map(({ raters }) => ratersLabel(raters))).size > 1;
  const columns: Filled<SpanAgreement>[] = [
    left('code', 'code', ({ code }) => (code === undefined ? missing('not applicable') : text(code)), true),
    {
      ...left<SpanAgreement>('name', 'measure', ({ measure }) => text(nameOfCoefficient(measure))),
      column: { key: 'name', label: 'measure', align: 'left', only: 'people' },
    },
    {
      ...left<SpanAgreement>('measure', 'measure', ({ measure }) => text(measure)),
      column: { key: 'measure', label: 'measure', align: 'left', only: 'data' },
    },
    {
      ...left<SpanAgreement>('raters', 'raters', ({ raters }) => text(ratersOf(raters))),
      column: { key: 'raters', label: 'raters', align: 'left', ...(!several && { only: 'data' as const }) },
    },
    right('value', 'value', coefficient),
    ...intervalColumns<SpanAgreement>(levelOf(interval), (one) => one.interval),
    right('observed', 'obs.', ({ observed }) => smallNumber(observed), true),
    right('expected', 'exp.', ({ expected }) => smallNumber(expected), true),
    right('spans', 'spans', ({ spans }) => countCell(spans)),
    right('documents', 'docs', ({ documents }) => countCell(documents)),
    ...detailColumns(results),
  ];
  return fill(
    { id, caption, notes: [...(notes ? [...notes, ...meaningOf(results)] : []), ...doubtsOf(results)] },
    columns,
    results,
  );
}

/** What is behind the values, for people: a CSV file has it in columns. */
export function spansDetails({ id, caption }: SpansLabel, results: readonly SpanAgreement[]): Table {
  const several = new Set(results.map(({ raters }) => ratersLabel(raters))).size > 1;
  const columns: Filled<SpanAgreement>[] = [
    left('code', 'code', ({ code }) => (code === undefined ? missing('not applicable') : text(code)), true),
    left('measure', 'measure', ({ measure }) => text(nameOfCoefficient(measure))),
    left(
      'raters',
      'raters',
      ({ raters }) => (several ? text(ratersOf(raters)) : missing('not applicable')),
      true,
    ),
    left('details', 'in detail', (one) =>
      text(
        Object.entries(one.details)
          .map(([key, value]) => `${detailName(key)} ${digits(value)}`)
          .join(', '),
      ),
    ),
  ];
  const behind = results.filter(({ details }) => Object.keys(details).length > 0);
  return fill({ id, caption, notes: [] }, columns, behind);
}

/** alpha_U's disagreements are of squared lengths over the squared whole: three digits would be 0. */
function smallNumber(value: number | null): Cell {
  if (value === null || value === 0 || Math.abs(value) >= 0.01) return numberOr(value, 3);
  return number(value, Math.min(8, 2 - Math.floor(Math.log10(Math.abs(value)))));
}

const ratersOf = (raters: readonly string[]): string =>
  raters.length <= 3 ? ratersLabel(raters) : `all ${raters.length}`;

const detailNames: Readonly<Record<string, string>> = {
  samples: 'random continua',
  'relative error': 'error of the expected disorder',
};

const detailName = (key: string): string => detailNames[key] ?? key;

const digits = (value: number): string =>
  Number.isInteger(value)
    ? String(value)
    : Math.abs(value) < 0.0005
      ? value.toExponential(1)
      : value.toFixed(3);

function detailColumns(results: readonly SpanAgreement[]): Filled<SpanAgreement>[] {
  const names = new Set(results.flatMap((one) => Object.keys(one.details).map((key) => detailName(key))));
  return [...names].map((name) => {
    const cell = (one: SpanAgreement) => {
      const found = Object.entries(one.details).find(([key]) => detailName(key) === name)?.[1];
      if (found === undefined) return missing('not applicable');
      return Number.isInteger(found) ? count(found) : number(found, 3);
    };
    return {
      ...right<SpanAgreement>(slug(name), name, cell),
      column: { key: slug(name), label: name, align: 'right', only: 'data' },
    };
  });
}

function meaningOf(results: readonly SpanAgreement[]): string[] {
  const has = (...measures: string[]): boolean => results.some(({ measure }) => measures.includes(measure));
  return [
    ...(results.some(({ observed }) => observed !== null)
      ? [
          `obs., exp.: ${has('gamma', 'gamma-cat', 'gamma-k') ? (has('u-alpha', 'alpha-u') ? 'disagreement, of gamma disorder,' : 'disorder,') : 'disagreement,'} found and by chance; the value is 1 − obs. / exp.`,
        ]
      : []),
    ...(has('u-alpha')
      ? [
          'u-alpha is that of Krippendorff, Mathet, Bouvry and Widlöcher (2016); the alpha_U of 1995 is another measure and gives other numbers.',
        ]
      : []),
    ...(has('alpha-u')
      ? [
          'alpha_U is that of Krippendorff (1995, 2004); the u-alpha of 2016 is another measure and gives other numbers.',
        ]
      : []),
    ...(has('span-f1-exact')
      ? [
          'F1 takes no chance off. Precision and recall take the first rater of each pair as what should be found.',
        ]
      : []),
  ];
}

function doubtsOf(results: readonly SpanAgreement[]): string[] {
  return [
    ...remarksOn(results, ({ interval }) => (interval ? [`Interval: ${interval.method}.`] : [])),
    ...remarksOn(
      results,
      ({ value, reason }) => (value === null && reason !== null ? [`no value: ${reason}`] : []),
      results.length,
    ),
    ...remarksOn(results, ({ warnings }) => warnings),
  ];
}

/** Each remark once, after the measures that it is about unless it is about all of them. */
function remarksOn(
  results: readonly SpanAgreement[],
  remarks: (one: SpanAgreement) => readonly string[],
  all = results.filter(({ value }) => value !== null).length,
): string[] {
  const about = new Map<string, SpanAgreement[]>();
  for (const one of results) {
    for (const remark of remarks(one)) about.set(remark, [...(about.get(remark) ?? []), one]);
  }
  return [...about].map(([remark, own]) => {
    const end = /[.!?]$/.test(remark) ? '' : '.';
    if (own.length >= all) return `${capitalised(remark)}${end}`;
    return `${namedIn(own, results)}: ${remark}${end}`;
  });
}

/** Measures by name, each with the codes or raters of its rows unless they are all there are. */
function namedIn(some: readonly SpanAgreement[], all: readonly SpanAgreement[]): string {
  const measures = [...new Set(some.map(({ measure }) => measure))];
  const named = measures.map((measure) => {
    const own = some.filter((one) => one.measure === measure);
    if (own.length === all.filter((one) => one.measure === measure).length) return measure;
    const rows = own.map(({ code, raters }) => [code, ratersOf(raters)].filter(Boolean).join(' '));
    const codes = new Set(own.map(({ code }) => code ?? ''));
    const isOneGroup = new Set(all.map(({ raters }) => ratersOf(raters))).size === 1;
    return `${measure} (${(isOneGroup ? [...codes] : rows).join(', ')})`;
  });
  return named.join(', ');
}

/** Measure by measure, and group of raters by group. */
export function worstFirst(results: readonly SpanAgreement[]): SpanAgreement[] {
  const groups = new Map<string, SpanAgreement[]>();
  for (const one of results) {
    const key = JSON.stringify([one.measure, one.raters]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((own) =>
    own.toSorted((a, b) => (a.value ?? Infinity) - (b.value ?? Infinity)),
  );
}
