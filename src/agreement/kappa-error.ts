import type { Counts } from './counts.ts';
import { ratedByAtLeast } from './entering.ts';
import type { Influence } from './influence.ts';
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
  table: PairTable,
  weights: Float64Array,
  observed: number,
  expected: number,
): { interval: number; test: number } {
  const { k, cells, rows, columns, n } = table;
  const means = meanWeights(table, weights);
  const influence = influenceOfCells(table, weights, means, observed, expected);
  let interval = 0;
  let test = 0;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const at = i * k + j;
      const y = (weights[at] as number) - (means[at] as number) + expected;
      interval += ((cells[at] as number) / n) * (influence[at] as number) ** 2;
      test += ((rows[i] as number) / n) * ((columns[j] as number) / n) * y * y;
    }
  }
  return { interval: Math.sqrt(interval / n), test: Math.sqrt(test / n) / (1 - expected) };
}

/**
 * What each unit does to kappa: x_ij, less its mean, by (1 − pe)². Fleiss, Cohen and Everitt's error is the root of its
 * mean square over n, where `influenceError` has n − 1 for one n.
 */
export function kappaInfluence(
  counts: Counts,
  table: PairTable,
  weights: Float64Array,
  observed: number,
  expected: number,
): Influence {
  const means = meanWeights(table, weights);
  const ofCell = influenceOfCells(table, weights, means, observed, expected);
  const enters = ratedByAtLeast(counts, 2);
  const values = Float64Array.from(enters, (one, pattern) => {
    const [i = 0, j = 0] = counts.patterns.subarray(pattern * 2, pattern * 2 + 2);
    return one === 1 ? (ofCell[i * table.k + j] as number) : 0;
  });
  return { values, enters, units: table.n };
}

/** w̄_i. + w̄_.j of each cell. */
function meanWeights({ k, rows, columns, n }: PairTable, weights: Float64Array): Float64Array {
  const ofRow = new Float64Array(k);
  const ofColumn = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const weight = weights[i * k + j] as number;
      ofRow[i] = (ofRow[i] as number) + ((columns[j] as number) / n) * weight;
      ofColumn[j] = (ofColumn[j] as number) + ((rows[i] as number) / n) * weight;
    }
  }
  return weights.map((_, at) => (ofRow[Math.floor(at / k)] as number) + (ofColumn[at % k] as number));
}

function influenceOfCells(
  { k }: PairTable,
  weights: Float64Array,
  means: Float64Array,
  observed: number,
  expected: number,
): Float64Array {
  const away = 1 - expected;
  const centre = observed * expected - 2 * expected + observed;
  const values = new Float64Array(k * k);
  for (let at = 0; at < values.length; at++) {
    const x = (weights[at] as number) * away - (means[at] as number) * (1 - observed);
    values[at] = (x - centre) / (away * away);
  }
  return values;
}
