import type { ItemResult } from '../survey/item-result.ts';
import { type Condition, isChoice } from '../survey/questionnaire.ts';
import type { SurveyItem } from '../survey/survey-result.ts';
import { listed } from './words.ts';

/** Who the shares are of, and what became of the others. */
export function baseNote({ item, base, mentions }: ItemResult): string {
  const others = [
    ...(base.apart > 0 ? [`${base.apart} of no opinion`] : []),
    ...(base.missing > 0 ? [`${base.missing} missing`] : []),
    ...(base.notAsked > 0 ? [`${base.notAsked} not asked`] : []),
    ...(base.unread > 0 ? [`${base.unread} with an answer that the question file does not have`] : []),
  ];
  const of =
    item.type === 'multi'
      ? `% of the ${base.answered} who ticked ${item.blank === 'missing' ? 'something' : 'or could have'}; ${ticksNote(mentions ?? 0, base.answered)}`
      : `% of the ${base.answered} who answered`;
  return `${of}${others.length > 0 ? `; apart from these ${listed(others)}` : ''}.`;
}

const ticksNote = (ticks: number, answered: number): string =>
  `${ticks} tick${ticks === 1 ? '' : 's'} in all${ticks > answered ? ', so that shares add up to more than 100' : ''}`;

/** What measures of Likert items mean, said once below them. */
export function scaleNote(items: readonly SurveyItem[], mean: boolean): string[] {
  const [first] = items;
  if (!first || !isChoice(first.item)) return [];
  const { options, midpoint } = first.item;
  const labels = options.map(({ label }) => label);
  return [
    `Levels count from 1, ${JSON.stringify(labels[0])}, to ${options.length}, ${JSON.stringify(labels.at(-1))}; median and quartiles by R-7.`,
    `Net is the share above ${midpoint === null ? 'the middle' : JSON.stringify(labels[midpoint])} less the share below, from -1 to 1. Consensus is Tastle and Wierman’s (2007), from 0 to 1; A is van der Eijk’s agreement (2001), from -1 to 1.`,
    ...(mean ? ['Means and standard deviations take levels to be equally far apart.'] : []),
  ];
}

export const groupNote = (items: readonly SurveyItem[]): string[] =>
  items.some(({ groups }) => groups.length > 0) ? ['Each group stands below all respondents together.'] : [];

/** The conditions in words: "role is Manager or Lead, and remote is yes". */
export const conditionWords = (where: readonly Condition[]): string =>
  where.map(({ item, answers }) => `${item} is ${answers.join(' or ')}`).join(', and ');
