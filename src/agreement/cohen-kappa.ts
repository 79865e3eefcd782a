import { type Agreement, count, nothingToCompare, positiveZero, withoutValue } from './agreement.ts';
import type { Parts } from './bootstrap.ts';
import { type Counts, countsOf } from './counts.ts';
import { ratedByAtLeast } from './entering.ts';
import { type IntervalOptions, withInterval } from './interval.ts';
import { kappaErrors, kappaInfluence } from './kappa-error.ts';
import { describePair, type PairTable, pairTable } from './pair-table.ts';
import { isParadox } from './paradox.ts';
import { quoted } from './quoted.ts';
import type { Ratings } from './ratings.ts';
import { fullMatrix, type Weights, type WeightsBy, weightMatrix } from './weights.ts';

export interface KappaOptions extends IntervalOptions {
  weights?: Weights | undefined;
  by?: WeightsBy | undefined;
}

/**
 * Cohen's kappa of two raters over the units that both rated,
 *
 *     κ = (po − pe) / (1 − pe),   po = Σ w_ij p_ij,   pe = Σ w_ij p_i. p_.j
 *
 * with w as in `weightMatrix`, rows for the first rater. A rater who uses one category only gives 0. Where both
 * use the same single category, pe is 1 and kappa 0/0: null. Standard errors: `kappaErrors`. The value equals that
 * of statsmodels, scikit-learn, vcd, psych, psy, irr, irrCAC and, unweighted, nltk and epiR.
 *
 *     cohenKappa(encodeRatings(['ana', 'ben'], [['a', 'b', 'b'], ['a', 'b', 'a']])).value // 0.4
 *
 * Sources: Cohen (1960), A coefficient of agreement for nominal scales, Educational and Psychological
 * Measurement 20(1), 37–46, equation 1; Cohen (1968), Psychological Bulletin 70(4), 213–220.
 */
export function cohenKappa(data: Ratings | Counts, options: KappaOptions = {}): Agreement {
  const counts = countsOf(data);
  const missing = 'units that both rated';
  const weights = weightMatrix(options.weights ?? 'identity', counts.categories, options.by);
  if (typeof weights === 'string') return withoutValue(counts, 'cohen-kappa', weights, missing);
  const { name, by } = weights;
  const head = { measure: 'cohen-kappa', weights: name, ...(by === 'value' && { by }) };
  if (counts.raters.length > 2) {
    const reason = `Cohen's kappa compares two raters, there are ${counts.raters.length}: compare them in pairs, or take Fleiss' kappa`;
    return { ...withoutValue(counts, head.measure, reason, missing), ...head };
  }
  const table = counts.raters.length === 2 ? pairTable(counts) : emptyTable(counts.categories.length);
  const nothing = nothingToCompare(counts, table.n);
  if (nothing !== null) return { ...withoutValue(counts, head.measure, nothing, missing), ...head };

  const matrix = fullMatrix(weights, table.k);
  const { value, observed, expected } = kappaOf(table, weights.matrix);
  const errors = value === null ? null : kappaErrors(table, matrix, observed, expected);
  const result: Agreement = {
    ...withoutValue(counts, head.measure, '', missing, counts.units - table.n),
    ...head,
    value,
    reason: value === null ? bothConstant(counts, table) : null,
    observed,
    expected,
    seNull: errors && positiveZero(errors.test),
    z: errors && value !== null && errors.test > 1e-9 ? positiveZero(value / errors.test) : null,
    ...describePair(counts, table),
    ...(weights.matrix === null && { maximum: greatestKappa(table, expected) }),
  };
  result.warnings = warningsOf(counts, table, result);
  if (value === null) return result;
  const parts = partsWith(counts, weights.matrix, [0, 1]);
  const sample = {
    counts,
    estimate: (times: Float64Array) => parts(times).value,
    enters: ratedByAtLeast(counts, 2),
    influence: () => kappaInfluence(counts, table, matrix, observed, expected),
    se: errors?.interval ?? null,
    source: 'Fleiss, Cohen and Everitt 1969',
  };
  return withInterval(result, sample, options);
}

/** Unweighted or weighted kappa of resampled counts, of two raters among them. */
export function cohenParts(
  counts: Counts,
  weights: Weights = 'identity',
  raters: readonly [number, number] = [0, 1],
  by: WeightsBy = 'rank',
): (times: Float64Array) => Parts {
  const found = weightMatrix(weights, counts.categories, by);
  if (typeof found === 'string') throw new RangeError(found);
  return partsWith(counts, found.matrix, raters);
}

const partsWith =
  (counts: Counts, matrix: Float64Array | null, raters: readonly [number, number]) =>
  (times: Float64Array): Parts => {
    const table = pairTable(counts, times, raters);
    return table.n === 0 ? NO_PARTS : kappaOf(table, matrix);
  };

const NO_PARTS: Parts = { value: null, observed: null, expected: null };

function kappaOf(
  table: PairTable,
  matrix: Float64Array | null,
): { value: number | null; observed: number; expected: number } {
  const { k, cells, rows, columns, n } = table;
  // Times n and n²: whole numbers where weights are 0 and 1, so that nothing is rounded before the end.
  let observed = 0;
  let expected = 0;
  if (matrix === null) {
    for (let i = 0; i < k; i++) {
      observed += cells[i * k + i] as number;
      expected += (rows[i] as number) * (columns[i] as number);
    }
  } else {
    for (let i = 0; i < k; i++) {
      for (let j = 0; j < k; j++) {
        const weight = matrix[i * k + j] as number;
        observed += weight * (cells[i * k + j] as number);
        expected += weight * (rows[i] as number) * (columns[j] as number);
      }
    }
  }
  const first = onlyCategory(rows, n);
  const second = onlyCategory(columns, n);
  const shares = { observed: observed / n, expected: expected / (n * n) };
  if (first !== null && first === second) return { value: null, observed: 1, expected: 1 };
  // Observed and expected are then the same number, which rounding must not make two.
  if (first !== null || second !== null) return { value: 0, ...shares, expected: shares.observed };
  if (matrix !== null && countAsOne(table, matrix)) return { value: null, observed: 1, expected: 1 };
  return { value: positiveZero((n * observed - expected) / (n * n - expected)), ...shares };
}

/** True where every category of the first rater agrees wholly with every one of the second. */
function countAsOne({ k, rows, columns }: PairTable, matrix: Float64Array): boolean {
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      if (rows[i] !== 0 && columns[j] !== 0 && matrix[i * k + j] !== 1) return false;
    }
  }
  return true;
}

/** Cohen (1960), page 43: kappa if the raters agreed as often as their totals allow. */
function greatestKappa({ rows, columns, n }: PairTable, expected: number): number | null {
  if (expected === 1) return null;
  let most = 0;
  for (let i = 0; i < rows.length; i++) most += Math.min(rows[i] as number, columns[i] as number);
  return (most / n - expected) / (1 - expected);
}

/** The category that has all of n, told from counts. */
function onlyCategory(totals: Float64Array, n: number): number | null {
  const category = totals.indexOf(n);
  return category === -1 ? null : category;
}

function bothConstant(counts: Counts, table: PairTable): string {
  const only = onlyCategory(table.rows, table.n);
  if (only === null)
    return 'all categories in use count as one, so that agreement by chance is 1 and kappa is 0/0';
  const label = counts.categories[only] ?? '';
  return `both raters used ${quoted(label)} only, so that agreement by chance is 1 and kappa is 0/0`;
}

function warningsOf(counts: Counts, table: PairTable, result: Agreement): string[] {
  const warnings: string[] = [];
  if (result.value === null) return warnings;
  for (const [rater, totals] of [table.rows, table.columns].entries()) {
    const category = onlyCategory(totals, table.n);
    if (category === null) continue;
    warnings.push(
      `${counts.raters[rater] ?? ''} used ${quoted(counts.categories[category] ?? '')} only: kappa is 0 whatever the other rater did`,
    );
  }
  if (result.weights !== 'identity' && counts.order === 'text' && table.k > 2) {
    warnings.push(
      `the order of categories was not declared: taken as ${counts.categories.slice(0, 12).map(quoted).join(', ')}${table.k > 12 ? ', …' : ''}`,
    );
  }
  if (warnings.length === 0 && isParadox(result)) {
    const agreed = Math.round((result.observed ?? 0) * table.n);
    warnings.push(
      `kappa is low although ${count(agreed, counts.unit)} of ${table.n} agree, because one category is rare (Feinstein and Cicchetti 1990): see positive and negative agreement`,
    );
  }
  return warnings;
}

const emptyTable = (k: number): PairTable => ({
  k,
  cells: new Float64Array(k * k),
  rows: new Float64Array(k),
  columns: new Float64Array(k),
  n: 0,
});
