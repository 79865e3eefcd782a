import { notANumber } from './numeric-labels.ts';
import { numberOf } from './ratings.ts';

/** How much two different categories agree, from 0 to 1, by name. */
export const weightNames = ['identity', 'linear', 'quadratic', 'ordinal', 'radical', 'ratio'] as const;
export type WeightName = (typeof weightNames)[number];

/** By name, or a matrix of one's own: rows are what the first rater said. */
export type Weights = WeightName | readonly (readonly number[])[];

/** Categories stand at their `rank` in the order of categories, 1, 2, 3, …, or at the number that their label is. */
export type WeightsBy = 'rank' | 'value';

export interface WeightMatrix {
  name: WeightName | 'user';
  by: WeightsBy;
  /** Row after row; null for identity, which needs none and may be of very many categories. */
  matrix: Float64Array | null;
}

/**
 * The weights of each pair of categories, 1 for the same. With x_i the rank or value of a category, m and M the
 * least and greatest of these:
 *
 *     identity   0
 *     linear     1 − |x_i − x_j| / (M − m)
 *     quadratic  1 − (x_i − x_j)² / (M − m)²
 *     radical    1 − √|x_i − x_j| / √(M − m)
 *     ratio      1 − ((x_i − x_j) / (x_i + x_j))² / ((M − m) / (M + m))²
 *     ordinal    1 − B(i, j) / max B, B(i, j) = C(|i − j| + 1, 2), by rank always
 *
 * `ordinal` is Gwet's and not the ordinal metric of Krippendorff's alpha. Ranks go by the order of all categories,
 * used or not: declare them where the data do not show them all.
 *
 * Sources: Cohen (1968), Weighted kappa, Psychological Bulletin 70(4), 213–220, for the idea; linear is
 * Cicchetti and Allison's (1971), quadratic Fleiss and Cohen's (1973), the others are in Gwet (2014), Handbook of
 * inter-rater reliability, 4th edition, chapter 3.
 *
 * @returns why there are none instead, where labels have to be numbers and are not.
 * @throws {RangeError} where a matrix of one's own does not fit the categories.
 */
export function weightMatrix(
  weights: Weights,
  categories: readonly string[],
  by: WeightsBy = 'rank',
): WeightMatrix | string {
  const k = categories.length;
  if (typeof weights !== 'string') return { name: 'user', by: 'rank', matrix: ownMatrix(weights, k) };
  if (weights === 'identity') return { name: weights, by: 'rank', matrix: null };
  const byRank = by === 'rank' || weights === 'ordinal';
  const values = categories.map((label, rank) => (byRank ? rank + 1 : numberOf(label)));
  const word = values.indexOf(null);
  if (word !== -1) return notANumber(categories[word] ?? '', 'a weight by value');
  const x = Float64Array.from(values, (value) => value ?? 0);
  const [least, most] = [Math.min(...x), Math.max(...x)];
  if (weights === 'ratio' && least < 0) return 'ratio weights need numbers from 0 on';
  const matrix = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const [a, b] = [x[i] as number, x[j] as number];
      matrix[i * k + j] =
        a === b ? 1 : 1 - distances[weights](Math.abs(a - b), a + b, most - least, most + least);
    }
  }
  return { name: weights, by: byRank ? 'rank' : 'value', matrix };
}

/** From 0 to 1, of the difference and sum of two categories, and of the two ends. */
const distances: Record<WeightName, (away: number, sum: number, longest: number, ends: number) => number> = {
  identity: () => 1,
  linear: (away, _, longest) => away / longest,
  quadratic: (away, _, longest) => (away / longest) ** 2,
  radical: (away, _, longest) => Math.sqrt(away / longest),
  ratio: (away, sum, longest, ends) => (away / sum / (longest / ends)) ** 2,
  ordinal: (away, _, longest) => (away * (away + 1)) / (longest * (longest + 1)),
};

/** The matrix itself, identity's too. */
export const fullMatrix = ({ matrix }: WeightMatrix, k: number): Float64Array =>
  matrix ?? Float64Array.from({ length: k * k }, (_, at) => Number(Math.floor(at / k) === at % k));

function ownMatrix(rows: readonly (readonly number[])[], k: number): Float64Array {
  const fits = rows.length === k && rows.every((row) => row.length === k && row.every(Number.isFinite));
  if (!fits)
    throw new RangeError(`weights are a matrix of ${k} rows of ${k} numbers, as there are ${k} categories`);
  return Float64Array.from(rows.flat());
}

/** True where it is the same which of two raters said what. */
export function isSymmetric({ matrix }: WeightMatrix, k: number): boolean {
  if (matrix === null) return true;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < i; j++) if (matrix[i * k + j] !== matrix[j * k + i]) return false;
  }
  return true;
}

/** Σ w_ij over all pairs of categories. */
export const sumOfWeights = ({ matrix }: WeightMatrix, k: number): number =>
  matrix === null ? k : matrix.reduce((sum, weight) => sum + weight, 0);

/** What a result says of its weights. */
export const describeWeights = ({
  name,
  by,
}: WeightMatrix): { weights: WeightName | 'user'; by?: 'value' } => ({
  weights: name,
  ...(by === 'value' && { by }),
});
