import type { GroupTest } from '../survey/group-tests.ts';
import type { SurveyResult } from '../survey/survey-result.ts';
import { shown } from './digits.ts';
import { intervalCells, intervalColumns } from './interval-columns.ts';
import { itemCaption, itemLabel, labelColumns, reversedNote, type SurveyShow } from './survey-tables.ts';
import { type Cell, type Column, count, missing, number, type Table, text } from './table.ts';

/** Whether groups differ, item by item: each p with the size of the difference beside it. */
export function testsTable(
  id: string,
  { by, tests }: SurveyResult,
  caveats: readonly string[],
  show: Pick<SurveyShow, 'names'> = {},
): Table {
  return {
    ...tableOf(id, tests, false, show),
    caption: `Differences between groups: ${by?.item.question ?? ''}`,
    notes: [
      ...groupsNote(tests),
      ...apartNote(by),
      ...notesOf(tests, 'over all rows'),
      ...reversedNote(tests),
      ...caveats,
    ],
  };
}

/** The same for each two groups. */
export function pairsTable(
  id: string,
  { by, pairs }: SurveyResult,
  caveats: readonly string[],
  show: Pick<SurveyShow, 'names'> = {},
): Table {
  return {
    ...tableOf(id, pairs, true, show),
    caption: `Differences between each two groups: ${by?.item.question ?? ''}`,
    notes: [...notesOf(pairs, 'over the pairs of an item'), ...reversedNote(pairs), ...caveats],
  };
}

function tableOf(
  id: string,
  tests: readonly GroupTest[],
  inPairs: boolean,
  show: Pick<SurveyShow, 'names'>,
): Omit<Table, 'caption' | 'notes'> {
  const several = tests.some(({ answer }) => answer !== null);
  return {
    id,
    columns: [
      { ...words('item', 'Item'), only: 'data' },
      ...labelColumns(),
      ...(several ? [words('answer', 'Answer')] : []),
      ...(inPairs ? [words('groups', 'Groups')] : []),
      words('test', 'Test'),
      figures('n', 'n'),
      figures('statistic', 'statistic'),
      figures('df', 'df'),
      ...probabilityColumns('p', 'p'),
      ...probabilityColumns('adjusted', 'p, Holm'),
      words('effect', 'Effect'),
      figures('size', 'size'),
      ...intervalColumns('interval', '95% interval'),
    ],
    rows: tests.map((test) => [
      text(test.item.name),
      text(itemCaption(test.item, show)),
      text(test.item.question),
      ...(several ? [test.answer === null ? missing('not applicable') : text(test.answer)] : []),
      ...(inPairs ? [text(test.groups.map(({ label }) => label).join(' and '))] : []),
      ...outcomeCells(test),
    ]),
  };
}

function outcomeCells({ outcome, groups }: GroupTest): Cell[] {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const none = missing('undefined');
  if ('reason' in outcome) {
    return [text(outcome.reason), count(n), ...Array<Cell>(11).fill(none)];
  }
  const { test, simulated, statistic, df, p, adjusted, effect } = outcome;
  return [
    text(simulated ? `${test}, simulated` : test),
    count(n),
    statistic === null ? missing('not applicable') : number(statistic, 2),
    df === null ? missing('not applicable') : count(df),
    ...probability(p),
    ...probability(adjusted),
    text(effect.name),
    number(effect.value, 2),
    ...intervalCells(effect.low, effect.high, 2, 'not applicable'),
  ];
}

const apartNote = (by: SurveyResult['by']): string[] =>
  by && by.apart.length > 0 ? [`Not compared, being outside the choice: ${by.apart.join(', ')}.`] : [];

/** Which group is the first. */
const groupsNote = ([first]: readonly GroupTest[]): string[] =>
  first ? [`Groups in this order: ${first.groups.map(({ label }) => label).join(', ')}.`] : [];

/** For people three decimals, where a smaller one says that it is; files of data have it as it is. */
const probability = (p: number): Cell[] => [p < 0.001 ? text('< .001') : number(p, 3), number(p, 3)];

const probabilityColumns = (key: string, label: string): Column[] => [
  { ...figures(`${key}-shown`, label), only: 'people' },
  { ...figures(key, label), only: 'data' },
];

function notesOf(tests: readonly GroupTest[], over: string): string[] {
  const used = new Set(
    tests.flatMap(({ outcome }) => ('reason' in outcome ? [] : [outcome.test, outcome.effect.name])),
  );
  const names = new Set(tests.map(({ groups }) => groups[0]?.label));
  const [only] = names;
  const first = names.size === 1 && only !== undefined ? JSON.stringify(only) : 'the group named first';
  const said: [string, string][] = [
    [
      'Mann-Whitney',
      'Mann and Whitney’s W of the first group, ties and continuity corrected, as R’s wilcox.test(exact = FALSE).',
    ],
    [
      'Cliff’s delta',
      `Cliff’s delta is above 0 where ${first} stands higher, from -1 to 1; its interval is Feng and Cliff’s (2004).`,
    ],
    ['Kruskal-Wallis', 'Kruskal and Wallis’s H, ties corrected; epsilon squared from 0 to 1.'],
    ['chi-square', 'Chi-square without continuity correction.'],
    [
      'Fisher exact',
      'Fisher’s exact test stands where more than a fifth of the cells expect fewer than 5, or one fewer than 1.',
    ],
    ['Cramér’s V', 'Cramér’s V from 0 to 1, not corrected for bias.'],
  ];
  return [
    ...said.flatMap(([name, words]) => (used.has(name as never) ? [words] : [])),
    ...tests.flatMap(simulatedNote),
    `P by Holm is adjusted ${over}.`,
  ];
}

/** A p that was not computed exactly says how far it may be off. */
function simulatedNote({ item, answer, groups, outcome }: GroupTest): string[] {
  if ('reason' in outcome || !outcome.simulated) return [];
  const { replicates, seed, interval } = outcome.simulated;
  const what = [itemLabel(item), ...(answer === null ? [] : [answer])].join(', ');
  const between = `${shown(interval.low, 4)} and ${shown(interval.high, 4)}`;
  return [
    `${what} (${groups.map(({ label }) => label).join(', ')}): p is simulated from ${replicates.toLocaleString('en')} tables with the same totals (seed ${seed}); the exact one lies between ${between} (99% interval).`,
  ];
}

const words = (key: string, label: string): Column => ({ key, label, align: 'left' });
const figures = (key: string, label: string): Column => ({ key, label, align: 'right' });
