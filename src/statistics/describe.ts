import { max, mean, median, min, sum } from 'd3';

/** What a column of numbers is summed up by. All but `n` and `sum` are null without numbers. */
export interface Description {
  n: number;
  sum: number;
  mean: number | null;
  /** R-7, R's default. */
  median: number | null;
  min: number | null;
  max: number | null;
}

export function describe(values: readonly number[]): Description {
  return {
    n: values.length,
    sum: sum(values),
    mean: mean(values) ?? null,
    median: median(values) ?? null,
    min: min(values) ?? null,
    max: max(values) ?? null,
  };
}
