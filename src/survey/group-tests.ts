import { chiSquareTest } from '../statistics/chi-square-test.ts';
import { cliffsDelta } from '../statistics/cliffs-delta.ts';
import { cramersV } from '../statistics/cramers-v.ts';
import { epsilonSquared } from '../statistics/epsilon-squared.ts';
import { type FisherExact, fisherExact } from '../statistics/fisher-exact.ts';
import { holm } from '../statistics/holm.ts';
import { kruskalWallis } from '../statistics/kruskal-wallis.ts';
import { mannWhitney } from '../statistics/mann-whitney.ts';
import { isResult, type NoResult } from '../statistics/no-result.ts';
import type { Answers } from './answers.ts';
import type { Group } from './groups.ts';
import type { Item } from './questionnaire.ts';
import { tally } from './tally.ts';

/** Whether groups answered differently, and by how much. */
export interface GroupTest {
  item: Item;
  /** Of several answers, which is meant; null where the item is tested as a whole. */
  answer: string | null;
  /** Two groups where they were compared in pairs, else all. */
  groups: { label: string; n: number }[];
  outcome: TestOutcome | NoResult;
}

export interface TestOutcome {
  test: 'Mann-Whitney' | 'Kruskal-Wallis' | 'chi-square' | 'Fisher exact';
  /** R's W, H or chi-square; null where the test has none. */
  statistic: number | null;
  df: number | null;
  p: number;
  /** By Holm, over all tests of one call, or over the pairs of one item. */
  adjusted: number;
  /** How p was estimated, where the exact one would have taken too long. */
  simulated: FisherExact['simulated'];
  effect: Effect;
  remark: string | null;
}

export interface Effect {
  name: 'Cliff’s delta' | 'epsilon squared' | 'Cramér’s V';
  value: number;
  /** Its 95% interval; null where there is none. */
  low: number | null;
  high: number | null;
}

/**
 * Tests each item on all groups: Mann and Whitney's for two groups on an ordered item or numbers, Kruskal and Wallis's for
 * more; chi-square on choices, and Fisher's exact test where more than a fifth of the cells expect fewer than 5, or one
 * fewer than 1 (Cochran 1954). Of several answers each is tested by itself.
 */
export function groupTests(
  items: readonly { item: Item; answers: Answers }[],
  groups: readonly Group[],
): GroupTest[] {
  const tests = items.flatMap(({ item, answers }): GroupTest[] => {
    if (item.type === 'open') return [];
    if (answers.kind === 'sets') return testEachAnswer(item, answers, groups);
    const counts = countsByGroup(answers, groups);
    const outcome = item.type === 'single' ? onChoices(counts) : onOrder(counts);
    return [{ item, answer: null, groups: sizes(groups, counts), outcome }];
  });
  return adjust(tests);
}

/** Two groups at a time, on one ordered item or number, adjusted over its pairs. */
export function pairTests(item: Item, answers: Answers, groups: readonly Group[]): GroupTest[] {
  const counts = countsByGroup(answers, groups);
  const tests = groups.flatMap((first, a) =>
    groups.slice(a + 1).map((second, offset): GroupTest => {
      const own = [counts[a] ?? [], counts[a + 1 + offset] ?? []];
      const outcome = item.type === 'single' ? onChoices(own) : onOrder(own);
      return { item, answer: null, groups: sizes([first, second], own), outcome };
    }),
  );
  return adjust(tests);
}

function testEachAnswer(
  item: Item,
  answers: Extract<Answers, { kind: 'sets' }>,
  groups: readonly Group[],
): GroupTest[] {
  const tallies = groups.map(({ rows }) => tally(answers, rows));
  return answers.answers.map(({ label }, at): GroupTest => {
    const counts = tallies.map(({ counts, base }) => [counts[at] ?? 0, base.answered - (counts[at] ?? 0)]);
    return { item, answer: label, groups: sizes(groups, counts), outcome: onChoices(counts) };
  });
}

const sizes = (groups: readonly Group[], counts: readonly (readonly number[])[]) =>
  groups.map(({ label }, at) => ({ label, n: total(counts[at] ?? []) }));

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** For each group the respondents on each level, or on each number that anybody gave, ascending; nobody apart. */
function countsByGroup(answers: Answers, groups: readonly Group[]): number[][] {
  if (answers.kind === 'choice') {
    return groups.map(({ rows }) =>
      tally(answers, rows).counts.filter((_, at) => !answers.answers[at]?.apart),
    );
  }
  if (answers.kind !== 'numbers') return groups.map(() => []);
  const { values, codes } = answers;
  const distinct = [...new Set(values.filter((_, at) => codes[at] === 0))].sort((a, b) => a - b);
  const places = new Map(distinct.map((value, place) => [value, place]));
  return groups.map(({ rows }) => {
    const counts = Array<number>(distinct.length).fill(0);
    for (let at = 0; at < rows.length; at++) {
      if (!rows[at] || codes[at] !== 0) continue;
      const place = places.get(values[at] as number) as number;
      counts[place] = (counts[place] as number) + 1;
    }
    return counts;
  });
}

function onOrder(counts: readonly (readonly number[])[]): TestOutcome | NoResult {
  const answered = counts.filter((group) => total(group) > 0);
  const [first, second] = answered;
  if (answered.length === 2 && first && second) {
    const found = mannWhitney(first, second);
    const effect = cliffsDelta(first, second);
    if (!isResult(found)) return found;
    if (!effect) return { reason: 'a group has no answers' };
    const { delta, interval } = effect;
    return {
      ...{ test: 'Mann-Whitney', statistic: found.u, df: null, p: found.p, adjusted: found.p, remark: null },
      simulated: null,
      effect: {
        name: 'Cliff’s delta',
        value: delta,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
      },
    };
  }
  const found = kruskalWallis(counts);
  if (!isResult(found)) return found;
  const { h, df, p, n } = found;
  return {
    ...{ test: 'Kruskal-Wallis', statistic: h, df, p, adjusted: p, remark: null },
    simulated: null,
    effect: { name: 'epsilon squared', value: epsilonSquared(h, n), low: null, high: null },
  };
}

function onChoices(counts: readonly (readonly number[])[]): TestOutcome | NoResult {
  const found = chiSquareTest(counts);
  if (!isResult(found)) return found;
  const { statistic, df, p, rows, columns, expected, fewExpected } = found;
  const effect: Effect = { name: 'Cramér’s V', value: cramersV(found).v, low: null, high: null };
  const inUse = expected.flat().filter((cell) => cell > 0);
  const doubtful = fewExpected > (rows * columns) / 5 || inUse.some((cell) => cell < 1);
  const outcome: TestOutcome = {
    ...{ test: 'chi-square', statistic, df, p, adjusted: p, effect },
    ...{ simulated: null, remark: null },
  };
  if (!doubtful) return outcome;
  const exact = fisherExact(counts);
  if (!isResult(exact)) return { ...outcome, remark: 'few answers are expected in many cells' };
  return {
    ...outcome,
    test: 'Fisher exact',
    statistic: null,
    df: null,
    p: exact.p,
    adjusted: exact.p,
    simulated: exact.simulated,
  };
}

function adjust(tests: readonly GroupTest[]): GroupTest[] {
  const found = tests.flatMap(({ outcome }) => (isResult(outcome) ? [outcome.p] : []));
  const adjusted = holm(found);
  let next = 0;
  return tests.map((test) =>
    isResult(test.outcome)
      ? { ...test, outcome: { ...test.outcome, adjusted: adjusted[next++] as number } }
      : test,
  );
}
