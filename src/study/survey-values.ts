import { sameLevels } from '../exhibit/survey-figure.ts';
import { none, type Value, type Values } from '../exhibit/value.ts';
import { isResult } from '../statistics/no-result.ts';
import type { DescribedScale } from '../survey/described-scale.ts';
import type { ItemResult, Share } from '../survey/item-result.ts';
import type { SurveyResult } from '../survey/survey-result.ts';
import { orderValues } from './order-values.ts';

/**
 * The values of a result on the survey: of one item at once, of several by their names. Groups stand below `groups`, by
 * their labels. Several Likert items of one scale also have `ranks` and `first`, by their net.
 */
export function surveyValues({ items, respondents, of }: SurveyResult): Values {
  const each = items.map(({ item, all, groups }): [string, Values] => [
    item.name,
    new Map<string, Value | Values>([
      ...itemValues(all),
      ...(groups.length > 0
        ? [['groups', new Map(groups.map((one) => [one.group ?? '', new Map(itemValues(one))]))] as const]
        : []),
    ]),
  ]);
  const [only, ...others] = each;
  return new Map<string, Value | Values>([
    ['respondents', respondents],
    ['of', of],
    ['items', items.length],
    ...netOrder(items),
    ...(only && others.length === 0 ? [...only[1]] : each),
  ]);
}

function itemValues({
  base,
  shares,
  apart,
  mentions,
  ordinal,
  numbers,
}: ItemResult): [string, Value | Values][] {
  return [
    ['n', base.answered],
    ['asked', base.asked],
    ['no-opinion', base.apart],
    ['missing', base.missing],
    ['not-asked', base.notAsked],
    ...(shares.length > 0 ? choiceValues(shares, apart) : []),
    ...(mentions === null ? [] : [['mentions', mentions] as [string, Value]]),
    ...(ordinal
      ? ([
          ['median', known(ordinal.median)],
          ['q1', known(ordinal.q1)],
          ['q3', known(ordinal.q3)],
          ['top', known(ordinal.top.share)],
          ['bottom', known(ordinal.bottom.share)],
          ['net', known(ordinal.net)],
          ['consensus', known(ordinal.consensus)],
          ['agreement', known(ordinal.agreement)],
          ['mean', known(ordinal.mean)],
          ['sd', known(ordinal.sd)],
        ] satisfies [string, Value][])
      : []),
    ...(numbers ? Object.entries(numbers).map(([name, value]): [string, Value] => [name, known(value)]) : []),
  ];
}

/** Ranks by how many gave each answer, in the order of the questionnaire. */
function choiceValues(shares: readonly Share[], apart: ItemResult['apart']): [string, Value | Values][] {
  return [
    ['options', shares.length],
    ['chosen', shares.filter(({ count }) => count > 0).length],
    ['counts', new Map([...shares, ...apart].map(({ label, count }) => [label, count]))],
    ['shares', new Map(shares.map(({ label, share }) => [label, known(share)]))],
    ...orderValues(shares.map(({ label, count }) => ({ name: label, size: count }))),
  ];
}

/** Ranks of Likert items of one scale by their net, in the order of the questionnaire. */
function netOrder(items: SurveyResult['items']): [string, Values][] {
  const [first, ...others] = items;
  if (first?.item.type !== 'likert' || others.length === 0) return [];
  if (!others.every((other) => sameLevels(first, other))) return [];
  return orderValues(items.map(({ item, all }) => ({ name: item.name, size: all.ordinal?.net ?? null })));
}

const known = (value: number | null): Value => value ?? none('undefined');

/** The values of scales, by their names. */
export const scaleValues = (results: readonly DescribedScale[]): Values =>
  new Map(
    results.map(({ scale, items, n, incomplete, mean, sd, alpha, omega }): [string, Values] => [
      scale.name,
      new Map<string, Value>([
        ['items', items.length],
        ['n', n],
        ['incomplete', incomplete],
        ['mean', known(mean)],
        ['sd', known(sd)],
        ['alpha', isResult(alpha) ? alpha.raw : none('undefined')],
        ['standardised', isResult(alpha) ? alpha.standardised : none('undefined')],
        ['omega', isResult(omega) ? omega.omega : none('undefined')],
      ]),
    ]),
  );
