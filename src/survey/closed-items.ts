import { identityOf } from './identity-heading.ts';
import { columnsOf, type Item, type Questionnaire } from './questionnaire.ts';

/**
 * Why the answers to an item are not shown beside somebody's words; undefined where they may be. An open answer is no
 * attribute, and what says who people are would name whoever spoke.
 */
export function whyNotBeside(item: Item): string | undefined {
  if (item.type === 'open') return 'is an open question';
  if (item.identity) return 'is declared to say who respondents are';
  const kind = [item.name, item.question, ...columnsOf(item)]
    .map(identityOf)
    .find((one) => one !== undefined);
  return kind === undefined ? undefined : `says who respondents are (${kind})`;
}

/** Items whose answers may be shown beside somebody's words. */
export const closedItems = ({ items }: Questionnaire): Item[] =>
  items.filter((item) => whyNotBeside(item) === undefined);
