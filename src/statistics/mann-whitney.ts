import { dominance } from './dominance.ts';
import type { NoResult } from './no-result.ts';
import { normalProbability } from './normal-distribution.ts';
import { tieCorrection } from './tie-correction.ts';

/** The Mann-Whitney test of two groups, with the normal approximation. */
export interface MannWhitney {
  /** Answers of each group. */
  n: [first: number, second: number];
  /** Pairs in which the first group stands higher, ties counting half: R's W. */
  u: number;
  /** Two-sided, less a half for continuity as in R's `wilcox.test`; z is above 0 where the first group stands higher. */
  z: number;
  p: number;
  /** The same without the correction for continuity. */
  uncorrected: { z: number; p: number };
}

/**
 * The Mann-Whitney test (Wilcoxon's rank sum test) of whether answers of one group tend to be higher than those of
 * another: with n₁ and n₂ answers, N in all and groups of t ties,
 *
 *     z = (U − n₁n₂/2 ∓ ½) / √(n₁n₂ (N + 1) (1 − Σ (t³ − t) / (N³ − N)) / 12)
 *
 * Equals R's `wilcox.test(x, y, exact = FALSE)`, and with `correct = FALSE` what is uncorrected. It uses order only. With few
 * answers the approximation is rough.
 *
 * Source: Mann and Whitney (1947), On a test of whether one of two random variables is stochastically larger than the
 * other, Annals of Mathematical Statistics 18(1), 50–60; ties: Lehmann (1975), Nonparametrics, chapter 1.
 *
 * @param first how many of the first group stand at each level, in order. @param second the same levels.
 */
export function mannWhitney(first: readonly number[], second: readonly number[]): MannWhitney | NoResult {
  const { above, below, equal } = dominance(first, second);
  const n: [number, number] = [total(first), total(second)];
  const all = n[0] + n[1];
  if (n[0] === 0 || n[1] === 0) return { reason: 'a group has no answers' };
  const untied = 1 - tieCorrection(first.map((count, level) => count + (second[level] as number)));
  if (!(untied > 0)) return { reason: 'all answers are the same' };
  const sd = Math.sqrt((n[0] * n[1] * (all + 1) * untied) / 12);
  const away = (above - below) / 2;
  const test = (distance: number) => ({
    z: distance / sd,
    p: 2 * normalProbability(-Math.abs(distance / sd)),
  });
  // A half may turn the sign round where U is as near to the middle as it can be; R lets p be 1 then, too.
  const corrected = Math.sign(away) * Math.max(0, Math.abs(away) - 0.5);
  return { n, u: above + equal / 2, ...test(corrected), uncorrected: test(away) };
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
