import { type ChoiceItem, isChoice } from '../survey/questionnaire.ts';
import type { SurveyItem, SurveyResult } from '../survey/survey-result.ts';
import { crosstabFigure } from './crosstab-figure.ts';
import type { Figure } from './figure.ts';
import { likertFigure } from './likert-figure.ts';
import { shareFigure } from './share-figure.ts';
import type { LikertAnswers } from './survey-figures.ts';
import { isReversed, itemLabel, reversedNote, sortedShares } from './survey-tables.ts';
import { baseNote } from './survey-words.ts';
import { unstopped } from './words.ts';

/** More panels, rows or columns than this are no picture that anybody reads. */
const MOST_PANELS = 12;
const MOST_ROWS = 60;

/**
 * The picture of a survey's result: bars of shares for one choice or several answers, stacked bars about the middle for
 * Likert items of one scale; a panel a group. A cross-table as a heat map where it is asked for. It is of the first item that
 * can be drawn, and says which are left out; where there is none, why.
 */
export function surveyFigure(id: string, result: SurveyResult, asHeatMap: boolean): Figure | NoFigure {
  const by = result.by?.item.question ?? '';
  const first = result.items.find(({ item }) => (asHeatMap ? isChoice(item) : drawn.includes(item.type)));
  if (asHeatMap && !result.by) return { whyNot: 'a heat map needs groups: name an item in "by"' };
  if (!first)
    return {
      whyNot: asHeatMap
        ? 'a heat map is of an item with one answer each, "single" or "likert"'
        : 'a figure is of items of the types likert, single and multi, and numbers and open questions stand in tables',
    };
  if (first.groups.length > MOST_PANELS)
    return {
      whyNot: `it has ${first.groups.length} groups, and more than ${MOST_PANELS} panels are not to be read`,
    };
  const together =
    first.item.type === 'likert' && !asHeatMap
      ? result.items.filter((one) => sameLevels(one, first))
      : [first];
  const rows = first.item.type === 'likert' ? together.length : first.all.shares.length;
  if (!asHeatMap && rows > MOST_ROWS)
    return { whyNot: `it has ${rows} rows, and more than ${MOST_ROWS} are not to be read` };
  const figure = asHeatMap
    ? heatMap(id, first, by)
    : first.item.type === 'likert'
      ? likertBars(id, together, by)
      : shareBars(id, first, by);
  const others = result.items.filter((one) => !together.includes(one));
  return { ...figure, notes: [...figure.notes, ...leftOutNote(others)] };
}

/** Why a result has no figure. */
export interface NoFigure {
  whyNot: string;
}

const drawn: readonly string[] = ['likert', 'single', 'multi'];

/** One figure has items of one kind and scale; a reader has to know what else was asked for. */
const leftOutNote = (others: readonly SurveyItem[]): string[] =>
  others.length === 0
    ? []
    : [
        `Not in this figure, which has room for one kind of item: ${others.map(({ item }) => unstopped(item.question)).join('; ')}.`,
      ];

function shareBars(id: string, { item, all, groups }: SurveyItem, by: string): Figure {
  const sorted = sortedShares(item, all);
  const shown = groups.length > 0 ? groups : [all];
  return shareFigure(
    {
      id,
      caption: item.question,
      notes: shown.map((each) => (each.group === null ? baseNote(each) : `${each.group}: ${baseNote(each)}`)),
      rows: sorted.map(({ share }) => share.label),
      panels: shown.map(({ group, shares, base }) => ({
        label: group ?? '',
        shares: sorted.map(({ at }) => ({
          count: shares[at]?.count ?? 0,
          of: base.answered,
          low: shares[at]?.low ?? null,
          high: shares[at]?.high ?? null,
        })),
      })),
      axis: item.type === 'multi' ? 'percent of respondents; several answers each' : 'percent of respondents',
      by: groups.length > 0 ? by : undefined,
      interval: all.shares.some(({ low }) => low !== null) ? '95% Wilson interval' : null,
    },
    { row: 'Answer', panel: by },
  );
}

/** Items side by side from the most agreed with to the least, as they were answered. */
function likertBars(id: string, items: readonly SurveyItem[], by: string): Figure {
  const sorted = [...items].sort((a, b) => (b.all.ordinal?.net ?? -2) - (a.all.ordinal?.net ?? -2));
  const [first] = sorted;
  if (!first || !isChoice(first.item)) throw new TypeError('Likert bars are of Likert items');
  const { options, midpoint, apart } = first.item;
  const middle = midpoint ?? (options.length - 1) / 2;
  const labels = options.map(({ label }) => label);
  const panels = first.groups.length > 0 ? first.groups.map((_, at) => at) : [null];
  return likertFigure(
    {
      id,
      caption: sorted.length === 1 ? itemLabel(first.item) : 'Answers on each level',
      notes: [
        'Percentages are of those who answered on the scale.',
        ...(sorted.length > 1
          ? ['Items are sorted by net: the share above the middle less the share below it.']
          : []),
        ...reversedNote(sorted),
      ],
      levels: labels.map((label, at) => ({
        label,
        side: at < middle ? 'disagree' : at > middle ? 'agree' : 'neutral',
      })),
      apart: apart.length === 0 ? null : apart.length === 1 ? (apart[0]?.label ?? null) : 'no opinion',
      rows: sorted.map(({ item }) => ({ label: itemLabel(item), reversed: false })),
      panels: panels.map((at) => ({
        label: at === null ? '' : (first.groups[at]?.group ?? ''),
        answers: sorted.map((one): LikertAnswers => {
          const shown = at === null ? one.all : one.groups[at];
          return { counts: shown?.shares.map(({ count }) => count) ?? [], apart: shown?.base.apart ?? 0 };
        }),
      })),
      by: first.groups.length > 0 ? by : undefined,
      ends: endsOf(labels, middle),
      mark: sorted.some(({ item }) => isReversed(item))
        ? '(−) speaks against the scale: shown as answered'
        : undefined,
    },
    { row: 'Item', panel: by },
  );
}

/** What the two directions are called: by their levels, where there are two at most, for the sums are of all of them. */
function endsOf(labels: readonly string[], middle: number): { left: string; right: string } {
  const below = labels.filter((_, at) => at < middle);
  const above = labels.filter((_, at) => at > middle);
  const side = (some: readonly string[], which: string): string =>
    some.length <= 2 ? some.join(' or ') : `${which} ${some.length} levels`;
  return { left: side(below, 'lowest'), right: side(above, 'highest') };
}

function heatMap(id: string, { item, all, groups }: SurveyItem, by: string): Figure {
  return crosstabFigure({
    id,
    caption: `${itemLabel(item)} by ${by}`,
    notes: reversedNote([{ item }]),
    down: { title: by, labels: groups.map(({ group }) => group ?? '') },
    across: { title: item.question, labels: all.shares.map(({ label }) => label) },
    counts: groups.map(({ shares }) => shares.map(({ count }) => count)),
    residuals: null,
  });
}

/** True for Likert items whose levels, middle and answers apart are the same. */
export function sameLevels(a: SurveyItem, b: SurveyItem): boolean {
  if (!isChoice(a.item) || !isChoice(b.item)) return false;
  return a.item.type === b.item.type && levelsKey(a.item) === levelsKey(b.item);
}

const levelsKey = ({ options, midpoint, apart }: ChoiceItem): string =>
  JSON.stringify([options, midpoint, apart]);
