import type { CovarianceSums } from './covariance-sums.ts';

/** Covariances of columns, and what they rest on. */
export interface Covariance {
  /** Rows that entered every number; of pairwise covariances, the fewest that entered one. */
  n: number;
  /** Rows that have both columns; with listwise covariances all are `n`. */
  pairs: number[][];
  means: number[];
  /** Σ (x − x̄)(y − ȳ) / (n − 1), means being those of the same rows; NaN with fewer than two. */
  matrix: number[][];
}

/**
 * The covariances of columns from their sums: `listwise` of rows in which nothing is missing, `pairwise` each of the rows
 * that have both columns, and means of those that have the column. Equals R's `cov(x, use = 'complete.obs')` and `cov(x, use =
 * 'pairwise.complete.obs')`. A matrix of pairwise covariances may be one that no data have.
 */
export function covariance(sums: CovarianceSums, use: 'listwise' | 'pairwise'): Covariance {
  const { width, shift, complete, rest } = sums;
  const own = use === 'pairwise' ? 1 : 0;
  const at = (i: number, j: number) => {
    const [one, other] = [i * width + j, j * width + i];
    const product = Math.min(one, other);
    return {
      n: complete.n + own * (rest.n[one] as number),
      x: (complete.sums[i] as number) + own * (rest.sums[one] as number),
      y: (complete.sums[j] as number) + own * (rest.sums[other] as number),
      xy: (complete.products[product] as number) + own * (rest.products[product] as number),
    };
  };
  const columns = Array.from({ length: width }, (_, i) => i);
  const pairs = columns.map((i) => columns.map((j) => at(i, j).n));
  return {
    n: Math.min(...pairs.flat()),
    pairs,
    means: columns.map((i) => (shift[i] as number) + at(i, i).x / at(i, i).n),
    matrix: columns.map((i) =>
      columns.map((j) => {
        const { n, x, y, xy } = at(i, j);
        return n < 2 ? Number.NaN : (xy - (x * y) / n) / (n - 1);
      }),
    ),
  };
}
