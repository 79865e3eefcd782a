import type { ItemResult, Share } from '../survey/item-result.ts';
import { type Item, isChoice } from '../survey/questionnaire.ts';
import type { SurveyItem } from '../survey/survey-result.ts';
import { intervalCells, intervalColumns } from './interval-columns.ts';
import { baseNote, groupNote, scaleNote } from './survey-words.ts';
import { type Cell, type Column, count, missing, number, type Table, text } from './table.ts';
import { columnKeys, slug } from './words.ts';

/** How much is shown. */
export interface SurveyShow {
  /** Means and standard deviations of levels, which take the levels to be equally far apart. */
  mean: boolean;
}

/** Answers of one choice or of several, most given first or as declared, with shares and their intervals. */
export function choiceTable(id: string, { item, all, groups }: SurveyItem): Table {
  const grouped = groups.length > 0;
  const intervals = all.shares.some(({ low }) => low !== null);
  const rows = sortedShares(item, all).flatMap(({ share, at }): Cell[][] =>
    grouped
      ? [[text(share.label), ...[all, ...groups].flatMap((one) => shareCells(one.shares[at]))]]
      : [
          [
            text(share.label),
            count(share.count),
            percent(share.share),
            ...(intervals ? intervalOf(share) : []),
          ],
        ],
  );
  const apart = all.apart.map(({ label }, at): Cell[] => [
    text(label),
    ...[all, ...groups].flatMap((one): Cell[] => [
      count(one.apart[at]?.count ?? 0),
      missing('not applicable'),
    ]),
    ...(grouped || !intervals ? [] : intervalCells(null, null, 1, 'not applicable')),
  ]);
  return {
    id,
    caption: itemLabel(item),
    columns: grouped
      ? [words('answer', 'Answer'), ...[all, ...groups].flatMap(groupColumns)]
      : [
          words('answer', 'Answer'),
          figures('n', 'n'),
          figures('percent', '%'),
          ...(intervals ? intervalColumns('interval', '95% interval') : []),
        ],
    rows: [...rows, ...apart],
    notes: [baseNote(all), ...groups.map((one) => `${one.group}: ${baseNote(one)}`)],
  };
}

/** Likert items that share their levels: the share of each level, an item a row. */
export function levelsTable(id: string, items: readonly SurveyItem[]): Table {
  const [first] = items;
  const options = first && isChoice(first.item) ? first.item.options : [];
  const keys = columnKeys(
    options.map(({ label }) => label),
    ['item', 'group', 'n', 'apart', 'missing', 'unread', 'not-asked'],
  );
  return {
    id,
    caption: first && items.length === 1 ? itemLabel(first.item) : 'Answers on each level, %',
    columns: [
      ...itemColumns(items),
      ...options.map(({ label }, at) => figures(keys[at] ?? '', label)),
      figures('n', 'n'),
      { ...figures('apart', 'no opinion'), hiddenWhenZero: true },
      { ...figures('missing', 'missing'), hiddenWhenZero: true },
      { ...figures('unread', 'unread'), hiddenWhenZero: true },
      { ...figures('not-asked', 'not asked'), hiddenWhenZero: true },
    ],
    rows: rowsOf(items, ({ shares, base }) => [
      ...shares.map(({ share }) => percent(share)),
      count(base.answered),
      count(base.apart),
      count(base.missing),
      count(base.unread),
      count(base.notAsked),
    ]),
    notes: ['% of those who answered on the scale (n).', ...reversedNote(items), ...groupNote(items)],
  };
}

/** What sums up Likert items: median and quartiles, top and bottom levels, net, consensus, agreement. */
export function ordinalTable(id: string, items: readonly SurveyItem[], { mean }: SurveyShow): Table {
  const boxes = items[0]?.all.ordinal?.boxes ?? 2;
  return {
    id,
    caption: items.length === 1 ? 'In sum' : 'Likert items in sum',
    columns: [
      ...itemColumns(items),
      figures('n', 'n'),
      figures('median', 'median'),
      { ...figures('quartiles', 'quartiles'), only: 'people' },
      { ...figures('q1', 'lower quartile'), only: 'data' },
      { ...figures('q3', 'upper quartile'), only: 'data' },
      figures('top', boxes === 1 ? 'top, %' : `top ${boxes}, %`),
      figures('bottom', boxes === 1 ? 'bottom, %' : `bottom ${boxes}, %`),
      figures('net', 'net'),
      figures('consensus', 'consensus'),
      figures('agreement', 'A'),
      ...(mean ? [figures('mean', 'mean'), figures('sd', 'SD')] : []),
    ],
    rows: rowsOf(items, ({ ordinal, base }) => [
      count(base.answered),
      plain(ordinal?.median),
      ordinal?.q1 == null || ordinal.q3 === null
        ? missing('undefined')
        : text(`${short(ordinal.q1)}–${short(ordinal.q3)}`),
      measured(ordinal?.q1),
      measured(ordinal?.q3),
      percent(ordinal?.top.share ?? null),
      percent(ordinal?.bottom.share ?? null),
      measured(ordinal?.net),
      measured(ordinal?.consensus),
      measured(ordinal?.agreement),
      ...(mean ? [measured(ordinal?.mean), measured(ordinal?.sd)] : []),
    ]),
    notes: [...scaleNote(items, mean), ...reversedNote(items)],
  };
}

/** Numbers: their middle and their spread. */
export function numbersTable(id: string, items: readonly SurveyItem[], { mean }: SurveyShow): Table {
  const parts = ['min', 'q1', 'median', 'q3', 'max'] as const;
  const labels = {
    min: 'least',
    q1: 'lower quartile',
    median: 'median',
    q3: 'upper quartile',
    max: 'greatest',
  };
  return {
    id,
    caption: items.length === 1 ? (items[0]?.item.question ?? '') : 'Numbers',
    columns: [
      ...itemColumns(items),
      figures('n', 'n'),
      ...parts.map((part) => figures(part, labels[part])),
      ...(mean ? [figures('mean', 'mean'), figures('sd', 'SD')] : []),
      { ...figures('missing', 'missing'), hiddenWhenZero: true },
      { ...figures('unread', 'unread'), hiddenWhenZero: true },
      { ...figures('not-asked', 'not asked'), hiddenWhenZero: true },
    ],
    rows: rowsOf(items, ({ numbers, base }) => [
      count(base.answered),
      ...parts.map((part) => plain(numbers?.[part])),
      ...(mean ? [measured(numbers?.mean), measured(numbers?.sd)] : []),
      count(base.missing),
      count(base.unread),
      count(base.notAsked),
    ]),
    notes: ['Quartiles by R-7.', ...groupNote(items)],
  };
}

/** Open questions: how many wrote something. */
export function openTable(id: string, items: readonly SurveyItem[]): Table {
  return {
    id,
    caption: items.length === 1 ? (items[0]?.item.question ?? '') : 'Open questions',
    columns: [
      ...itemColumns(items),
      figures('n', 'answered'),
      figures('missing', 'missing'),
      { ...figures('not-asked', 'not asked'), hiddenWhenZero: true },
    ],
    rows: rowsOf(items, ({ base }) => [count(base.answered), count(base.missing), count(base.notAsked)]),
    notes: groupNote(items),
  };
}

/** Several answers, as ticked, come most given first; one answer in the order of the questionnaire. */
export function sortedShares(item: Item, { shares }: ItemResult): { share: Share; at: number }[] {
  const all = shares.map((share, at) => ({ share, at }));
  return item.type === 'multi' ? all.sort((a, b) => b.share.count - a.share.count || a.at - b.at) : all;
}

/** An item a row, or below it a row for each group. */
function rowsOf(items: readonly SurveyItem[], cells: (one: ItemResult) => Cell[]): Cell[][] {
  return items.flatMap(({ item, all, groups }) =>
    [all, ...groups].map((one) => [
      ...(items.length > 1 ? [text(itemLabel(item))] : []),
      ...(hasGroups(items) ? [text(one.group ?? 'all')] : []),
      ...cells(one),
    ]),
  );
}

const itemColumns = (items: readonly SurveyItem[]): Column[] => [
  ...(items.length > 1 ? [words('item', 'Item')] : []),
  ...(hasGroups(items) ? [words('group', 'Group')] : []),
];

const hasGroups = (items: readonly SurveyItem[]): boolean => items.some(({ groups }) => groups.length > 0);

/** The question; reversed items are marked. */
export const itemLabel = (item: Item): string =>
  isChoice(item) && item.reversed ? `${item.question} (R)` : item.question;

export const reversedNote = (items: readonly SurveyItem[]): string[] =>
  items.some(({ item }) => isChoice(item) && item.reversed)
    ? [
        '(R) marks a reversed item; it is shown as it was answered, and turned round only where scales are added up.',
      ]
    : [];

/** For people one column a group, which says how many answered; a file has the counts too. */
const groupColumns = ({ group, base }: ItemResult): Column[] => {
  const key = group === null ? 'all' : slug(group) || 'group';
  return [
    { ...figures(`${key}-count`, `${group ?? 'all'}, count`), only: 'data' },
    figures(`${key}-percent`, `${group ?? 'all'} (n = ${base.answered})`),
  ];
};

const shareCells = (share: Share | undefined): Cell[] => [
  count(share?.count ?? 0),
  percent(share?.share ?? null),
];

export const percent = (share: number | null): Cell =>
  share === null ? missing('undefined') : number(share * 100, 1);

const intervalOf = ({ low, high }: Share): Cell[] =>
  intervalCells(low === null ? null : low * 100, high === null ? null : high * 100, 1);

const measured = (value: number | null | undefined): Cell =>
  value === null || value === undefined ? missing('undefined') : number(value, 2);

const plain = (value: number | null | undefined): Cell =>
  value === null || value === undefined ? missing('undefined') : text(short(value));

/** A number with as many decimals as it needs, two at most. */
export const short = (value: number): string => String(Number(value.toFixed(2)));

const words = (key: string, label: string): Column => ({ key, label, align: 'left' });
const figures = (key: string, label: string): Column => ({ key, label, align: 'right' });
