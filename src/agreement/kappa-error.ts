import type { PairTable } from './pair-table.ts';

/**
 * Large-sample standard errors of kappa, weighted or not. With x_ij = w_ij (1 − pe) − (w̄_i. + w̄_.j)(1 − po),
 * w̄_i. = Σ_j p_.j w_ij and w̄_.j = Σ_i p_i. w_ij:
 *
 *     interval:  Var(κ)  = Var_p(x) / (n (1 − pe)⁴)
 *     test:      Var0(κ) = Var_e(w_ij − w̄_i. − w̄_.j) / (n (1 − pe)²)
 *
 * where Var_p weighs cells by p_ij and Var_e by p_i. p_.j. These are the paper's formulas written as
 * variances, which cannot turn negative by rounding. Equals statsmodels', SAS's, vcd's and irrCAC's, and for
 * the test that of irr's z; psych's differs for weighted kappa.
 *
 * Source: Fleiss, Cohen and Everitt (1969), Large sample standard errors of kappa and weighted kappa,
 * Psychological Bulletin 72(5), 323–327.
 *
 * @param weights row after row, 1 for full agreement.
 * @param observed po, below 1 or not; `expected` pe, below 1.
 */
export function kappaErrors(
  { k, cells, rows, columns, n }: PairTable,
  weights: Float64Array,
  observed: number,
  expected: number,
): { interval: number; test: number } {
  const ofRow = new Float64Array(k);
  const ofColumn = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const weight = weights[i * k + j] as number;
      ofRow[i] = (ofRow[i] as number) + ((columns[j] as number) / n) * weight;
      ofColumn[j] = (ofColumn[j] as number) + ((rows[i] as number) / n) * weight;
    }
  }
  const away = 1 - expected;
  const meanInterval = observed * expected - 2 * expected + observed;
  let interval = 0;
  let test = 0;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const weight = weights[i * k + j] as number;
      const mean = (ofRow[i] as number) + (ofColumn[j] as number);
      const x = weight * away - mean * (1 - observed) - meanInterval;
      const y = weight - mean + expected;
      interval += ((cells[i * k + j] as number) / n) * x * x;
      test += ((rows[i] as number) / n) * ((columns[j] as number) / n) * y * y;
    }
  }
  return {
    interval: Math.sqrt(interval / n) / (away * away),
    test: Math.sqrt(test / n) / away,
  };
}
