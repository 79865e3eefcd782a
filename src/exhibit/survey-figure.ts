import { type ChoiceItem, isChoice } from '../survey/questionnaire.ts';
import type { SurveyItem, SurveyResult } from '../survey/survey-result.ts';
import { crosstabFigure } from './crosstab-figure.ts';
import type { Figure } from './figure.ts';
import { likertFigure } from './likert-figure.ts';
import { shareFigure } from './share-figure.ts';
import type { LikertAnswers } from './survey-figures.ts';
import { itemLabel, reversedNote, sortedShares } from './survey-tables.ts';
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
  const by = result.by?.item.question ?? '';
  if (!first || first.groups.length > MOST_PANELS) return null;
  if (asHeatMap) return result.by && isChoice(first.item) ? heatMap(id, first, by) : null;
  if (first.item.type === 'likert')
    return likertBars(
      id,
      result.items.filter((one) => sameLevels(one, first)),
      by,
    );
  if (first.all.shares.length === 0 || first.all.shares.length > MOST_ROWS) return null;
  return shareBars(id, first, by);
}

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
      interval: all.shares.some(({ low }) => low !== null) ? '95% Wilson interval' : null,
    },
    { row: 'Answer', panel: by },
  );
}

/** Items side by side from the most agreed with to the least, as they were answered. */
function likertBars(id: string, items: readonly SurveyItem[], by: string): Figure | null {
  const sorted = [...items].sort((a, b) => (b.all.ordinal?.net ?? -2) - (a.all.ordinal?.net ?? -2));
  const [first] = sorted;
  if (!first || !isChoice(first.item) || sorted.length > MOST_ROWS) return null;
  const { options, midpoint, apart } = first.item;
  const middle = midpoint ?? (options.length - 1) / 2;
  const labels = options.map(({ label }) => label);
  const panels = first.groups.length > 0 ? first.groups.map((_, at) => at) : [null];
  return likertFigure(
    {
      id,
      caption: sorted.length === 1 ? first.item.question : 'Answers on each level',
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
      ends: endsOf(labels, middle),
    },
    { row: 'Item', panel: by },
  );
}

/** What the two directions are called: by the levels next to the middle, where each side has two at most. */
function endsOf(labels: readonly string[], middle: number): { left: string; right: string } {
  const below = labels.filter((_, at) => at < middle);
  const above = labels.filter((_, at) => at > middle);
  const side = (some: readonly string[], near: string | undefined): string =>
    some.length <= 2 ? (near ?? '') : some.join(', ');
  return { left: side(below, below.at(-1)), right: side(above, above[0]) };
}

function heatMap(id: string, { item, all, groups }: SurveyItem, by: string): Figure {
  return crosstabFigure({
    id,
    caption: `${item.question} by ${by}`,
    notes: [],
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
