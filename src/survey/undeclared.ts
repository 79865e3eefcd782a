import { type Finding, type Place, quote } from '../problem/problem.ts';
import { identityIn } from './identity-text.ts';
import type { Item, NumberItem } from './questionnaire.ts';
import { countsOf, type TextsColumn } from './responses.ts';

/** Tells each text that an item does not declare: where it first stands, and how many wrote it. */
export function tellUndeclared(
  item: Item,
  column: TextsColumn,
  isUndeclared: (text: number) => boolean,
  tell: (finding: Finding) => void,
): void {
  const texts = column.texts.map((_, text) => text).filter(isUndeclared);
  if (texts.length === 0) return;
  const counts = countsOf(column);
  tellCounted(
    item,
    texts.map((text) => ({
      found: column.texts[text] ?? '',
      place: column.firsts[text],
      count: counts[text] as number,
    })),
    tell,
  );
}

/** The same for texts that were counted. */
export function tellCounted(
  item: Item,
  texts: readonly { found: string; place: Place | undefined; count: number; isHidden?: boolean }[],
  tell: (finding: Finding) => void,
): void {
  for (const { found, place, count, isHidden = false } of texts) {
    if (count === 0) continue;
    const hidden = isHidden || item.identity || identityIn(found) !== undefined;
    const shown = hidden ? 'an answer (not shown: it may identify somebody)' : quote(found);
    tell({
      rule: item.type === 'likert' ? 'off-the-scale' : 'undeclared-answer',
      reason: `${shown} is ${item.type === 'number' ? `no number${boundsOf(item)}` : what[item.type]} of ${quote(item.name)}; ${times(count)}`,
      place,
      found: hidden ? undefined : found,
      expected: declared(item),
      advice: 'add it to the question file, or to its "missing" words; until then these answers are left out',
    });
  }
}

const what: Record<Exclude<Item['type'], 'number'>, string> = {
  likert: 'no level',
  single: 'no option',
  multi: 'no option',
  open: 'no answer',
};

/** Between which numbers the answers to an item lie, as ` from 1 to 7`. */
export function boundsOf({ min, max }: NumberItem): string {
  if (min !== null && max !== null) return ` from ${min} to ${max}`;
  if (min !== null) return ` of at least ${min}`;
  return max === null ? '' : ` of at most ${max}`;
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times, here first`);

function declared(item: Item): string[] {
  if (item.type === 'open' || item.type === 'number') return [];
  const apart = item.type === 'multi' ? [] : item.apart;
  return [...item.options, ...apart].map(({ cell }) => cell);
}
