/**
 * The inverse of a symmetric, positive definite matrix, and the logarithm of its determinant, by Cholesky's
 * decomposition.
 *
 * @returns null where the matrix is not positive definite, as far as doubles can tell.
 */
export function invert(
  matrix: readonly (readonly number[])[],
): { inverse: number[][]; logDeterminant: number } | null {
  const root = cholesky(matrix);
  if (!root) return null;
  const size = matrix.length;
  const inverse = matrix.map(() => Array<number>(size).fill(0));
  for (let column = 0; column < size; column++) {
    // L y = e, then L' x = y.
    const x = Array<number>(size).fill(0);
    for (let i = column; i < size; i++) {
      const row = root[i] as number[];
      let rest = i === column ? 1 : 0;
      for (let k = column; k < i; k++) rest -= (row[k] as number) * (x[k] as number);
      x[i] = rest / (row[i] as number);
    }
    for (let i = size - 1; i >= 0; i--) {
      let rest = x[i] as number;
      for (let k = i + 1; k < size; k++) rest -= (root[k]?.[i] as number) * (x[k] as number);
      x[i] = rest / (root[i]?.[i] as number);
    }
    for (let i = 0; i < size; i++) (inverse[i] as number[])[column] = x[i] as number;
  }
  const logDeterminant = root.reduce((sum, row, at) => sum + 2 * Math.log(row[at] as number), 0);
  return { inverse, logDeterminant };
}

/** L of L L' = matrix; null where there is none. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] | null {
  const root = matrix.map((row) => row.map(() => 0));
  for (const [i, row] of matrix.entries()) {
    const own = root[i] as number[];
    for (let j = 0; j <= i; j++) {
      const other = root[j] as number[];
      let rest = row[j] as number;
      for (let k = 0; k < j; k++) rest -= (own[k] as number) * (other[k] as number);
      if (j < i) own[j] = rest / (other[j] as number);
      else if (rest > 1e-12 * (row[i] as number)) own[i] = Math.sqrt(rest);
      else return null;
    }
  }
  return root;
}
