/**
 * What covariances are made of, gathered row by row. Numbers are taken less the first one of their column, so that sums keep
 * their digits however far from 0 the column is; the sums of whole numbers are exact.
 */
export interface CovarianceSums {
  width: number;
  /** The first number of each column, NaN before there is one. */
  shift: Float64Array;
  /** The row that is being added, less `shift`. */
  shifted: Float64Array;
  /** Of rows in which no column is missing. Products of column i and j, i ≤ j, stand at i · width + j, here and below. */
  complete: { n: number; sums: Float64Array; products: Float64Array };
  /** Of the other rows, for column i and j the rows that have both: how many, the sum of i, and that of i times j. */
  rest: { n: Float64Array; sums: Float64Array; products: Float64Array };
}

/** Nothing gathered yet of `width` columns. */
export const covarianceSums = (width: number): CovarianceSums => ({
  width,
  shift: new Float64Array(width).fill(Number.NaN),
  shifted: new Float64Array(width),
  complete: { n: 0, sums: new Float64Array(width), products: new Float64Array(width * width) },
  rest: {
    n: new Float64Array(width * width),
    sums: new Float64Array(width * width),
    products: new Float64Array(width * width),
  },
});

/**
 * Adds a row, in place.
 *
 * @param row a number for each column, NaN where it is missing.
 */
export function addRow(sums: CovarianceSums, row: ArrayLike<number>): void {
  const { width, shift, shifted, complete, rest } = sums;
  if (row.length !== width) throw new RangeError(`a row of ${row.length} among rows of ${width}`);
  let missing = 0;
  for (let i = 0; i < width; i++) {
    const value = row[i] as number;
    if (Number.isNaN(value)) missing++;
    else if (Number.isNaN(shift[i] as number)) shift[i] = value;
    shifted[i] = value - (shift[i] as number);
  }
  if (missing === 0) {
    complete.n++;
    for (let i = 0; i < width; i++) {
      const x = shifted[i] as number;
      complete.sums[i] = (complete.sums[i] as number) + x;
      for (let j = i, at = i * width + i; j < width; j++, at++) {
        complete.products[at] = (complete.products[at] as number) + x * (shifted[j] as number);
      }
    }
    return;
  }
  for (let i = 0; i < width; i++) {
    const x = shifted[i] as number;
    if (Number.isNaN(x)) continue;
    for (let j = 0, at = i * width; j < width; j++, at++) {
      const y = shifted[j] as number;
      if (Number.isNaN(y)) continue;
      rest.n[at] = (rest.n[at] as number) + 1;
      rest.sums[at] = (rest.sums[at] as number) + x;
      if (j >= i) rest.products[at] = (rest.products[at] as number) + x * y;
    }
  }
}
