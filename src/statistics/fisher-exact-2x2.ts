import type { Limits } from './limits.ts';
import type { NoResult } from './no-result.ts';
import { type Margins, noncentralHypergeometric, support } from './noncentral-hypergeometric.ts';

/** Fisher's exact test of a table of two by two. */
export interface FisherExact2x2 {
  /** Two-sided: the tables with the same totals that are at most as likely as this one. */
  p: number;
  /** The conditional maximum likelihood estimate; 0 or Infinity where the table is as far out as it can be. */
  oddsRatio: number;
  /** Exact (Cornfield): odds ratios for which neither end of the table's distribution is less likely than (1 − level) / 2. */
  interval: Limits;
}

/**
 * Fisher's exact test of independence in a table of two by two, and the odds ratio given the table's totals. Equals R's
 * `fisher.test`, whose odds ratio and interval have four digits, and scipy's `odds_ratio(kind='conditional')`, which
 * has more. For a one-sided question p is not half of this one.
 *
 * Sources: Fisher (1935), The logic of inductive inference, Journal of the Royal Statistical Society 98(1), 39–82; Cornfield
 * (1956), A statistical problem arising from retrospective studies, Proceedings of the Third Berkeley Symposium 4, 135–148.
 *
 * @param table whole numbers: [[a, b], [c, d]], the odds ratio being that of a d to b c.
 */
export function fisherExact2x2(
  [[a, b], [c, d]]: readonly [readonly [number, number], readonly [number, number]],
  level = 0.95,
): FisherExact2x2 | NoResult {
  if (a + b === 0 || c + d === 0 || a + c === 0 || b + d === 0)
    return { reason: 'a row or a column has no counts' };
  const margins: Margins = { row: a + b, column: a + c, n: a + b + c + d };
  const [least, greatest] = support(margins);
  const tail = (1 - level) / 2;
  return {
    p: twoSided(margins, a),
    oddsRatio: a === least ? 0 : a === greatest ? Infinity : solve((odds) => mean(margins, odds) - a),
    interval: {
      low: a === least ? 0 : solve((odds) => atLeast(margins, odds, a) - tail),
      high: a === greatest ? Infinity : solve((odds) => tail - atMost(margins, odds, a)),
      level,
    },
  };
}

function twoSided(margins: Margins, a: number): number {
  const { from, weights, total } = noncentralHypergeometric(margins, 1);
  const own = weights[a - from] ?? 0;
  // As in R, so that tables which are as likely, but for rounding, count.
  const limit = own * (1 + 1e-7);
  return Math.min(1, weights.reduce((sum, weight) => (weight <= limit ? sum + weight : sum), 0) / total);
}

/** So little of the mode's probability changes no digit of a sum. */
const LITTLE = 1e-18;

function mean(margins: Margins, odds: number): number {
  const { from, weights, total } = noncentralHypergeometric(margins, odds, LITTLE);
  return from + weights.reduce((sum, weight, at) => sum + at * weight, 0) / total;
}

function atLeast(margins: Margins, odds: number, a: number): number {
  const { from, weights, total } = noncentralHypergeometric(margins, odds, LITTLE);
  return weights.slice(Math.max(0, a - from)).reduce((sum, weight) => sum + weight, 0) / total;
}

function atMost(margins: Margins, odds: number, a: number): number {
  const { from, weights, total } = noncentralHypergeometric(margins, odds, LITTLE);
  return weights.slice(0, Math.max(0, a - from + 1)).reduce((sum, weight) => sum + weight, 0) / total;
}

/** Where a function of the odds that rises crosses 0: halving intervals of their logarithm. */
function solve(rising: (odds: number) => number): number {
  let [low, high] = [-40, 40];
  for (let turn = 0; turn < 50; turn++) {
    const middle = (low + high) / 2;
    if (rising(Math.exp(middle)) > 0) high = middle;
    else low = middle;
  }
  return Math.exp((low + high) / 2);
}
