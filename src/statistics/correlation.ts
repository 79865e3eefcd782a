/** Correlations from covariances; NaN beside a column whose variance is 0. */
export const correlation = (covariance: readonly (readonly number[])[]): number[][] =>
  covariance.map((row, i) =>
    row.map((value, j) =>
      i === j && value > 0
        ? 1
        : value / Math.sqrt((covariance[i]?.[i] as number) * (covariance[j]?.[j] as number)),
    ),
  );
