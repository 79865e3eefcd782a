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
  /** Names of items beside their questions, for whoever has to type them. */
  names?: boolean | undefined;
}

/** Answers of one choice or of several, most given first or as declared, with shares and their intervals. */
export function choiceTable(id: string, { item, all, groups }: SurveyItem, show: SurveyShow): Table {
  const grouped = groups.length > 0;
  const intervals = all.shares.some(({ low }) => low !== null);
  const rows = sortedShares(item, all).flatMap(({ share, at }): Cell[][] =>
    grouped
      ? [
          [
            text(item.name),
            text(share.label),
            ...[all, ...groups].flatMap((one) => shareCells(one.shares[at])),
          ],
        ]
      : [
          [
            text(item.name),
            text(share.label),
            count(share.count),
            percent(share.share),
            ...(intervals ? intervalOf(share) : []),
          ],
        ],
  );
  const apart = all.apart.map(({ label }, at): Cell[] => [
    text(item.name),
    text(label),
    ...[all, ...groups].flatMap((one): Cell[] => [
      count(one.apart[at]?.count ?? 0),
      missing('not applicable'),
    ]),
    ...(grouped || !intervals ? [] : intervalCells(null, null, 1, 'not applicable')),
  ]);
  return {
    id,
    caption: itemCaption(item, show),
    columns: grouped
      ? [nameColumn, words('answer', 'Answer'), ...[all, ...groups].flatMap(groupColumns)]
      : [
          nameColumn,
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
export function levelsTable(id: string, items: readonly SurveyItem[], show: SurveyShow): Table {
  const [first] = items;
  const options = first && isChoice(first.item) ? first.item.options : [];
  const keys = columnKeys(
    options.map(({ label }) => label),
    ['item', 'question', 'group', 'n', 'apart', 'missing', 'unread', 'not-asked'],
  );
  return {
    id,
    caption: first && items.length === 1 ? itemCaption(first.item, show) : 'Answers on each level, %',
    columns: [
      ...itemColumns(items),
      ...options.map(({ label }, at) => figures(keys[at] ?? '', label)),
      figures('n', 'n'),
      { ...figures('apart', 'no opinion'), hiddenWhenZero: true },
      { ...figures('missing', 'missing'), hiddenWhenZero: true },
      { ...figures('unread', 'unread'), hiddenWhenZero: true },
      { ...figures('not-asked', 'not asked'), hiddenWhenZero: true },
    ],
    rows: rowsOf(items, show, ({ shares, base }) => [
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
export function ordinalTable(id: string, items: readonly SurveyItem[], show: SurveyShow): Table {
  const { mean } = show;
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
    rows: rowsOf(items, show, ({ ordinal, base }) => [
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
export function numbersTable(id: string, items: readonly SurveyItem[], show: SurveyShow): Table {
  const { mean } = show;
  const [first] = items;
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
    caption: first && items.length === 1 ? itemCaption(first.item, show) : 'Numbers',
    columns: [
      ...itemColumns(items),
      figures('n', 'n'),
      ...parts.map((part) => figures(part, labels[part])),
      ...(mean ? [figures('mean', 'mean'), figures('sd', 'SD')] : []),
      { ...figures('missing', 'missing'), hiddenWhenZero: true },
      { ...figures('unread', 'unread'), hiddenWhenZero: true },
      { ...figures('not-asked', 'not asked'), hiddenWhenZero: true },
    ],
    rows: rowsOf(items, show, ({ numbers, base }) => [
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
export function openTable(id: string, items: readonly SurveyItem[], show: SurveyShow): Table {
  const [first] = items;
  return {
    id,
    caption: first && items.length === 1 ? itemCaption(first.item, show) : 'Open questions',
    columns: [
      ...itemColumns(items),
      figures('n', 'answered'),
      figures('missing', 'missing'),
      { ...figures('not-asked', 'not asked'), hiddenWhenZero: true },
    ],
    rows: rowsOf(items, show, ({ base }) => [
      count(base.answered),
      count(base.missing),
      count(base.notAsked),
    ]),
    notes: groupNote(items),
  };
}

/** Several answers, as ticked, come most given first; one answer in the order of the questionnaire. */
export function sortedShares(item: Item, { shares }: ItemResult): { share: Share; at: number }[] {
  const all = shares.map((share, at) => ({ share, at }));
  return item.type === 'multi' ? all.sort((a, b) => b.share.count - a.share.count || a.at - b.at) : all;
}

/** An item a row, or below it a row for each group. */
function rowsOf(
  items: readonly SurveyItem[],
  show: SurveyShow,
  cells: (one: ItemResult) => Cell[],
): Cell[][] {
  return items.flatMap(({ item, all, groups }) =>
    [all, ...groups].map((one) => [
      text(item.name),
      ...(items.length > 1 ? [text(itemCaption(item, show)), text(item.question)] : []),
      ...(hasGroups(items) ? [text(one.group ?? 'all')] : []),
      ...cells(one),
    ]),
  );
}

/** In a file of data each row says which item it is of: two items may have one question. */
const nameColumn: Column = { ...words('item', 'Item'), only: 'data' };

/** The item of a row: for people its label, in a file its name and its question. */
export const labelColumns = (): Column[] => [
  { ...words('item-shown', 'Item'), only: 'people' },
  { ...words('question', 'Question'), only: 'data' },
];

const itemColumns = (items: readonly SurveyItem[]): Column[] => [
  nameColumn,
  ...(items.length > 1 ? labelColumns() : []),
  ...(hasGroups(items) ? [words('group', 'Group')] : []),
];

const hasGroups = (items: readonly SurveyItem[]): boolean => items.some(({ groups }) => groups.length > 0);

/**
 * The question; items that are reversed are marked with a minus, for here their answers stand as they were given. (R)
 * marks answers that were turned round.
 */
export const itemLabel = (item: Item): string => (isReversed(item) ? `${item.question} (−)` : item.question);

/** The same behind the item's name, where that is wanted and is not said by the question. */
export const itemCaption = (item: Item, { names }: Pick<SurveyShow, 'names'>): string =>
  names && item.name !== item.question ? `${item.name}: ${itemLabel(item)}` : itemLabel(item);

export const isReversed = (item: Item): boolean => isChoice(item) && item.reversed;

/** Stands wherever such an item is shown. */
export const reversedNote = (items: readonly { item: Item }[]): string[] =>
  items.some(({ item }) => isReversed(item))
    ? [
        '(−) marks an item that speaks against what its scale is about; its answers are shown as they were given, and turned round only where scales are added up.',
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

const figures = (key: string, label: string): Column => ({ key, label, align: 'right' });

function words(key: string, label: string): Column {
  return { key, label, align: 'left' };
}
