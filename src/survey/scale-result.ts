import type { Answers } from './answers.ts';
import { levelValues } from './ordinal-summary.ts';
import { type Item, isChoice, type SummatedScale } from './questionnaire.ts';
import type { Survey } from './read-answers.ts';
import type { Rows } from './tally.ts';

/** An item's answers as numbers, reversed items turned round; NaN where there is none. */
export function keyedValues(item: Item, answers: Answers, rows: Rows): Float64Array {
  const values = new Float64Array(answers.codes.length).fill(Number.NaN);
  const levels = isChoice(item) ? levelValues(item.options) : [];
  const ends = (levels[0] ?? 0) + (levels.at(-1) ?? 0);
  const keyed = levels.map((value) => (isChoice(item) && item.reversed ? ends - value : value));
  for (let at = 0; at < values.length; at++) {
    const code = answers.codes[at] as number;
    if (code < 0 || (rows !== null && rows[at] === 0)) continue;
    if (answers.kind === 'numbers') values[at] = answers.values[at] as number;
    else if (answers.kind === 'choice' && code < keyed.length) values[at] = keyed[code] as number;
  }
  return values;
}

/** The items of a scale with their keyed values, in the scale's order. */
export function columnsOfScale(
  survey: Survey,
  scale: SummatedScale,
  rows: Rows,
): { item: Item; values: Float64Array }[] {
  return scale.items.flatMap((name) => {
    const item = survey.questionnaire.items.find((one) => one.name === name);
    const answers = survey.answers.get(name);
    return item && answers ? [{ item, values: keyedValues(item, answers, rows) }] : [];
  });
}
