import { type ChoiceItem, isChoice } from '../survey/questionnaire.ts';
import type { SurveyResult } from '../survey/survey-result.ts';
import type { Figure } from './figure.ts';
import type { LikertAnswers } from './survey-figures.ts';
import { choiceTable, itemLabel, levelsTable, type SurveyItem, sortedShares } from './survey-tables.ts';
import { baseNote } from './survey-words.ts';

/** More panels, rows or columns than this are no picture that anybody reads. */
const MOST_PANELS = 12;
const MOST_ROWS = 60;

/**
 * The picture of a survey's result: bars of shares for one choice or several answers, stacked bars about the middle for
 * Likert items of one scale; a panel a group. A cross-table as a heat map where it is asked for. Null where there is none.
 */
export function surveyFigure(id: string, result: SurveyResult, asHeatMap: boolean): Figure | null {
  const [first] = result.items;
  if (!first || first.groups.length > MOST_PANELS) return null;
  if (asHeatMap)
    return result.by && isChoice(first.item) ? heatMap(id, first, result.by.item.question) : null;
  if (first.item.type === 'likert')
    return likertBars(
      id,
      result.items.filter((one) => sameLevels(one, first)),
    );
  if (first.all.shares.length === 0 || first.all.shares.length > MOST_ROWS) return null;
  return shareBars(id, first);
}

function shareBars(id: string, one: SurveyItem): Figure {
  const { item, all, groups } = one;
  const sorted = sortedShares(item, all);
  const shown = groups.length > 0 ? groups : [all];
  return {
    kind: 'share-bars',
    id,
    caption: item.question,
    description: `Bars with the share of each answer${groups.length > 0 ? ', in a panel for each group' : ''}.`,
    notes: shown.map((each) => (each.group === null ? baseNote(each) : `${each.group}: ${baseNote(each)}`)),
    data: choiceTable(id, one),
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
    interval: '95% Wilson interval',
  };
}

/** Items side by side from the most agreed with to the least, as they were answered. */
function likertBars(id: string, items: readonly SurveyItem[]): Figure | null {
  const sorted = [...items].sort((a, b) => (b.all.ordinal?.net ?? -2) - (a.all.ordinal?.net ?? -2));
  const [first] = sorted;
  if (!first || !isChoice(first.item) || sorted.length > MOST_ROWS) return null;
  const { options, midpoint, apart } = first.item;
  const middle = midpoint ?? (options.length - 1) / 2;
  const panels = first.groups.length > 0 ? first.groups.map((_, at) => at) : [null];
  const labels = options.map(({ label }) => label);
  return {
    kind: 'likert-bars',
    id,
    caption: sorted.length === 1 ? first.item.question : 'Answers on each level',
    description: 'Stacked bars about a centre line: lower levels to the left, higher ones to the right.',
    notes: ['Percentages are of those who answered on the scale; items are sorted by net.'].slice(
      0,
      sorted.length > 1 ? 1 : 0,
    ),
    data: levelsTable(id, sorted),
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
    ends: { left: labels[0] ?? '', right: labels.at(-1) ?? '' },
  };
}

function heatMap(id: string, one: SurveyItem, by: string): Figure {
  const { item, all, groups } = one;
  return {
    kind: 'heat-map',
    id,
    caption: `${item.question}, by: ${by}`,
    description:
      'A table with a row for each group and a column for each answer; darker cells hold a larger share of the row.',
    notes: [],
    data: choiceTable(id, one),
    down: { title: by, labels: groups.map(({ group }) => group ?? '') },
    across: { title: item.question, labels: all.shares.map(({ label }) => label) },
    counts: groups.map(({ shares }) => shares.map(({ count }) => count)),
    residuals: null,
  };
}

/** True for Likert items whose levels, middle and answers apart are the same. */
export function sameLevels(a: SurveyItem, b: SurveyItem): boolean {
  if (!isChoice(a.item) || !isChoice(b.item)) return false;
  return a.item.type === b.item.type && levelsKey(a.item) === levelsKey(b.item);
}

const levelsKey = ({ options, midpoint, apart }: ChoiceItem): string =>
  JSON.stringify([options, midpoint, apart]);
