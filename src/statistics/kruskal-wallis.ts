import { chiSquareProbability } from './chi-square-distribution.ts';
import type { NoResult } from './no-result.ts';
import { tieCorrection } from './tie-correction.ts';

/** The Kruskal-Wallis test of several groups. */
export interface KruskalWallis {
  /** Answers of all groups. */
  n: number;
  /** Groups that have answers. */
  groups: number;
  h: number;
  df: number;
  p: number;
}

/**
 * The Kruskal-Wallis test of whether answers tend to be higher in some groups than in others: with R̄_g the mean
 * rank of the n_g answers of a group, tied answers sharing theirs, N in all and groups of t ties,
 *
 *     H = 12 / (N (N + 1)) Σ n_g (R̄_g − (N + 1)/2)² / (1 − Σ (t³ − t) / (N³ − N))
 *
 * by chi-square with one degree of freedom less than groups; groups without answers do not count. Equals R's `kruskal.test`. With
 * two groups H is the square of the uncorrected z of Mann and Whitney.
 *
 * Source: Kruskal and Wallis (1952), Use of ranks in one-criterion variance analysis, Journal of the American
 * Statistical Association 47(260), 583–621.
 *
 * @param counts per group, how many stand at each level, in order.
 */
export function kruskalWallis(counts: readonly (readonly number[])[]): KruskalWallis | NoResult {
  const answered = counts.filter((group) => group.some((count) => count > 0));
  if (answered.length < 2) return { reason: 'fewer than two groups have answers' };
  const levels = Array.from(answered[0] ?? [], (_, level) =>
    answered.reduce((sum, group) => sum + (group[level] as number), 0),
  );
  const n = levels.reduce((sum, count) => sum + count, 0);
  const untied = 1 - tieCorrection(levels);
  if (!(untied > 0)) return { reason: 'all answers are the same' };
  // How far a level's rank is from the mean of all ranks.
  let below = 0;
  const ranks = levels.map((count) => {
    const rank = below + (count - n) / 2;
    below += count;
    return rank;
  });
  const between = answered.reduce((sum, group) => {
    const size = group.reduce((all, count) => all + count, 0);
    const own = group.reduce((all, count, level) => all + count * (ranks[level] as number), 0);
    return sum + own ** 2 / size;
  }, 0);
  const h = (12 * between) / (n * (n + 1) * untied);
  const df = answered.length - 1;
  return { n, groups: answered.length, h, df, p: chiSquareProbability(h, df, 'upper') };
}
