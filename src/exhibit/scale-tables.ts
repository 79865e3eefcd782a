import { isResult } from '../statistics/no-result.ts';
import type { DescribedScale } from '../survey/described-scale.ts';
import type { Item } from '../survey/questionnaire.ts';
import { intervalCells, intervalColumns } from './interval-columns.ts';
import { isReversed, labelColumns, type SurveyShow } from './survey-tables.ts';
import { type Cell, type Column, count, missing, number, type Table, text } from './table.ts';

/** The reliability of scales: Cronbach's alpha and McDonald's omega with their intervals. */
export function scalesTable(id: string, results: readonly DescribedScale[]): Table {
  const intervals = results.some(
    ({ alpha, omega }) =>
      (isResult(alpha) && alpha.interval !== null) || (isResult(omega) && omega.interval !== null),
  );
  return {
    id,
    caption: 'Reliability of scales',
    columns: [
      words('scale', 'Scale'),
      figures('items', 'items'),
      figures('n', 'n'),
      figures('incomplete', 'incomplete'),
      figures('mean', 'mean'),
      figures('sd', 'SD'),
      figures('alpha', 'alpha'),
      ...(intervals ? intervalColumns('alpha-interval', '95% interval') : []),
      figures('standardised', 'standardised'),
      figures('omega', 'omega'),
      ...(intervals ? intervalColumns('omega-interval', '95% interval') : []),
    ],
    rows: results.map(({ scale, items, n, incomplete, mean, sd, alpha, omega }): Cell[] => [
      text(scale.title),
      count(items.length),
      count(n),
      count(incomplete),
      value(mean),
      value(sd),
      ...(isResult(alpha)
        ? [value(alpha.raw), ...(intervals ? interval(alpha.interval) : []), value(alpha.standardised)]
        : Array<Cell>(intervals ? 5 : 2).fill(missing('undefined'))),
      ...(isResult(omega)
        ? [value(omega.omega), ...(intervals ? interval(omega.interval) : [])]
        : Array<Cell>(intervals ? 4 : 1).fill(missing('undefined'))),
    ]),
    notes: [
      'Of respondents who answered all items of a scale (n); incomplete ones answered some. Reversed items are turned round; mean and SD are of respondents’ means over the items.',
      intervals
        ? 'Alpha is Cronbach’s (1951), its interval Feldt’s (1965); omega is McDonald’s total of one factor by maximum likelihood, its interval by the delta method on the scale of log odds. Both suppose that the items measure one thing.'
        : 'Alpha is Cronbach’s (1951); omega is McDonald’s total of one factor by maximum likelihood. Both suppose that the items measure one thing.',
      ...results.flatMap(({ scale, alpha, omega }) => [
        ...(isResult(alpha) ? [] : [`${scale.title}: no alpha, ${alpha.reason}.`]),
        ...(isResult(omega) ? [] : [`${scale.title}: no omega, ${omega.reason}.`]),
      ]),
    ],
  };
}

/** How each item fares in its scale. */
export function scaleItemsTable(
  id: string,
  results: readonly DescribedScale[],
  { names }: Pick<SurveyShow, 'names'> = {},
): Table {
  const several = results.length > 1;
  return {
    id,
    caption: several ? 'Items of scales' : `Items of the scale ${results[0]?.scale.title ?? ''}`,
    columns: [
      ...(several ? [words('scale', 'Scale')] : []),
      { ...words('item', 'Item'), only: 'data' },
      ...labelColumns(),
      figures('item-rest', 'item-rest r'),
      figures('alpha-if-dropped', 'alpha without it'),
      figures('loading', 'loading'),
    ],
    rows: results.flatMap(({ scale, items, statistics, omega }) =>
      items.map((item, at): Cell[] => [
        ...(several ? [text(scale.title)] : []),
        text(item.name),
        text(label(item, names)),
        text(item.question),
        value(statistics[at]?.itemRest ?? null),
        value(statistics[at]?.alphaIfDropped ?? null),
        value(isResult(omega) ? (omega.loadings[at] ?? null) : null),
      ]),
    ),
    notes: [
      'Item-rest r is the correlation with the sum of the other items. Loadings are of the factor behind omega, in the units of the item.',
      ...(results.some(({ items }) => items.some(isReversed))
        ? ['(R) reverse-keyed: answers turned round.']
        : []),
    ],
  };
}

/** Where scales are added up, answers to reversed items are turned round. */
const label = (item: Item, names: boolean | undefined): string =>
  `${names && item.name !== item.question ? `${item.name}: ` : ''}${item.question}${isReversed(item) ? ' (R)' : ''}`;

const value = (one: number | null): Cell => (one === null ? missing('undefined') : number(one, 2));

const interval = (limits: { low: number; high: number } | null): Cell[] =>
  intervalCells(limits?.low ?? null, limits?.high ?? null, 2);

const words = (key: string, label: string): Column => ({ key, label, align: 'left' });
const figures = (key: string, label: string): Column => ({ key, label, align: 'right' });
