/** Probabilities of consecutive whole numbers from `from` on, relative to the greatest of them. */
export interface RelativeProbabilities {
  from: number;
  weights: number[];
  total: number;
}

/** A table of two by two with its totals held: the first cell lies between `low` and `high`. */
export interface Margins {
  row: number;
  column: number;
  n: number;
}

/** The least and the greatest first cell that the totals allow. */
export const support = ({ row, column, n }: Margins): [low: number, high: number] => [
  Math.max(0, row + column - n),
  Math.min(row, column),
];

/**
 * The distribution of the first cell of a table of two by two with its totals held, where the odds ratio is `odds`: Fisher's
 * noncentral hypergeometric distribution. From the mode outwards, so that totals in the millions cost some
 * thousand steps.
 *
 * @param least probabilities below this part of the mode's are left out; 0 for all that a number can hold.
 *
 * Source: Liao and Rosen (2001), Fast and stable algorithms for computing and sampling from the noncentral
 * hypergeometric distribution, The American Statistician 55(4), 366–369.
 */
export function noncentralHypergeometric(margins: Margins, odds: number, least = 0): RelativeProbabilities {
  const { row, column, n } = margins;
  const [low, high] = support(margins);
  // P(x) / P(x − 1), which falls as x grows.
  const ratio = (x: number): number =>
    odds * (((row - x + 1) / x) * ((column - x + 1) / (n - row - column + x)));
  let [mode, above] = [low, high + 1];
  while (above - mode > 1) {
    const middle = Math.floor((mode + above) / 2);
    if (ratio(middle) >= 1) mode = middle;
    else above = middle;
  }
  const up = [];
  for (let x = mode + 1, weight = ratio(x); x <= high && weight > least; x++, weight *= ratio(x))
    up.push(weight);
  const down = [];
  for (let x = mode, weight = 1 / ratio(x); x > low && weight > least; x--, weight /= ratio(x))
    down.push(weight);
  const weights = [...down.reverse(), 1, ...up];
  return { from: mode - down.length, weights, total: weights.reduce((sum, weight) => sum + weight, 0) };
}
