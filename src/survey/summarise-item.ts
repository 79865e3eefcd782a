import type { Answers } from './answers.ts';
import type { ItemResult, Share } from './item-result.ts';
import { summariseNumbers } from './number-summary.ts';
import { summariseOrder } from './ordinal-summary.ts';
import { type Item, isChoice } from './questionnaire.ts';
import { shareOf } from './share.ts';
import { type Rows, tally } from './tally.ts';

/** What those respondents answered to an item. */
export function summariseItem(item: Item, answers: Answers, rows: Rows, group: string | null): ItemResult {
  const { base, counts, mentions } = tally(answers, rows);
  const given = answers.kind === 'choice' || answers.kind === 'sets' ? answers.answers : [];
  const shares = given.flatMap(({ label, apart }, at): Share[] =>
    apart ? [] : [shareOf(label, counts[at] ?? 0, base.answered)],
  );
  return {
    item,
    group,
    base,
    shares,
    apart: given.flatMap(({ label, apart }, at) => (apart ? [{ label, count: counts[at] ?? 0 }] : [])),
    mentions: item.type === 'multi' ? mentions : null,
    ordinal:
      isChoice(item) && item.type === 'likert'
        ? summariseOrder(
            item,
            shares.map(({ count }) => count),
          )
        : null,
    numbers: answers.kind === 'numbers' ? summariseNumbers(answers, rows) : null,
  };
}
