import { consensus } from '../statistics/consensus.ts';
import { quantileOfCounts } from '../statistics/quantile-of-counts.ts';
import { vanDerEijkAgreement } from '../statistics/van-der-eijk-agreement.ts';
import type { OrdinalSummary } from './item-result.ts';
import { toNumber } from './number.ts';
import type { ChoiceItem, Option } from './questionnaire.ts';
import { shareOf } from './share.ts';

/** Measures of a Likert item from the respondents on each of its levels. */
export function summariseOrder(item: ChoiceItem, counts: readonly number[]): OrdinalSummary {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const values = levelValues(item.options);
  const at = (p: number): number | null => quantileOfCounts(values, counts, p);
  const boxes = Math.min(2, Math.floor(counts.length / 2));
  const sum = (some: readonly number[]): number => some.reduce((total, count) => total + count, 0);
  const { mean, sd } = momentsOf(values, counts, n);
  const middle = item.midpoint ?? (counts.length - 1) / 2;
  const above = sum(counts.filter((_, level) => level > middle));
  const below = sum(counts.filter((_, level) => level < middle));
  return {
    q1: at(0.25),
    median: at(0.5),
    q3: at(0.75),
    boxes,
    top: shareOf(`top ${boxes}`, sum(counts.slice(counts.length - boxes)), n),
    bottom: shareOf(`bottom ${boxes}`, sum(counts.slice(0, boxes)), n),
    net: n === 0 ? null : (above - below) / n,
    consensus: consensus(counts),
    agreement: vanDerEijkAgreement(counts),
    mean,
    sd,
  };
}

/** The numbers that levels stand for: those in the cells where all are numbers in ascending order, else 1 to k. */
export function levelValues(options: readonly Option[]): number[] {
  const written = options.map(({ cell }) => toNumber(cell));
  const ascending = written.every(
    (value, at) => !Number.isNaN(value) && (at === 0 || value > (written[at - 1] as number)),
  );
  return ascending ? written : options.map((_, at) => at + 1);
}

function momentsOf(values: readonly number[], counts: readonly number[], n: number) {
  if (n === 0) return { mean: null, sd: null };
  const mean = values.reduce((sum, value, at) => sum + value * (counts[at] ?? 0), 0) / n;
  const squares = values.reduce((sum, value, at) => sum + (value - mean) ** 2 * (counts[at] ?? 0), 0);
  return { mean, sd: n < 2 ? null : Math.sqrt(squares / (n - 1)) };
}
