import { isResult } from '../statistics/no-result.ts';
import type { ScaleResult } from '../survey/scale-result.ts';
import { intervalCells, intervalColumns } from './interval-columns.ts';
import { itemLabel } from './survey-tables.ts';
import { type Cell, type Column, count, missing, number, type Table, text } from './table.ts';

/** The reliability of scales: Cronbach's alpha and McDonald's omega with their intervals. */
export function scalesTable(id: string, results: readonly ScaleResult[]): Table {
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
      ...intervalColumns('alpha-interval', '95% interval'),
      figures('standardised', 'standardised'),
      figures('omega', 'omega'),
      ...intervalColumns('omega-interval', '95% interval'),
    ],
    rows: results.map(({ scale, items, n, incomplete, mean, sd, alpha, omega }): Cell[] => [
      text(scale.title),
      count(items.length),
      count(n),
      count(incomplete),
      value(mean),
      value(sd),
      ...(isResult(alpha)
        ? [value(alpha.raw), ...interval(alpha.interval), value(alpha.standardised)]
        : Array<Cell>(5).fill(missing('undefined'))),
      ...(isResult(omega)
        ? [value(omega.omega), ...interval(omega.interval)]
        : Array<Cell>(4).fill(missing('undefined'))),
    ]),
    notes: [
      'Of respondents who answered all items of a scale (n); incomplete ones answered some. Reversed items are turned round; mean and SD are of respondents’ means over the items.',
      'Alpha is Cronbach’s (1951), its interval Feldt’s (1965); omega is McDonald’s total of one factor by maximum likelihood, its interval by the delta method on the scale of log odds. Both suppose that the items measure one thing.',
      ...results.flatMap(({ scale, alpha, omega }) => [
        ...(isResult(alpha) ? [] : [`${scale.title}: no alpha, ${alpha.reason}.`]),
        ...(isResult(omega) ? [] : [`${scale.title}: no omega, ${omega.reason}.`]),
      ]),
    ],
  };
}

/** How each item fares in its scale. */
export function scaleItemsTable(id: string, results: readonly ScaleResult[]): Table {
  const several = results.length > 1;
  return {
    id,
    caption: several ? 'Items of scales' : `Items of the scale ${results[0]?.scale.title ?? ''}`,
    columns: [
      ...(several ? [words('scale', 'Scale')] : []),
      words('item', 'Item'),
      figures('item-rest', 'item-rest r'),
      figures('alpha-if-dropped', 'alpha without it'),
      figures('loading', 'loading'),
    ],
    rows: results.flatMap(({ scale, items, statistics, omega }) =>
      items.map((item, at): Cell[] => [
        ...(several ? [text(scale.title)] : []),
        text(itemLabel(item)),
        value(statistics[at]?.itemRest ?? null),
        value(statistics[at]?.alphaIfDropped ?? null),
        value(isResult(omega) ? (omega.loadings[at] ?? null) : null),
      ]),
    ),
    notes: [
      'Item-rest r is the correlation with the sum of the other items. Loadings are of the factor behind omega, in the units of the item.',
    ],
  };
}

const value = (one: number | null): Cell => (one === null ? missing('undefined') : number(one, 2));

const interval = ({ low, high }: { low: number; high: number }): Cell[] => intervalCells(low, high, 2);

const words = (key: string, label: string): Column => ({ key, label, align: 'left' });
const figures = (key: string, label: string): Column => ({ key, label, align: 'right' });
