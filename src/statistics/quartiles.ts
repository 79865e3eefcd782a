import { quantileSorted } from 'd3';

/** The quartiles of ascending numbers by R-7, R's default; null without numbers. */
export function quartiles(sorted: ArrayLike<number>): {
  q1: number | null;
  median: number | null;
  q3: number | null;
} {
  const at = (p: number): number | null => quantileSorted(sorted as never, p) ?? null;
  return { q1: at(0.25), median: at(0.5), q3: at(0.75) };
}
