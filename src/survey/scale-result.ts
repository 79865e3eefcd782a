import { quote } from '../problem/problem.ts';
import { covariance } from '../statistics/covariance.ts';
import { addRow, covarianceSums } from '../statistics/covariance-sums.ts';
import { type CronbachAlpha, cronbachAlpha } from '../statistics/cronbach-alpha.ts';
import { type ItemStatistics, itemStatistics } from '../statistics/item-statistics.ts';
import { type McDonaldOmega, mcdonaldOmega } from '../statistics/mcdonald-omega.ts';
import type { NoResult } from '../statistics/no-result.ts';
import type { Answers } from './answers.ts';
import { levelValues } from './ordinal-summary.ts';
import { type Item, isChoice, type SummatedScale } from './questionnaire.ts';
import type { Survey } from './read-answers.ts';
import type { Rows } from './tally.ts';

/** How far the items of a scale go together, by those who answered all of them. */
export interface ScaleResult {
  scale: SummatedScale;
  items: Item[];
  /** Respondents who answered all items, and those who answered some. */
  n: number;
  incomplete: number;
  /** Mean and standard deviation of respondents' means over all items; null with fewer than one, or two. */
  mean: number | null;
  sd: number | null;
  alpha: CronbachAlpha | NoResult;
  omega: McDonaldOmega | NoResult;
  /** One an item. */
  statistics: ItemStatistics[];
}

/** Reversed items are turned round first. There is no result, with a reason, where the answers to an item could not be read. */
export function scaleResult(survey: Survey, scale: SummatedScale, rows: Rows): ScaleResult {
  const items = scale.items.flatMap(
    (name) => survey.questionnaire.items.find((one) => one.name === name) ?? [],
  );
  const members = items.flatMap((item) => {
    const answers = survey.answers.get(item.name);
    return answers ? [keyedValues(item, answers, rows)] : [];
  });
  const width = members.length;
  if (width < scale.items.length) return withoutAnswers(survey, scale, items);
  const sums = covarianceSums(width);
  const row = new Float64Array(width);
  let incomplete = 0;
  for (let at = 0; at < survey.respondents; at++) {
    let given = 0;
    for (const [index, values] of members.entries()) {
      row[index] = values[at] as number;
      if (!Number.isNaN(row[index])) given++;
    }
    if (given === 0) continue;
    if (given < width) incomplete++;
    addRow(sums, row);
  }
  const { n, means, matrix } = covariance(sums, 'listwise');
  const total = matrix.flat().reduce((sum, value) => sum + value, 0);
  return {
    scale,
    items,
    n,
    incomplete,
    mean: n === 0 ? null : means.reduce((sum, mean) => sum + mean, 0) / width,
    sd: n < 2 ? null : Math.sqrt(total) / width,
    alpha: cronbachAlpha(matrix, n),
    omega: mcdonaldOmega(matrix, n),
    statistics: itemStatistics(matrix),
  };
}

/** A scale without one of its items is another scale, so that nothing is said of it. */
function withoutAnswers({ answers }: Survey, scale: SummatedScale, items: Item[]): ScaleResult {
  const lacking = scale.items.filter((name) => !answers.has(name)).map(quote);
  const none: NoResult = { reason: `the answers to ${lacking.join(', ')} could not be read` };
  return {
    ...{ scale, items, n: 0, incomplete: 0, mean: null, sd: null },
    ...{ alpha: none, omega: none, statistics: [] },
  };
}

/** An item's answers as numbers, reversed items turned round; NaN where there is none. */
function keyedValues(item: Item, answers: Answers, rows: Rows): Float64Array {
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
